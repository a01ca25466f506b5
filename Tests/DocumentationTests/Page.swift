import FoundationEssentials

/// A page of the documentation with its fenced blocks.
struct Page: Sendable {
  /// Its path below the project's root.
  let path: String
  let blocks: [Block]

  /// Steward scripts of all pages.
  static var scripts: [Block] { all.flatMap(\.blocks).filter { $0.language == "steward" } }
  /// Terminal sessions of all pages.
  static var sessions: [Block] { all.flatMap(\.blocks).filter { $0.language == "console" } }

  /// `README.md` and what lies below `docs/`.
  static let all: [Page] = {
    let found = (try? FileManager.default.subpathsOfDirectory(atPath: "\(root)/docs")) ?? []
    // A runbook is run as one: RunbookTests.
    let pages = found.filter { $0.hasSuffix(".md") && !$0.hasPrefix("runbooks/") }
    let paths = ["README.md"] + pages.sorted().map { "docs/\($0)" }
    return paths.map { path in
      let text = (try? String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)) ?? ""
      return Page(path: path, blocks: Block.blocks(of: text, in: path))
    }
  }()

  /// The project's root.
  static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  /// What the page says that a script writes: the block `output` behind it.
  static func output(of script: Block) -> [String]? {
    let blocks = all.filter { $0.path == script.path }.flatMap(\.blocks)
    guard let index = blocks.firstIndex(where: { $0.line == script.line }),
      let next = blocks.dropFirst(index + 1).first, next.language == "output"
    else { return nil }
    return next.text.split(separator: "\n").map(String.init)
  }

  /// Files that the page shows: blocks whose info string is a language and a file's name.
  static func files(beside block: Block) -> [(name: String, text: String)] {
    all.filter { $0.path == block.path }.flatMap(\.blocks)
      .filter { $0.word.contains(".") }
      .map { ($0.word, $0.text) }
  }
}
