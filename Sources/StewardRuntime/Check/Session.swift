package import StewardSyntax
package import StewardValues

/// Names and values that outlive one text: a script has a session of its own, a REPL keeps one.
/// Used on one thread.
package final class Session {
  package let vocabulary: Vocabulary

  /// - Parameter constants: Variables that the text finds already there: `--arg NAME VALUE`.
  package init(_ vocabulary: Vocabulary, constants: [(name: String, value: Value)] = []) {
    self.vocabulary = vocabulary
  }

  /// Checks a text against what the session knows. Nothing is run, and the session stays as it is.
  package func check(_ source: SourceText) -> CheckResult {
    CheckResult(tree: Parser.parse(source), diagnostics: [], program: nil)
  }

  /// Runs a checked text on the calling thread; what it binds stays in the session.
  ///
  /// - Returns: What its last statement gives, which may still have to be pulled.
  package func run(_ program: Program, _ context: RunContext) throws(RunError) -> Output { .nothing }

  /// The first of two passes: runs to the end, and leaves the session as it was.
  package func rehearse(_ program: Program, _ context: RunContext) throws(RunError) {}

  /// The names that a next text may use, for completion.
  package var variables: [(name: String, type: DataType)] { [] }

  /// Sets `$_`.
  package func keepLast(_ value: Value, _ type: DataType) {}
}
