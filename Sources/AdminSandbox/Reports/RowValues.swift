internal import StewardValues

/// The values of a row by the paths of their fields: `chat_metrics.message_count`.
///
/// What has no value is zero where it is a count, and null otherwise.
struct RowValues {
  private var values: [String: Value] = [:]

  subscript(path: String) -> Value? {
    get { values[path] }
    set { values[path] = newValue }
  }

  /// Adds to a count.
  mutating func add(_ count: Int, to path: String) {
    values[path] = .int((values[path]?.int ?? 0) + count)
  }

  /// Adds all counts of another row.
  mutating func add(_ other: RowValues) {
    for (path, value) in other.values { if let count = value.int { add(count, to: path) } }
  }

  /// The row in the order of a shape's fields.
  func record(_ shape: Shape) -> Value { record(shape, at: "") }

  private func record(_ shape: Shape, at prefix: String) -> Value {
    let fields = shape.fields.map { field -> Value in
      let path = prefix + field.name
      if let given = values[path] { return given }
      if let constant = field.type.onlyValue { return constant }
      return switch field.type {
      case .record(let inner): record(inner, at: path + ".")
      case .int, .optional(.int): .int(0)
      default: .null
      }
    }
    return .record(Record(shape: shape, values: fields))
  }
}
