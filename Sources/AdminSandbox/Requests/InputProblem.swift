internal import AdminAPI
internal import StewardValues

/// What is wrong with an input, worded as the API words it.
enum InputProblem {
  /// The first thing in a value that its type does not allow; nil if there is none.
  static func find(in value: Value, _ type: DataType, _ place: String) -> String? {
    switch type {
    case .any: nil
    case .optional(let inner): value.isNull ? nil : find(in: value, inner, place)
    case .oneOf(let enumeration): find(in: value, enumeration, place)
    case .list(let element): find(inList: value, element, place)
    case .map(let element): find(inMap: value, element, place)
    case .record(let shape): find(in: value, shape, place)
    default: matches(value, type) ? nil : "\(place): \(words(for: type))"
    }
  }

  /// What a value of the type should be.
  static func words(for type: DataType) -> String {
    switch type.unwrapped {
    case .int: "Input should be a valid integer"
    case .bool: "Input should be a valid boolean"
    case .datetime: "Input should be a valid datetime"
    case .date: "Input should be a valid date in the format YYYY-MM-DD"
    case .list: "Input should be a valid array"
    case .map, .record: "Input should be a valid dictionary"
    case .oneOf(let enumeration): words(for: enumeration)
    default: "Input should be a valid string"
    }
  }

  private static func words(for enumeration: Enumeration) -> String {
    let values = enumeration.values.map { "'\($0)'" }
    guard let last = values.last, values.count > 1 else {
      return "Input should be \(values.first ?? "absent")"
    }
    return "Input should be \(values.dropLast().joined(separator: ", ")) or \(last)"
  }

  private static func matches(_ value: Value, _ type: DataType) -> Bool {
    switch (type, value) {
    case (.int, .int), (.bool, .bool), (.datetime, .datetime), (.date, .date), (.string, .string):
      true
    case (.id, .string(let box)): !box.string.isEmpty
    // On the wire an amount is a number of the currency's smallest unit, as text.
    case (.money, .string(let box)):
      !box.string.isEmpty && box.string.utf8.allSatisfy { (0x30...0x39).contains($0) }
    case (.decimal, .int), (.decimal, .decimal): true
    default: false
    }
  }

  private static func find(
    in value: Value,
    _ enumeration: Enumeration,
    _ place: String
  ) -> String? {
    if let text = value.string, enumeration.values.contains(text) { return nil }
    return "\(place): \(words(for: enumeration))"
  }

  private static func find(inList value: Value, _ element: DataType, _ place: String) -> String? {
    guard let values = value.list else { return "\(place): \(words(for: .list(element)))" }
    return values.enumerated().lazy.compactMap { index, value in
      find(in: value, element, "\(place).\(index)")
    }.first
  }

  private static func find(inMap value: Value, _ element: DataType, _ place: String) -> String? {
    guard let record = value.record else { return "\(place): \(words(for: .map(element)))" }
    return zip(record.shape.fields, record.values).lazy.compactMap { field, value in
      find(in: value, element, "\(place).\(field.name)")
    }.first
  }

  private static func find(in value: Value, _ shape: Shape, _ place: String) -> String? {
    guard let record = value.record else { return "\(place): \(words(for: .record(shape)))" }
    for (field, value) in zip(record.shape.fields, record.values) {
      guard let known = shape[field.name] else {
        return "\(place).\(field.name): Extra inputs are not permitted"
      }
      if let problem = find(in: value, known.type, "\(place).\(field.name)") { return problem }
    }
    return nil
  }

  /// How a value of the right type breaks a constraint; nil where the words are not the API's own.
  static func find(in value: Value, _ constraint: Constraint, _ place: String) -> String? {
    switch constraint {
    case .range(let range):
      guard let int = value.int, !range.contains(int) else { return nil }
      return int < range.lowerBound
        ? "\(place): Input should be greater than or equal to \(range.lowerBound)"
        : "\(place): Input should be less than or equal to \(range.upperBound)"
    case .length(let range):
      guard let count = value.string?.unicodeScalars.count, !range.contains(count) else {
        return nil
      }
      return count < range.lowerBound
        ? "\(place): String should have at least \(range.lowerBound) character"
        : "\(place): String should have at most \(range.upperBound) characters"
    case .color:
      guard value.string != nil, constraint.breach(by: value) != nil else { return nil }
      return "\(place): String should match pattern '^#[0-9A-Fa-f]{6}$'"
    case .slug:
      guard constraint.breach(by: value) != nil else { return nil }
      return "\(place): String should match pattern '^[a-z0-9-]{1,255}$'"
    case .email:
      guard constraint.breach(by: value) != nil else { return nil }
      return "\(place): value is not a valid email address"
    case .items, .reservedKeyPrefix, .dataResidency, .variants, .dimensions, .file: return nil
    }
  }
}
