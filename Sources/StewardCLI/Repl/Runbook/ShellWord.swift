/// Words as a POSIX shell reads them.
enum ShellWord {
  /// The word as it is where nothing in it is special, otherwise in quotes.
  static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { $0.isASCIIAlphanumeric || "_./:@%+=,-".utf8.contains($0) }
    if isPlain, !word.isEmpty { return word }
    return "'" + word.replacing("'", with: #"'\''"#) + "'"
  }
}
