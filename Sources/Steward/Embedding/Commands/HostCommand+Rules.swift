internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

extension HostCommand {
  /// Holds the description to what a script can write, and its name to those that are free.
  ///
  /// - Parameter taken: The names of all other commands.
  /// - Throws: The first mistake.
  func check(against taken: Set<String>) throws(CommandProblem) {
    try checkName(taken)
    var names: Set<String> = []
    for parameter in parameters {
      try check(parameter)
      let name = parameter.described.name
      guard names.insert(name).inserted else {
        throw problem(.duplicateParameter, "two parameters are called `\(name)`")
      }
    }
    try checkOrder()
    guard output.isPossibleResult else {
      throw problem(.illegalType, "its output cannot be \(output)")
    }
  }

  var words: [String] {
    name.split(separator: " ", omittingEmptySubsequences: false).map { String($0) }
  }

  private func checkName(_ taken: Set<String>) throws(CommandProblem) {
    for word in words where !word.isKebabCase {
      throw problem(
        .illegalWord,
        "`\(word)` is no word of a command: it has small letters, digits and hyphens, and begins "
          + "with a letter"
      )
    }
    let first = words.first ?? ""
    guard !ReservedWords.isHead(first) else {
      throw problem(.illegalWord, "`\(first)` is a word of the language")
    }
    // Plans and tables show the verb of the API's `retrieve` as `get`.
    guard !words.contains("retrieve") else {
      throw problem(.illegalWord, "`retrieve` is written `get`")
    }
    guard !taken.contains(name) else {
      throw problem(.nameTaken, "there is a command of that name")
    }
  }

  private func check(_ parameter: HostParameter) throws(CommandProblem) {
    let described = parameter.described
    guard described.name.isKebabCase else {
      throw problem(
        .illegalParameter,
        "`\(described.name)` is no name of a parameter: it has small letters, digits and hyphens"
      )
    }
    guard described.type.isPossibleArgument else {
      throw problem(.illegalType, "`\(described.name)` cannot be \(described.type)")
    }
    guard let value = parameter.defaultValue, described.style != .rest else { return }
    if case .failure(let mismatch) = Conversion.convert(value, to: described.type) {
      throw problem(
        .illegalDefault,
        "the default of `\(described.name)` \(mismatch.message)"
      )
    }
  }

  /// Arguments fill positional parameters from the left: an optional one hides what follows.
  private func checkOrder() throws(CommandProblem) {
    let places = parameters.map(\.described).filter { $0.style == .positional || $0.style == .rest }
    for (earlier, later) in zip(places, places.dropFirst()) {
      if earlier.style == .rest {
        throw problem(.misplacedParameter, "`\(later.name)` stands behind the rest")
      }
      if !earlier.isRequired, later.isRequired {
        throw problem(
          .misplacedParameter,
          "`\(later.name)` must be given, and stands behind `\(earlier.name)`, which need not"
        )
      }
    }
  }

  private func problem(_ kind: CommandProblem.Kind, _ message: String) -> CommandProblem {
    CommandProblem(kind, name, message)
  }
}

extension String {
  /// Small letters, digits and single hyphens, beginning with a letter: `older-than`.
  fileprivate var isKebabCase: Bool {
    let parts = split(separator: "-", omittingEmptySubsequences: false)
    guard let first = utf8.first, UInt8(ascii: "a")...UInt8(ascii: "z") ~= first else {
      return false
    }
    return parts.allSatisfy { part in
      !part.isEmpty
        && part.utf8.allSatisfy {
          UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
        }
    }
  }
}

extension DataType {
  /// Whether a host can be given such a value: code stays in the language, rows are pulled there.
  fileprivate var isPossibleArgument: Bool {
    switch self {
    case .closure, .stream, .text, .nothing, .null: false
    case .optional(let inner), .list(let inner), .map(let inner): inner.isPossibleArgument
    case .record(let shape): shape.fields.allSatisfy(\.type.isPossibleArgument)
    default: true
    }
  }

  /// Whether a host can give such a result.
  fileprivate var isPossibleResult: Bool {
    switch self {
    case .closure, .text: false
    case .stream(let row): row.isPossibleArgument
    case .nothing: true
    default: isPossibleArgument
    }
  }
}
