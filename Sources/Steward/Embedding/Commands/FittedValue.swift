internal import StewardRuntime
internal import StewardValues

/// What a host gives, as values of the type that it promised: records of one kind share one shape,
/// and a field that was left out is null.
enum FittedValue {
  static func of(_ value: Value, _ type: DataType) throws(ConversionProblem) -> Value {
    shaped(try Conversion.convert(value, to: type).get(), type)
  }

  private static func shaped(_ value: Value, _ type: DataType) -> Value {
    switch (type, value) {
    case (.optional(let inner), _): shaped(value, inner)
    case (.list(let element), .list(let list)), (.stream(let element), .list(let list)):
      Value(list.values.map { shaped($0, element) })
    case (.record(let shape), .record(let record)) where !shape.isOpen:
      .record(
        Record(shape: shape) { index in
          shaped(record[shape.fields[index].name] ?? .null, shape.fields[index].type)
        }
      )
    default: value
    }
  }
}
