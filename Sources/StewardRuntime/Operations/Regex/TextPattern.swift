/// A regular expression that is matched in linear time, so that no pattern can hang its host.
///
/// Known are classes, alternation, repetition, groups, anchors, `\b`, `\d \w \s` and `(?i)`; what
/// would need backtracking (back-references, look-around) is refused. It works on Unicode scalars.
package struct TextPattern: Sendable {
  private let program: PatternProgram

  package init(_ text: String) throws(PatternError) {
    var parser = PatternParser(text)
    program = try PatternProgram(try parser.parse())
  }

  /// True if the pattern fits anywhere in `text`; `^` and `$` tie it to the ends.
  ///
  /// - Throws: The reason, when the run that `context` belongs to is to stop.
  package func matches(in text: String, _ context: RunContext? = nil) throws(RunError) -> Bool {
    var machine = PatternMachine(program)
    return try machine.finds(in: text, context?.cancellation)
  }
}

/// Why a text is no pattern.
package struct PatternError: Error, Sendable {
  /// Lower case, no full stop: "`)` without `(`".
  package let message: String
  /// The place in the pattern, counted in Unicode scalars from 0.
  package let offset: Int
}
