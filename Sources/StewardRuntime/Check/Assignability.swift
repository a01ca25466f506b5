internal import StewardValues

/// Whether a value of one type may stand where another is expected.
enum Assignability {
  case always
  /// Only the run tells.
  case checkedAtRunTime
  case never
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
      (.id, .string), (.oneOf, .string), (.id, .text), (.oneOf, .text):
      return .always
    case (.int, .decimal), (.date, .datetime): return .checkedAtRunTime
    case (.string, .id), (.string, .oneOf): return .checkedAtRunTime
    case (.id(let own), .id(let wanted)): return own == wanted ? .always : .never
    case (.oneOf(let own), .oneOf(let wanted)):
      return own.values.contains(where: wanted.values.contains) ? .checkedAtRunTime : .never
    case (.list(let own), .list(let wanted)), (.list(let own), .stream(let wanted)):
      return own.assignability(to: wanted)
    case (.record(let own), .record(let wanted)):
      return own === wanted ? .always : .checkedAtRunTime
    case (.record, .map), (.map, .record), (.map, .map): return .checkedAtRunTime
    default: return .never
    }
  }
}
