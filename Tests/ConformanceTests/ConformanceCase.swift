import FoundationEssentials
import Testing

/// One case of a script file.
struct ConformanceCase: Sendable, CustomTestStringConvertible {
  struct Finding: Sendable {
    let code: String
    let place: String
    let parts: [String]
  }
  let file: String
  let title: String
  let code: String
  var output: [String] = []
  var findings: [Finding] = []
  var notes: [String] = []
  var requests: Int?
  /// Those of the language document that it holds.
  var rules: [String] = []

  var testDescription: String { "\(file): \(title)" }

  /// Its file below `Scripts`, without the ending: `queries/rows`.
  var name: String { String(file.dropLast(".steward".count)) }

  /// Whether it is a Markdown page with fences.
  var isPage: Bool { code.contains("```") }

  static let all: [ConformanceCase] = files.flatMap { file in
    let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    let name = file.split(separator: "/").suffix(2).joined(separator: "/")
    return text.split(separator: "\n---\n").map { ConformanceCase(String($0), in: name) }
  }

  private static let files: [String] = {
    let here = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    let root = "/\(here)/Scripts"
    let found = (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []
    return found.filter { $0.hasSuffix(".steward") }.sorted().map { "\(root)/\($0)" }
  }()

  private init(_ text: String, in file: String) {
    self.file = file
    var code: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("#> ") {
        output.append(String(line.dropFirst(3)))
      } else if line == "#>" {
        output.append("")
      } else if line.hasPrefix("#! ") {
        findings.append(ConformanceCase.finding(line.dropFirst(3)))
      } else if line.hasPrefix("#~ ") {
        notes.append(String(line.dropFirst(3)))
      } else if line.hasPrefix("#= ") {
        requests = Int(line.dropFirst(3))
      } else if line.hasPrefix("# rules: ") {
        rules = line.dropFirst(9).split(separator: " ").map { String($0) }
      } else {
        code.append(line)
      }
    }
    title = code.first.map { String($0.dropFirst(2)) } ?? "untitled"
    self.code = code.dropFirst().joined(separator: "\n")
  }

  private static func finding(_ line: Substring) -> Finding {
    let parts = line.split(separator: " ", maxSplits: 2)
    return Finding(
      code: parts.first.map { String($0) } ?? "",
      place: parts.dropFirst().first.map { String($0) } ?? "",
      parts: parts.dropFirst(2).first.map { $0.split(separator: " | ").map { String($0) } } ?? []
    )
  }
}
