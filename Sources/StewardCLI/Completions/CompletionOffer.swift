/// One word that a shell may put in, with a few words on it.
package struct CompletionOffer: Equatable, Sendable {
  package let text: String
  package let meaning: String

  package init(_ text: String, _ meaning: String = "") {
    self.text = text
    self.meaning = meaning
  }
}

/// Which files a shell is to offer: it knows best how.
package enum CompletionFiles: String, Sendable {
  case files
  /// Scripts and Markdown pages.
  case scripts
  case folders
}
