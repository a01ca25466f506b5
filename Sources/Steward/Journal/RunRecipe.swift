internal import AdminAPI
package import StewardSyntax
package import StewardValues

/// All that decides what a run does, apart from the organization: with it the run can be repeated.
package struct RunRecipe: Sendable {
  /// A file that a script reads, and what was in it.
  package struct Input: Sendable, Equatable {
    package let path: String
    package let fingerprint: String
  }

  /// The script's name and text.
  package var source: SourceText
  /// The texts that it loads.
  package var modules: KeptModules
  /// `--arg NAME VALUE`.
  package var bindings: [(name: String, value: String)]
  package var parameters: [String: Value]
  package var now: Timestamp
  package var ceiling: Effects
  /// The folder below which it writes, in full.
  package var fileRoot: String
  /// False for a line of a session, whose names live in that session only.
  package var isRepeatable: Bool
  package var inputs: [Input] = []
  package var standardInput: [UInt8]?
  /// What a person was asked, in order.
  package var answers: [(question: String, answer: Bool)] = []
  /// True where dots stand for secrets in the script, which cannot run so.
  package var isMasked = false

  package init(
    source: SourceText,
    modules: KeptModules = KeptModules(),
    bindings: [(name: String, value: String)] = [],
    parameters: [String: Value] = [:],
    now: Timestamp,
    ceiling: Effects,
    fileRoot: String,
    isRepeatable: Bool = true
  ) {
    self.source = source
    self.modules = modules
    self.bindings = bindings
    self.parameters = parameters
    self.now = now
    self.ceiling = ceiling
    self.fileRoot = fileRoot
    self.isRepeatable = isRepeatable
  }
}
