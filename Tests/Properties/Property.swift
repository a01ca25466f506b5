/// Something that holds for every input, however wrong it is. The suite tries each with scripts cut
/// anywhere, and `scripts/fuzz` with whatever it invents.
package struct Property: Sendable {
  /// One word: what `scripts/fuzz` calls it.
  package let name: String
  /// What is wrong with an input, in words; nil if the property holds.
  package let problem: @Sendable ([UInt8]) -> String?

  init(_ name: String, _ problem: @escaping @Sendable ([UInt8]) -> String?) {
    self.name = name
    self.problem = problem
  }

  /// From what a person writes to what a server sends.
  package static let all: [Property] = [
    .syntax, .check, .markdown, .json, .ndjson, .csv, .scalars, .pattern, .answer,
  ]
}
