internal import LineEditing
internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// Words of a command of the language, as the prompt completes them.
enum LanguageCompletion {
  /// What can stand behind some words.
  static func offers(_ words: [String], _ partial: String) -> [CompletionOffer] {
    guard CommandText.written(partial) == partial || partial.isEmpty || partial.hasPrefix("-")
    else { return [] }
    let before = words.map { CommandText.written($0) + " " }.joined()
    return offers(in: before + partial, from: before.utf8.count)
  }

  /// The first words of commands that can begin a pipeline.
  static func beginnings(_ partial: String) -> [CompletionOffer] {
    let heads = Vocabulary.program.commands.filter {
      switch $0.input {
      case .none, .optionalValue: true
      case .rows, .value: false
      }
    }
    let words = Set(heads.compactMap(\.words.first))
    return offers([], partial).filter { words.contains($0.text) }
  }

  private static func offers(in text: String, from start: Int) -> [CompletionOffer] {
    let completion = Completer(Session(.program)).completion(of: text, at: text.utf8.count)
    let kept = text.utf8.prefix(completion.replacing.lowerBound).dropFirst(start)
    let prefix = String(decoding: Array(kept), as: UTF8.self)
    return completion.candidates.map { CompletionOffer(prefix + $0.text, $0.description) }
  }

  /// The values that a type knows.
  static func values(of type: DataType) -> [String] {
    switch type.unwrapped {
    case .oneOf(let enumeration): enumeration.values
    case .bool: ["true", "false"]
    case .list(let element): values(of: element)
    default: []
    }
  }
}
