internal import StewardValues

extension Function {
  static let collectionFunctions: [Function] = [
    len, names, values, get, has, minOf, maxOf,
  ]

  private static let len = Function(
    "len",
    "The number of characters of a text, elements of a list or fields of a record",
    [Parameter("value", .any)],
    isFoldable: true,
    gives: .int,
    example: ("len([3, 1, 2])", "3")
  ) { arguments, _ throws(RunError) in
    switch try arguments.value(0) {
    case .string(let box): .int(box.string.unicodeScalars.count)
    case .list(let list): .int(list.values.count)
    case .record(let record): .int(record.count)
    case let other: throw arguments.mismatch(other, "a text, a list or a record")
    }
  }

  private static let names = Function(
    "names",
    "The names of a record's fields",
    [Parameter("record", .any)],
    gives: .list(.string),
    example: ("names({a: 1, b: 2})", #"["a","b"]"#)
  ) { arguments, _ throws(RunError) in
    Value(try arguments.record(0).shape.fields.map { Value($0.name) })
  }

  private static let values = Function(
    "values",
    "The values of a record's fields",
    [Parameter("record", .any)],
    typed: { types in
      if case .map(let element) = types.first?.unwrapped { .list(element) } else { .list(.any) }
    },
    example: ("values({a: 1, b: 2})", "[1,2]")
  ) { arguments, _ throws(RunError) in Value(try arguments.record(0).values) }

  private static let get = Function(
    "get",
    "The field of a record or the element of a list, or a fallback where there is none",
    [
      Parameter("in", .any), Parameter("name", .any), Parameter("fallback", .any, optional: true),
    ],
    checked: elementType,
    example: (#"get({a: 1}, "b", 0)"#, "0")
  ) { arguments, _ throws(RunError) in
    let fallback = arguments.optional(2) ?? .null
    switch (arguments.optional(0) ?? .null, try arguments.value(1)) {
    case (.null, _): return fallback
    case (.record(let record), .string(let name)): return record[name.string] ?? fallback
    case (.list(let list), .int(let index)):
      let place = index < 0 ? index + list.values.count : index
      return list.values.indices.contains(place) ? list.values[place] : fallback
    case (let container, let name):
      throw arguments.invalid("\(container.typeName) has no element by \(name.typeName)")
    }
  }

  /// What `get` gives: the element's type, or null where there is no fallback.
  private static func elementType(_ arguments: CheckedArguments) -> DataType {
    let element: DataType
    switch arguments.types.first?.unwrapped {
    case .map(let type), .list(let type): element = type
    case .record(let shape): element = arguments.text(1).flatMap { shape[$0]?.type } ?? .any
    default: element = .any
    }
    guard arguments.types.count > 2 else { return element.orNull }
    return element.joined(with: arguments.types[2])
  }

  private static let has = Function(
    "has",
    "Whether a record has a field that is not null",
    [Parameter("record", .any), Parameter("name", .string)],
    gives: .bool,
    example: (#"has({a: 1, b: null}, "b")"#, "false")
  ) { arguments, _ throws(RunError) in
    guard arguments.optional(0)?.isNull == false else { return false }
    return .bool(try arguments.record(0)[try arguments.text(1)]?.isNull == false)
  }

  private static let minOf = extreme(
    "min_of",
    "The least of its arguments, or of a list; null is skipped",
    .less,
    example: ("min_of(3, 1, 2)", "1")
  )

  private static let maxOf = extreme(
    "max_of",
    "The greatest of its arguments, or of a list; null is skipped",
    .greater,
    example: ("max_of([3, null, 7])", "7")
  )

  private static func extreme(
    _ name: String,
    _ summary: String,
    _ wanted: Ordering,
    example: (code: String, result: String)
  ) -> Function {
    Function(
      name,
      summary,
      [Parameter("values", .any)],
      isVariadic: true,
      typed: { types in
        guard types.count == 1, let first = types.first else { return types.common }
        return (first.unwrapped.element ?? first).orNull
      },
      example: example
    ) { arguments, _ throws(RunError) in
      var candidates = ContiguousArray(arguments.values)
      if candidates.count == 1, case .list(let list) = candidates[0] { candidates = list.values }
      var best = Value.null
      for candidate in candidates where !candidate.isNull {
        guard !best.isNull else {
          best = candidate
          continue
        }
        guard let ordering = Value.compare(candidate, best) else {
          throw arguments.invalid("\(candidate.typeName) and \(best.typeName) have no order")
        }
        if ordering == wanted { best = candidate }
      }
      return best
    }
  }
}

extension [DataType] {
  /// The type of all of them where it is one, otherwise `any`.
  fileprivate var common: DataType {
    guard let first, allSatisfy({ $0.unwrapped.description == first.unwrapped.description }) else {
      return .any
    }
    return contains(where: \.isOptional) ? first.orNull : first
  }
}
