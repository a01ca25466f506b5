internal import StewardSyntax
internal import StewardValues

/// A JSON file that a person wrote, and errors with its lines.
struct LocatedFile {
  private let source: SourceText

  init(_ bytes: [UInt8], path: String) { source = SourceText(bytes: bytes, name: path) }

  func json() throws(UsageError) -> LocatedJSON {
    do throws(JSONError) {
      return try LocatedJSON(source.bytes)
    } catch {
      throw self.error(at: error.offset, "this is no JSON: \(error.message)")
    }
  }

  /// `config.json:12:3: …`.
  func error(at offset: Int, _ message: String, help: String? = nil) -> UsageError {
    let (line, column) = source.position(of: UInt32(clamping: offset))
    return UsageError("\(source.name):\(line):\(column): \(message)", help: help)
  }

  func unknown(
    _ what: String,
    _ word: String,
    among names: [String],
    at offset: Int
  ) -> UsageError {
    let near = Spelling.nearest(word, in: names)
    let all = names.isEmpty ? nil : "there are: \(names.joined(separator: ", "))"
    return error(
      at: offset,
      "there is no \(what) `\(escapingControls(word))`",
      help: near.map { "did you mean `\($0)`?" } ?? all
    )
  }

  /// What goes wrong in `body` is said of this place.
  func placed<Result>(
    at offset: Int,
    _ body: () throws(UsageError) -> Result
  ) throws(UsageError) -> Result {
    do throws(UsageError) {
      return try body()
    } catch {
      throw self.error(at: offset, error.message, help: error.help)
    }
  }

  // MARK: - Values

  func members(
    of json: LocatedJSON,
    in owner: String
  ) throws(UsageError) -> [LocatedJSON.Member] {
    guard case .object(let members) = json.kind else {
      throw mismatch(json, owner, "an object: { … }")
    }
    var seen: Set<String> = []
    for member in members where !seen.insert(member.name).inserted {
      throw error(at: member.offset, "`\(escapingControls(member.name))` is in \(owner) twice")
    }
    return members
  }

  /// - Throws: ``UsageError`` for a field that is not known: one that is misspelt would hold nobody
  ///   to anything.
  func fields(
    of json: LocatedJSON,
    in owner: String,
    known: [String]
  ) throws(UsageError) -> LocatedFields {
    let members = try members(of: json, in: owner)
    if let member = members.first(where: { !known.contains($0.name) }) {
      let near = Spelling.nearest(member.name, in: known)
      throw error(
        at: member.offset,
        "\(owner) has no field `\(escapingControls(member.name))`",
        help: near.map { "did you mean `\($0)`?" } ?? "it has: \(known.joined(separator: ", "))"
      )
    }
    return LocatedFields(file: self, members: members)
  }

  func mismatch(_ json: LocatedJSON, _ name: String, _ expected: String) -> UsageError {
    let found =
      switch json.kind {
      case .null: "null"
      case .bool: "true or false"
      case .number: "a number"
      case .string: "a text"
      case .list: "a list"
      case .object: "an object"
      }
    return error(at: json.offset, "\(name) is \(expected), not \(found)")
  }
}

/// The fields of one object, by their names.
struct LocatedFields {
  let file: LocatedFile
  let members: [LocatedJSON.Member]

  /// Nil for a field that is not there.
  subscript(name: String) -> LocatedJSON? { members.first { $0.name == name }?.value }

  /// A text that is not empty, as `check` leaves it.
  func text(
    _ name: String,
    _ check: (String) throws(UsageError) -> String = { text throws(UsageError) in text }
  ) throws(UsageError) -> String? {
    guard let json = self[name] else { return nil }
    let text = try text(json, name)
    return try file.placed(at: json.offset) { () throws(UsageError) in try check(text) }
  }

  func texts(_ name: String) throws(UsageError) -> [String]? {
    guard let json = self[name] else { return nil }
    guard case .list(let elements) = json.kind else {
      throw file.mismatch(json, "`\(name)`", #"a list of texts: ["…", "…"]"#)
    }
    return try elements.map { (element) throws(UsageError) in try text(element, name) }
  }

  private func text(_ json: LocatedJSON, _ name: String) throws(UsageError) -> String {
    guard case .string(let text) = json.kind else {
      throw file.mismatch(json, "`\(name)`", "a text")
    }
    guard !text.isEmpty else { throw file.error(at: json.offset, "`\(name)` is empty") }
    return text
  }

  /// One of some words.
  func word(_ name: String, _ words: [String]) throws(UsageError) -> String? {
    guard let json = self[name] else { return nil }
    return try word(json, name, words)
  }

  func words(_ name: String, _ words: [String]) throws(UsageError) -> [String]? {
    guard let json = self[name] else { return nil }
    guard case .list(let elements) = json.kind else {
      throw file.mismatch(json, "`\(name)`", "a list: [\"\(words.first ?? "")\", …]")
    }
    return try elements.map { (element) throws(UsageError) in try word(element, name, words) }
  }

  private func word(
    _ json: LocatedJSON,
    _ name: String,
    _ words: [String]
  ) throws(UsageError) -> String {
    let word = try text(json, name)
    guard words.contains(word) else {
      throw file.unknown("`\(name)`", word, among: words, at: json.offset)
    }
    return word
  }

  func number(_ name: String, _ range: ClosedRange<Int>) throws(UsageError) -> Int? {
    guard let json = self[name] else { return nil }
    let bounds =
      range.upperBound == .max
      ? "from \(range.lowerBound) on" : "from \(range.lowerBound) to \(range.upperBound)"
    guard case .number(let number) = json.kind else {
      throw file.mismatch(json, "`\(name)`", "a whole number \(bounds)")
    }
    guard let number, range.contains(number) else {
      throw file.error(at: json.offset, "`\(name)` is a whole number \(bounds)")
    }
    return number
  }
}
