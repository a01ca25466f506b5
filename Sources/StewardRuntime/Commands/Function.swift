package import StewardValues

/// A function of expressions: `len($xs)`, `ago(30d)`. All but those that look something up are pure.
package struct Function: Sendable {
  package struct Parameter: Sendable {
    package let name: String
    package let type: DataType
    package let isOptional: Bool
    package init(_ name: String, _ type: DataType, optional: Bool = false) {
      self.name = name
      self.type = type
      isOptional = optional
    }
  }

  package let name: String
  package let summary: String
  package let parameters: [Parameter]
  /// True if the last parameter may be given any number of times.
  package let isVariadic: Bool
  /// An expression and what it gives, as JSON; a test runs it.
  package let example: (code: String, result: String)
  /// What it does beside computing.
  package let effects: Effects
  /// True if its value hangs on nothing but its arguments, and is never much longer than they are:
  /// a call with known arguments is calculated by the checker.
  package let isFoldable: Bool
  package let result: @Sendable (CheckedArguments) -> DataType
  /// What is wrong with arguments of the right types whose values are known.
  package let validate: @Sendable (CheckedArguments) -> FunctionProblem?
  package let evaluate: @Sendable ([Value], RunContext) throws(RunError) -> Value

  package init(
    _ name: String,
    _ summary: String,
    _ parameters: [Parameter],
    isVariadic: Bool = false,
    effects: Effects = [],
    isFoldable: Bool = false,
    example: (code: String, result: String),
    result: @escaping @Sendable (CheckedArguments) -> DataType,
    validate: @escaping @Sendable (CheckedArguments) -> FunctionProblem? = { _ in nil },
    evaluate: @escaping @Sendable ([Value], RunContext) throws(RunError) -> Value
  ) {
    self.name = name
    self.summary = summary
    self.parameters = parameters
    self.isVariadic = isVariadic
    self.effects = effects
    self.isFoldable = isFoldable
    self.example = example
    self.result = result
    self.validate = validate
    self.evaluate = evaluate
  }
}

/// The arguments of a function's call as the checker knows them.
package struct CheckedArguments: Sendable {
  package let types: [DataType]
  /// The values that are known before the run; nil for the others.
  package let constants: [Value?]

  package init(types: [DataType], constants: [Value?]) {
    self.types = types
    self.constants = constants
  }

  /// The text of an argument, where it is known and a text.
  package func text(_ index: Int) -> String? {
    constants.indices.contains(index) ? constants[index]?.string : nil
  }
}

/// Something wrong with the value of one argument of a function.
package struct FunctionProblem: Sendable {
  package let argument: Int
  package let code: String
  package let message: String
  package let hint: String?

  package init(_ argument: Int, _ code: String, _ message: String, hint: String? = nil) {
    self.argument = argument
    self.code = code
    self.message = message
    self.hint = hint
  }
}
