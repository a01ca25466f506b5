internal import AdminAPI
internal import StewardValues

/// Takes names, addresses and other free text out of what the API gives, told by the types of its
/// fields: ids, enumerations, numbers and times stay. One text is replaced by one other, everywhere.
struct Scrubber {
  private var known: [String: String] = [:]

  /// `field`: What the text is, which its replacement says too.
  mutating func scrub(_ value: Value, _ type: DataType, field: String = "text") -> Value {
    switch (type.unwrapped, value) {
    case (_, .list(let list)):
      let element = type.unwrapped.element ?? type
      var values: [Value] = []
      for value in list.values { values.append(scrub(value, element, field: field)) }
      return Value(values)
    case (.record(let shape), .record(let record)):
      return scrub(record) { name in shape[name]?.type ?? .any }
    case (.map(let element), .record(let record)): return scrub(record) { _ in element }
    case (.any, .record(let record)): return scrub(record) { _ in .any }
    case (.string, .string(let box)), (.any, .string(let box)), (.text, .string(let box)):
      return Value(scrubbed(box.string, field))
    default: return value
    }
  }

  private mutating func scrub(_ record: Record, _ type: (String) -> DataType) -> Value {
    var values: [Value] = []
    for (field, value) in zip(record.shape.fields, record.values) {
      values.append(scrub(value, type(field.name), field: field.name))
    }
    return .record(Record(shape: record.shape, values: values))
  }

  /// Ids hold the record together; these words are the API's own.
  private static func keeps(_ text: String, _ field: String) -> Bool {
    field == "id" || field.hasSuffix("_id") || field.hasSuffix("_ids")
      || ["type", "status", "display_color", "allowed_inference_geos"].contains(field)
      || Catalog.resource(ofID: text) != nil
  }

  private mutating func scrubbed(_ text: String, _ field: String) -> String {
    guard !text.isEmpty, !Self.keeps(text, field) else { return text }
    let key = text.lowercased()
    if let replacement = known[key] { return replacement }
    let number = known.count + 1
    let replacement = text.contains("@") ? "person-\(number)@example.com" : "\(field) \(number)"
    known[key] = replacement
    return replacement
  }
}
