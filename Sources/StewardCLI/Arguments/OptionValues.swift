internal import ArgumentParser
internal import Steward
internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// `--arg NAME VALUE`: a variable that the script finds already there.
struct ArgumentBinding: Equatable {
  let name: String
  let value: String

  /// From `NAME=VALUE`; names have no `=`.
  init(_ text: String) throws {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    name = String(parts[0])
    value = parts.count > 1 ? String(parts[1]) : ""
    guard parts.count == 2, Self.isName(name) else {
      throw ValidationError("`\(name)` is no name of a variable")
    }
    guard !ReservedWords.names.contains(name) else {
      throw ValidationError("`\(name)` is a word of the language, and no name of a variable")
    }
  }

  private static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= first) else {
      return false
    }
    return text.utf8.allSatisfy { $0 == UInt8(ascii: "_") || $0.isASCIIAlphanumeric }
  }
}

extension UInt8 {
  var isASCIIAlphanumeric: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      true
    default: false
    }
  }
}

/// When escape sequences for colours are written.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, always, never
}

/// How errors and warnings are written.
enum DiagnosticsFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, github
}

/// Readers of option values; what they throw is shown with the option's name.
enum OptionValue {
  static func effects(_ text: String) throws -> Effects {
    var effects: Effects = []
    for name in text.split(separator: ",") {
      guard let effect = Effects(name: name) else {
        throw ValidationError(unknown("effect", String(name), among: Effects.names.map(\.name)))
      }
      effects.insert(effect)
    }
    guard !effects.isEmpty else { throw ValidationError("no effect is named: --allow read") }
    return effects
  }

  /// `cut=25`.
  static func cap(_ text: String) throws -> ChangePolicy.Cap {
    let parts = text.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let limit = Int(parts[1]), limit >= 0 else {
      throw ValidationError("a guard is written EFFECT=N: cut=25")
    }
    let changes = Effects.names.filter { !$0.effect.isDisjoint(with: .changes) }
    guard let effect = changes.first(where: { $0.name == parts[0] })?.effect else {
      throw ValidationError(unknown("change", String(parts[0]), among: changes.map(\.name)))
    }
    return ChangePolicy.Cap(effect, limit)
  }

  static func format(_ text: String) throws -> OutputFormat {
    guard let format = OutputFormat(rawValue: text) else {
      let names = OutputFormat.allCases.map(\.rawValue)
      throw ValidationError(unknown("format", text, among: names))
    }
    return format
  }

  static func moment(_ text: String) throws -> Timestamp {
    guard let moment = Timestamp(text) else {
      throw ValidationError("a time is written 2026-10-01T09:30:00Z")
    }
    return moment
  }

  private static func unknown(_ what: String, _ word: String, among names: [String]) -> String {
    if let nearest = Spelling.nearest(word, in: names) {
      return "no \(what) `\(word)`: did you mean `\(nearest)`?"
    }
    return "no \(what) `\(word)`: there are \(names.joined(separator: ", "))"
  }
}
