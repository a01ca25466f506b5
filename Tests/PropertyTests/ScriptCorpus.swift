import AdminCommands
import FoundationEssentials
import StewardRuntime
import StewardSyntax
import Testing

/// A script of this repository.
struct Script: Sendable, CustomTestStringConvertible {
  /// Its file, or the command whose example it is.
  let owner: String
  let text: String

  var testDescription: String { "\(owner): \(text.prefix(60))" }
}

/// The scripts of this repository: of the conformance tests, the runbooks, the pages and the help,
/// and examples that need files.
enum ScriptCorpus {
  /// Right and wrong ones.
  static let all: [Script] = files + fences + examples
  /// Those without errors of syntax.
  static let valid: [Script] = all.filter { !parse($0.text).hasErrors }

  private static let files: [Script] = paths(of: ".steward").flatMap { path in
    text(of: path).split(separator: "\n---\n").map { Script(owner: path, text: String($0)) }
  }

  private static let fences: [Script] = pages.flatMap { page in
    MarkdownRunbook(bytes: Array(page.text.utf8), name: page.owner).sections
      .map { Script(owner: page.owner, text: SourceText(page.text, name: "")[$0.code]) }
      .filter { !$0.text.isEmpty }
  }

  private static let examples: [Script] = AdminCommands.vocabulary.commands.flatMap { command in
    command.examples.map { Script(owner: command.name, text: $0.code) }
  }

  /// Markdown files, whole.
  static let pages: [Script] = (["README.md"] + paths(of: ".md")).map {
    Script(owner: $0, text: text(of: $0))
  }

  private static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  /// Below the root.
  private static func paths(of suffix: String) -> [String] {
    ["Tests/ConformanceTests/Scripts", "Tests/PropertyTests/Examples", "docs"].flatMap { folder in
      let found = (try? FileManager.default.subpathsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
      return found.filter { $0.hasSuffix(suffix) }.sorted().map { "\(folder)/\($0)" }
    }
  }

  static func text(of path: String) -> String {
    (try? String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)) ?? ""
  }
}

func parse(_ text: String) -> SyntaxTree { Parser.parse(SourceText(text, name: "test.steward")) }
