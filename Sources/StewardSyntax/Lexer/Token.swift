/// A piece of the text as it is coloured and completed.
package struct Token: Sendable, Hashable {
  package enum Kind: String, Sendable {
    case command, flag, word, variable, field, function, name, type
    case string, number, keyword, `operator`, punctuation, comment
  }
  package let kind: Kind
  package let range: SourceRange

  package init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

extension Parser {
  /// The tokens of any text, in order; blanks and what the parser could not read are left out.
  package static func tokens(of source: SourceText) -> [Token] {
    parse(source).tokens
  }
}
