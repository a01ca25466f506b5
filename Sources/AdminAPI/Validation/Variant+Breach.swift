internal import StewardValues

extension Variant {
  /// How a record is none of the variants, as words after a name, or nil.
  static func breach(by value: Value, _ tag: String, _ variants: [Variant]) -> String? {
    guard let record = value.record else { return nil }
    let tags = variants.map(\.tag).joined(separator: ", ")
    guard let given = record[tag]?.string else { return "needs the field `\(tag)`: \(tags)" }
    guard let variant = variants.first(where: { $0.tag == given }) else {
      return "has the \(tag) `\(given)`: there is \(tags)"
    }
    if let missing = variant.required.first(where: { record[$0] == nil }) {
      return "needs the field `\(missing)`, since its \(tag) is \(given)"
    }
    let known = variant.required + variant.optional + [tag]
    let extra = zip(record.shape.fields, record.values).first { field, value in
      !value.isNull && !known.contains(field.name)
    }
    return extra.map { "has the field `\($0.0.name)`, which \(given) does not" }
  }
}
