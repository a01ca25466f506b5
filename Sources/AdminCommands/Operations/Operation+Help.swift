internal import AdminAPI
internal import StewardValues

extension Operation {
  /// What a person should know before using it, as paragraphs of the help.
  var paragraphs: [String] {
    (consequences + notes).map(sentence)
  }

  /// A fragment of the catalog as a sentence. A value of the API stays as it is written.
  private func sentence(_ fragment: String) -> String {
    let word = fragment.prefix { $0 != " " }
    return (isValue(word) ? fragment : fragment.capitalizedFirst) + "."
  }

  private func isValue(_ word: Substring) -> Bool {
    word.contains("_")
      || parameters.contains { parameter in
        guard case .oneOf(let enumeration) = parameter.type else { return false }
        return enumeration.values.contains(String(word))
      }
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
