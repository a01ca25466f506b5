package import AdminAPI
internal import StewardValues

/// Holds an answer against the catalog's description of it.
package enum ShapeCheck {
  /// The first thing in an answer that the operation's response form does not allow, or nil.
  package static func problem(in body: [UInt8], of operation: AdminAPI.Operation) -> String? {
    guard let value = BodyJSON.value(body) else { return "no JSON" }
    switch operation.response {
    case .object(let shape): return problem(value, .record(shape), operation.id)
    case .page(let style, let row): return problem(page: value, style, row, operation.id)
    case .content: return nil
    }
  }

  private static func problem(
    page: Value,
    _ style: PageStyle,
    _ row: Shape,
    _ place: String
  ) -> String? {
    let hasMore: DataType = if case .cursor = style { .bool.orNull } else { .bool }
    let ends =
      switch style {
      case .ids: ["first_id", "last_id"]
      case .token, .cursor: ["next_page"]
      }
    // Reports of the analytics tell more than the older ones.
    let extras: [Field] =
      if case .token = style {
        [Field("data_refreshed_at", .datetime.orNull), Field("organization_id", .string.orNull)]
      } else {
        []
      }
    let fields =
      [Field("data", .list(.record(row))), Field("has_more", hasMore)]
      + ends.map { Field($0, DataType.string.orNull) } + extras
    return problem(page, .record(Shape(fields: fields)), place)
  }

  private static func problem(_ value: Value, _ type: DataType, _ place: String) -> String? {
    switch type {
    case .any: nil
    case .optional(let inner): value.isNull ? nil : problem(value, inner, place)
    case .record(let shape): problem(value, shape, place)
    case .list(let element): problem(list: value, element, place)
    case .map(let element): problem(map: value, element, place)
    default: fits(value, type) ? nil : "\(place) is not \(type)"
    }
  }

  private static func fits(_ value: Value, _ type: DataType) -> Bool {
    switch (type, value) {
    case (.int, .int), (.bool, .bool), (.string, .string), (.money, .int): true
    case (.decimal, .int), (.decimal, .decimal): true
    case (.money, .string(let text)): ExactDecimal(text.string) != nil
    case (.date, .string(let text)): CalendarDate(text.string) != nil
    case (.datetime, .string(let text)): Timestamp(text.string) != nil
    case (.oneOf(let enumeration), .string(let text)): enumeration.values.contains(text.string)
    case (.id(let resource), .string(let text)): text.string.hasPrefix(resource.prefix ?? "")
    // Only what makes a secret shows it.
    case (.secret, .string): true
    default: false
    }
  }

  private static func problem(_ value: Value, _ shape: Shape, _ place: String) -> String? {
    guard let record = value.record else { return "\(place) is no object" }
    for (field, value) in zip(record.shape.fields, record.values) {
      guard let known = shape[field.name] else {
        if shape.isOpen { continue }
        return "\(place).\(field.name) is not known"
      }
      if let problem = problem(value, known.type, "\(place).\(field.name)") { return problem }
    }
    let missing = shape.fields.first { !$0.type.isOptional && record[$0.name] == nil }
    return missing.map { "\(place).\($0.name) is missing" }
  }

  private static func problem(list: Value, _ element: DataType, _ place: String) -> String? {
    guard let values = list.list else { return "\(place) is no list" }
    return values.enumerated().lazy.compactMap { index, value in
      problem(value, element, "\(place)[\(index)]")
    }.first
  }

  private static func problem(map: Value, _ element: DataType, _ place: String) -> String? {
    guard let record = map.record else { return "\(place) is no map" }
    return zip(record.shape.fields, record.values).lazy.compactMap { field, value in
      problem(value, element, "\(place).\(field.name)")
    }.first
  }
}
