internal import StewardValues

extension InputProblem {
  /// The first text inside a list or a record that can be no id of its resource; nil if there is
  /// none. Whether an id of the body itself is right the operations say.
  static func foreignID(inside value: Value, _ type: DataType, _ place: String) -> String? {
    switch (type.unwrapped, value) {
    case (.list(let element), .list(let list)):
      list.values.enumerated().lazy.compactMap { index, value in
        foreignID(value, element, at: "\(place).\(index)")
      }.first
    case (.map(let element), .record(let record)):
      zip(record.shape.fields, record.values).lazy.compactMap { field, value in
        foreignID(value, element, at: "\(place).\(field.name)")
      }.first
    case (.record(let shape), .record(let record)):
      zip(record.shape.fields, record.values).lazy.compactMap { field, value in
        shape[field.name].flatMap { foreignID(value, $0.type, at: "\(place).\($0.name)") }
      }.first
    default: nil
    }
  }

  private static func foreignID(
    _ value: Value,
    _ type: DataType,
    at place: String
  ) -> String? {
    guard case .id(let resource) = type.unwrapped, let id = value.string else {
      return foreignID(inside: value, type, place)
    }
    return id.hasPrefix(resource.prefix ?? "")
      ? nil : "\(place): No such \(resource.spokenName) in this organization"
  }
}

extension Resource {
  /// `service account`
  var spokenName: String { name.split(separator: "_").joined(separator: " ") }
}
