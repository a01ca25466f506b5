internal import StewardValues

/// Whether a value of one type may stand where another is expected.
enum Assignability {
  case always
  /// Only the run tells.
  case checkedAtRunTime
  case never

  /// Of a value that has parts: as good as the worst of them.
  fileprivate static func worst(_ parts: some Sequence<Assignability>) -> Assignability {
    var worst = Assignability.always
    for part in parts {
      if part == .never { return .never }
      if part == .checkedAtRunTime { worst = part }
    }
    return worst
  }
}

extension DataType {
  func assignability(to target: DataType) -> Assignability {
    if target.isAny { return .always }
    switch (self, target) {
    case (.any, _): return .checkedAtRunTime
    case (.null, .optional), (.null, .null): return .always
    case (.null, _): return .never
    case (.optional(let inner), .optional(let wanted)): return inner.assignability(to: wanted)
    case (.optional(let inner), _):
      return inner.assignability(to: target) == .never ? .never : .checkedAtRunTime
    case (_, .optional(let wanted)): return assignability(to: wanted)
    default: return forced.assignabilityOfValue(to: target)
    }
  }

  private func assignabilityOfValue(to target: DataType) -> Assignability {
    switch (self, target) {
    case (.bool, .bool), (.int, .int), (.decimal, .decimal), (.float, .float), (.money, .money),
      (.string, .string), (.string, .text), (.date, .date), (.datetime, .datetime),
      (.duration, .duration), (.closure, .closure), (.secret, .secret), (.nothing, .nothing),
      (.id, .string), (.oneOf, .string), (.id, .text), (.oneOf, .text), (.name, .string),
      (.name, .text):
      return .always
    case (.int, .decimal), (.date, .datetime): return .checkedAtRunTime
    case (.string, .id), (.string, .oneOf), (.string, .name), (.string, .secret):
      return .checkedAtRunTime
    // A name is looked up where an id is wanted, and an id is taken for a name as it is.
    case (.id(let own), .id(let wanted)), (.name(let own), .name(let wanted)),
      (.name(let own), .id(let wanted)), (.id(let own), .name(let wanted)):
      return own == wanted ? .always : .never
    case (.oneOf(let own), .oneOf(let wanted)):
      return own.values.contains(where: wanted.values.contains) ? .checkedAtRunTime : .never
    case (.list(let own), .list(let wanted)), (.list(let own), .stream(let wanted)):
      return own.assignability(to: wanted)
    case (.record(let own), .record(let wanted)):
      return own === wanted ? .always : own.assignability(to: wanted)
    case (.record(let own), .map(let wanted)): return own.assignability(toMapOf: wanted)
    case (.map(let own), .map(let wanted)): return own.assignability(to: wanted)
    case (.map, .record): return .checkedAtRunTime
    default: return .never
    }
  }
}

extension Shape {
  /// Certain only where a field cannot fit: rows of the API may have more than their shape says.
  fileprivate func assignability(to wanted: Shape) -> Assignability {
    let fields = wanted.fields.map { field -> Assignability in
      guard let own = self[field.name] else {
        return isOpen || field.type.isOptional || field.type.isAny ? .checkedAtRunTime : .never
      }
      return own.type.assignability(to: field.type)
    }
    return Assignability.worst(fields) == .never ? .never : .checkedAtRunTime
  }

  fileprivate func assignability(toMapOf element: DataType) -> Assignability {
    let known = Assignability.worst(fields.lazy.map { $0.type.assignability(to: element) })
    return known == .always && isOpen ? .checkedAtRunTime : known
  }
}
