internal import StewardValues

/// The arguments of one call of a function: each is asked for as what it must be.
struct FunctionArguments {
  private let function: String
  let values: [Value]

  init(_ function: String, _ values: [Value]) {
    self.function = function
    self.values = values
  }

  /// An argument, or nil if it was not given.
  func optional(_ index: Int) -> Value? {
    // Not by `?:`, where `nil` would be the value null.
    guard index < values.count else { return nil }
    return values[index]
  }

  /// An argument that is not null.
  func value(_ index: Int) throws(RunError) -> Value {
    guard let value = optional(index) else {
      throw RunError(.invalid, "`\(function)` needs \(index + 1) arguments")
    }
    guard !value.isNull else {
      throw RunError(
        .null,
        "`\(function)` of null",
        help: "give a fallback value: \(function)(x ?? …)"
      )
    }
    return value
  }

  func text(_ index: Int) throws(RunError) -> String {
    let value = try value(index)
    guard case .string(let box) = value else { throw mismatch(value, "text") }
    return box.string
  }

  func integer(_ index: Int) throws(RunError) -> Int {
    let value = try value(index)
    guard case .int(let int) = value else { throw mismatch(value, "an int") }
    return int
  }

  func list(_ index: Int) throws(RunError) -> ContiguousArray<Value> {
    let value = try value(index)
    guard case .list(let list) = value else { throw mismatch(value, "a list") }
    return list.values
  }

  func record(_ index: Int) throws(RunError) -> Record {
    let value = try value(index)
    guard case .record(let record) = value else { throw mismatch(value, "a record") }
    return record
  }

  /// An int or a decimal, exactly.
  func exactNumber(_ index: Int) throws(RunError) -> ExactDecimal {
    switch try value(index) {
    case .int(let int): return ExactDecimal(int)
    case .decimal(let box): return box.decimal
    case let other: throw mismatch(other, "an int or a decimal")
    }
  }

  /// The error for a value of another type.
  func mismatch(_ value: Value, _ expected: String) -> RunError {
    RunError(.type, "`\(function)` takes \(expected), found \(value.typeName)")
  }

  /// An error about a value of the right type.
  func invalid(_ message: String) -> RunError { RunError(.invalid, "`\(function)`: \(message)") }

  /// The result of a calculation that may have none.
  func calculating<Result>(
    _ body: () throws(ArithmeticError) -> Result
  ) throws(RunError) -> Result {
    do throws(ArithmeticError) {
      return try body()
    } catch {
      throw invalid(error.description)
    }
  }
}

extension Function {
  /// A function whose arguments are asked for by what they must be.
  init(
    _ name: String,
    _ summary: String,
    _ parameters: [Parameter],
    isVariadic: Bool = false,
    isFoldable: Bool = false,
    gives result: DataType,
    example: (code: String, result: String),
    validate: @escaping @Sendable (CheckedArguments) -> FunctionProblem? = { _ in nil },
    _ body: @escaping @Sendable (FunctionArguments, RunContext) throws(RunError) -> Value
  ) {
    self.init(
      name,
      summary,
      parameters,
      isVariadic: isVariadic,
      isFoldable: isFoldable,
      checked: { _ in result },
      example: example,
      validate: validate,
      body
    )
  }

  /// The same, with a result type that depends on the arguments' types.
  init(
    _ name: String,
    _ summary: String,
    _ parameters: [Parameter],
    isVariadic: Bool = false,
    isFoldable: Bool = false,
    typed result: @escaping @Sendable ([DataType]) -> DataType,
    example: (code: String, result: String),
    validate: @escaping @Sendable (CheckedArguments) -> FunctionProblem? = { _ in nil },
    _ body: @escaping @Sendable (FunctionArguments, RunContext) throws(RunError) -> Value
  ) {
    self.init(
      name,
      summary,
      parameters,
      isVariadic: isVariadic,
      isFoldable: isFoldable,
      checked: { result($0.types) },
      example: example,
      validate: validate,
      body
    )
  }

  /// The same, with a result type that depends also on the arguments' values.
  init(
    _ name: String,
    _ summary: String,
    _ parameters: [Parameter],
    isVariadic: Bool = false,
    isFoldable: Bool = false,
    checked result: @escaping @Sendable (CheckedArguments) -> DataType,
    example: (code: String, result: String),
    validate: @escaping @Sendable (CheckedArguments) -> FunctionProblem? = { _ in nil },
    _ body: @escaping @Sendable (FunctionArguments, RunContext) throws(RunError) -> Value
  ) {
    self.init(
      name,
      summary,
      parameters,
      isVariadic: isVariadic,
      isFoldable: isFoldable,
      example: example,
      result: result,
      validate: validate,
      evaluate: { values, context throws(RunError) in
        try body(FunctionArguments(name, values), context)
      }
    )
  }
}
