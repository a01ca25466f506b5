internal import StewardValues

/// Looks for keys where none may be. What it finds it does not show.
package struct KeySearch {
  private let file: LocatedFile

  init(_ file: LocatedFile) { self.file = file }

  /// Every key and token of the API begins so, those of the model API included.
  package static func looksLikeKey(_ text: String) -> Bool { text.contains("sk-ant-") }

  static let help =
    "name the command that gives the key, or a file that only you can read: `steward help profile`"

  /// - Throws: ``UsageError`` with the place of the first that looks like one.
  func check(_ json: LocatedJSON) throws(UsageError) {
    switch json.kind {
    case .null, .bool, .number: return
    case .string(let text): try check(text, at: json.offset)
    case .list(let elements):
      for element in elements { try check(element) }
    case .object(let members):
      for member in members {
        try check(member.name, at: member.offset)
        try check(member.value)
      }
    }
  }

  private func check(_ text: String, at offset: Int) throws(UsageError) {
    guard Self.looksLikeKey(text) else { return }
    throw file.error(
      at: offset,
      "this looks like a key, and keys are never kept in this file",
      help: "\(Self.help); disable the key if others could read it"
    )
  }
}
