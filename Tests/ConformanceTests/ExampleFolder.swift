import AdminAPI
import FoundationEssentials

/// The files that an example sends, in a folder that goes away with this.
final class ExampleFolder {
  let path: String

  /// A new version is of a plugin that is there, and a new plugin is not.
  init(for operation: AdminAPI.Operation) throws {
    path = FileManager.default.temporaryDirectory.path + "/steward-example-\(UUID().uuidString)"
    let plugin = operation.id == "plugins.versions.create" ? "release-notes" : "notes"
    try write(#"{"name": "\#(plugin)", "version": "1.1.0"}"#, to: ".claude-plugin/plugin.json")
    try write("Take notes.", to: "skills/notes/SKILL.md")
    // An archive without files.
    try write("PK\u{5}\u{6}" + String(repeating: "\0", count: 18), to: "marketplace.zip")
  }

  private func write(_ text: String, to name: String) throws {
    let file = "\(path)/\(name)"
    let folder = file.split(separator: "/").dropLast().joined(separator: "/")
    try FileManager.default.createDirectory(
      atPath: "/" + folder,
      withIntermediateDirectories: true
    )
    try text.write(toFile: file, atomically: true, encoding: .utf8)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
