package import StewardValues

/// A pure function of expressions: `len($xs)`, `ago(30d)`.
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
  package let result: @Sendable ([DataType]) -> DataType
  package let evaluate: @Sendable ([Value], RunContext) throws(RunError) -> Value

  package init(
    _ name: String,
    _ summary: String,
    _ parameters: [Parameter],
    isVariadic: Bool = false,
    example: (code: String, result: String),
    result: @escaping @Sendable ([DataType]) -> DataType,
    evaluate: @escaping @Sendable ([Value], RunContext) throws(RunError) -> Value
  ) {
    self.name = name
    self.summary = summary
    self.parameters = parameters
    self.isVariadic = isVariadic
    self.example = example
    self.result = result
    self.evaluate = evaluate
  }
}
