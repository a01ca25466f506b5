import FoundationEssentials

/// A folder with the files that the pages show and that lie beside the examples. It goes away with
/// its owner.
final class RunFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/steward-run-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for file in Self.shown {
      try Data(file.text.utf8).write(to: URL(filePath: "\(path)/\(file.name)"))
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// True once a file was written, changed or removed.
  var isChanged: Bool {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
    return Set(names) != Set(Self.shown.map(\.name))
      || Self.shown.contains { (try? text(of: $0.name)) != $0.text }
  }

  private func text(of name: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }

  /// Blocks such as ```` ```csv people.csv ````; of two with one name the first.
  private static let shown: [(name: String, text: String)] = {
    var files = ["members.json"].map { name in
      (name: name, text: ScriptCorpus.text(of: "Tests/PropertyTests/Examples/\(name)"))
    }
    for page in ScriptCorpus.pages {
      for match in page.text.matches(
        of: /(?m)^```[a-z]+ ([^ \n]+\.[a-z]+)\n((?:[^`\n].*\n|\n)*)```$/
      ) {
        let name = String(match.1)
        guard !files.contains(where: { $0.name == name }) else { continue }
        files.append((name, String(match.2)))
      }
    }
    return files
  }()
}
