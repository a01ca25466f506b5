internal import StewardSyntax
package import StewardValues

/// Makes a value whose type only the run tells fit a parameter or variable with a written type.
package enum Conversion {
  /// The value as one of the type, or why it is none.
  ///
  /// Besides values of the type itself: an int for a decimal, a day for a moment, and text for what
  /// is written as text: ids, enumerations, times and amounts. Text is never split into a list.
  package static func convert(
    _ value: Value,
    to type: DataType
  ) -> Result<Value, ConversionProblem> {
    Result { () throws(ConversionProblem) in try converted(value, type) }
  }

  private static func converted(
    _ value: Value,
    _ type: DataType
  ) throws(ConversionProblem) -> Value {
    switch type {
    case .any: return value
    case .optional(let inner): return value.isNull ? .null : try converted(value, inner)
    case .null, .nothing:
      guard value.isNull else { throw .mismatch(value, type) }
      return .null
    default: break
    }
    if value.isNull {
      throw ConversionProblem("is null", help: "give a fallback value with `??`")
    }
    switch type {
    case .list(let element), .stream(let element): return try list(value, of: element, type)
    case .map(let element): return try map(value, of: element, type)
    case .record(let shape): return try record(value, shape, type)
    default: return try scalar(value, type)
    }
  }

  private static func scalar(
    _ value: Value,
    _ type: DataType
  ) throws(ConversionProblem) -> Value {
    switch (type, value) {
    case (.bool, .bool), (.int, .int), (.decimal, .decimal), (.float, .float), (.money, .money),
      (.string, .string), (.text, .string), (.date, .date), (.datetime, .datetime),
      (.duration, .duration), (.closure, .closure), (.secret, .secret):
      return value
    case (.decimal, .int(let int)): return Value(ExactDecimal(int))
    case (.datetime, .date(let day)): return .datetime(Timestamp(day))
    case (.secret, .string(let box)): return .secret(Secret(box.string))
    case (_, .string(let box)): return try text(box, type)
    default: throw .mismatch(value, type)
    }
  }

  private static func text(
    _ box: StringBox,
    _ type: DataType
  ) throws(ConversionProblem) -> Value {
    let text = box.string
    let value: Value? =
      switch type {
      case .id(let resource): try resource.id(box)
      case .name: box.string.isEmpty ? nil : .string(box)
      case .oneOf(let enumeration): try enumeration.member(text)
      case .date: CalendarDate(text).map { .date($0) }
      case .datetime: Timestamp(text).map { .datetime($0) }
      case .duration: TimeSpan(text).map { .duration($0) }
      case .money: Money(text).map { Value($0) }
      default: throw .mismatch(.string(box), type)
      }
    guard let value else {
      throw ConversionProblem("expects \(type), found \(JSONWriter.text(.string(box)))")
    }
    return value
  }

  private static func list(
    _ value: Value,
    of element: DataType,
    _ type: DataType
  ) throws(ConversionProblem) -> Value {
    guard case .list(let list) = value else { throw .mismatch(value, type) }
    var values: ContiguousArray<Value> = []
    values.reserveCapacity(list.values.count)
    for (index, value) in list.values.enumerated() {
      do {
        values.append(try converted(value, element))
      } catch {
        throw error.inside("[\(index)]")
      }
    }
    return .list(ListBox(values))
  }

  private static func map(
    _ value: Value,
    of element: DataType,
    _ type: DataType
  ) throws(ConversionProblem) -> Value {
    guard case .record(let record) = value else { throw .mismatch(value, type) }
    return .record(try fields(of: record) { _ in element })
  }

  /// The record keeps its own fields: one that it leaves out is not the same as one that is null.
  private static func record(
    _ value: Value,
    _ shape: Shape,
    _ type: DataType
  ) throws(ConversionProblem) -> Value {
    guard case .record(let record) = value else { throw .mismatch(value, type) }
    let missing = shape.fields.first { $0.type.isRequired && record[$0.name] == nil }
    if let missing { throw ConversionProblem("needs the field `\(missing.name)`") }
    return .record(
      try fields(of: record) { name throws(ConversionProblem) in
        if let field = shape[name] { return field.type }
        guard shape.isOpen else { throw .unknownField(name, shape) }
        return .any
      }
    )
  }

  private static func fields(
    of record: Record,
    _ type: (_ name: String) throws(ConversionProblem) -> DataType
  ) throws(ConversionProblem) -> Record {
    var values: [Value] = []
    for (field, value) in zip(record.shape.fields, record.values) {
      let type = try type(field.name)
      do {
        values.append(try converted(value, type))
      } catch {
        throw error.inside(".\(field.name)")
      }
    }
    return Record(shape: record.shape, values: values)
  }
}

extension DataType {
  /// Whether a record needs a field of this type.
  fileprivate var isRequired: Bool {
    switch self {
    case .any, .null, .optional: false
    default: true
    }
  }
}

extension Resource {
  /// Text that may be an id of this resource.
  fileprivate func id(_ box: StringBox) throws(ConversionProblem) -> Value {
    guard !box.string.isEmpty, box.string.hasPrefix(prefix ?? "") else {
      throw ConversionProblem(
        "expects \(DataType.id(self)), found \(JSONWriter.text(.string(box)))",
        help: prefix.map { "such an id begins with \($0)" }
      )
    }
    return .string(box)
  }
}

extension Enumeration {
  /// The member that is written so, sharing the text of all others.
  fileprivate func member(_ text: String) throws(ConversionProblem) -> Value {
    if let index = values.firstIndex(where: { $0.hasSameBytes(as: text) }) {
      return .string(boxes[index])
    }
    let shown = JSONWriter.text(Value(text))
    if let reason = refused[text] { throw ConversionProblem("cannot be \(shown): \(reason)") }
    let near = Spelling.nearest(text, in: values).map { "did you mean \"\($0)\"?" }
    throw ConversionProblem(
      "cannot be \(shown)",
      help: near ?? "it is one of: \(values.joined(separator: ", "))"
    )
  }
}
