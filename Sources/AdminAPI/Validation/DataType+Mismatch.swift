package import StewardValues

extension DataType {
  /// What is wrong with a value as an argument of this type, as words after a name; nil if it fits.
  package func mismatch(with value: Value) -> String? {
    switch self {
    case .any: return nil
    case .optional(let inner): return value.isNull ? nil : inner.mismatch(with: value)
    case .oneOf(let enumeration): return enumeration.mismatch(with: value)
    case .id(let resource): return resource.mismatch(with: value)
    case .list(let element): return Self.mismatch(ofList: value, element)
    case .map(let element): return Self.mismatch(ofMap: value, element)
    case .record(let shape): return shape.mismatch(with: value)
    default: return accepts(value) ? nil : "must be \(self), not \(value.typeName)"
    }
  }

  private func accepts(_ value: Value) -> Bool {
    switch (self, value) {
    case (.bool, .bool), (.int, .int), (.string, .string), (.text, .string), (.date, .date),
      (.datetime, .datetime), (.datetime, .date), (.decimal, .decimal), (.decimal, .int),
      (.money, .money), (.float, .float), (.duration, .duration), (.secret, .secret):
      true
    default: false
    }
  }

  private static func mismatch(ofList value: Value, _ element: DataType) -> String? {
    guard let values = value.list else { return "must be a list, not \(value.typeName)" }
    return values.lazy.compactMap { element.mismatch(with: $0) }.first
  }

  private static func mismatch(ofMap value: Value, _ element: DataType) -> String? {
    guard let record = value.record else { return "must be a record, not \(value.typeName)" }
    for (field, value) in zip(record.shape.fields, record.values) {
      guard let message = element.mismatch(with: value) else { continue }
      return "has `\(field.name)`, which \(message)"
    }
    return nil
  }
}

extension Enumeration {
  package func mismatch(with value: Value) -> String? {
    guard let text = value.string else { return "must be text, not \(value.typeName)" }
    if values.contains(text) { return nil }
    if let reason = refused[text] { return "cannot be `\(text)`: \(reason)" }
    return "cannot be `\(text)`: \(name) is \(Self.joined(values))"
  }

  private static func joined(_ values: [String]) -> String {
    guard let last = values.last, values.count > 1 else { return values.first ?? "nothing" }
    return "\(values.dropLast().joined(separator: ", ")) or \(last)"
  }
}

extension Resource {
  /// A text with another resource's prefix is a mistake; one with none may be anything.
  package func mismatch(with value: Value) -> String? {
    guard let text = value.string else { return "must be an id, not \(value.typeName)" }
    if text.isEmpty { return "cannot be empty" }
    guard let prefix, !text.hasPrefix(prefix), let other = Catalog.resource(ofID: text),
      other != self
    else { return nil }
    return "must be the id of a \(name), and `\(text)` is the id of a \(other.name)"
  }
}

extension Shape {
  /// Fields that are not known are mistakes, unless the shape is open; optional ones may miss.
  fileprivate func mismatch(with value: Value) -> String? {
    guard let record = value.record else { return "must be a record, not \(value.typeName)" }
    for (field, value) in zip(record.shape.fields, record.values) {
      guard let known = self[field.name] else {
        if isOpen { continue }
        let names = fields.map(\.name).joined(separator: ", ")
        return "has no field `\(field.name)`: there is \(names)"
      }
      guard let message = known.type.mismatch(with: value) else { continue }
      return "has `\(field.name)`, which \(message)"
    }
    let missing = fields.first { field in
      if case .any = field.type { return false }
      return !field.type.isOptional && record[field.name] == nil
    }
    return missing.map { "needs the field `\($0.name)`" }
  }
}
