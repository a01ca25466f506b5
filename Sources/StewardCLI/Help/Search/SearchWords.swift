/// A text as the words that a search compares: in small letters, without endings.
enum SearchWords {
  /// What says nothing about what is looked for.
  static let unimportant: Set<String> = [
    "a", "about", "all", "an", "and", "any", "are", "as", "at", "be", "been", "by", "can", "could",
    "did", "do", "does", "every", "find", "for", "from", "get", "give", "has", "have", "help",
    "how",
    "i", "if", "in", "into", "is", "it", "list", "make", "me", "my", "of", "on", "or", "our", "out",
    "please", "see", "should", "show", "so", "some", "that", "the", "their", "them", "then",
    "there",
    "these", "they", "this", "to", "up", "us", "use", "want", "was", "we", "what", "where", "which",
    "who", "whom", "whose", "why", "will", "with", "would", "you", "your",
  ]

  /// The words of a text in order, as they stand there: `ApiKey` is two.
  static func pieces(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var wasSmall = false
    for character in text {
      let isPart = character.isLetter || character.isNumber
      if !isPart || (character.isUppercase && wasSmall) {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if isPart { word += character.lowercased() }
      wasSmall = character.isLowercase
    }
    return word.isEmpty ? words : words + [word]
  }

  /// The stems of a text's words.
  static func stems(of text: String) -> [String] { pieces(of: text).map(stem) }

  /// What somebody looks for: without what says nothing, unless that is all there is.
  static func query(_ text: String) -> [String] {
    let pieces = pieces(of: text)
    let important = pieces.filter { !unimportant.contains($0) }
    return important.isEmpty ? pieces : important
  }

  /// A word without its ending: `removes`, `removed` and `removing` are one. Words of a few letters and
  /// words with digits stay.
  static func stem(_ word: String) -> String {
    guard word.utf8.count > 3, !word.contains(where: \.isNumber) else { return word }
    for (ending, replacement) in endings where word.hasSuffix(ending) {
      let beginning = word.dropLast(ending.count)
      guard beginning.count > 2 else { continue }
      return closed(String(beginning) + replacement)
    }
    return closed(word)
  }

  /// The longest come first.
  private static let endings = [
    ("ations", "ate"), ("ation", "ate"), ("ings", ""), ("ies", "y"), ("ing", ""), ("ied", "y"),
    ("ed", ""), ("ss", "ss"), ("us", "us"), ("es", "e"), ("s", ""),
  ]

  /// Without a last `e` or a doubled consonant: `remove` and `remov`, `plann` and `plan`.
  private static func closed(_ word: String) -> String {
    var word = word
    if word.count > 3, word.hasSuffix("e") { word.removeLast() }
    let end = word.suffix(2)
    if word.count > 4, end.count == 2, end.first == end.last, !"sl".contains(end.last ?? "s") {
      word.removeLast()
    }
    return word
  }
}
