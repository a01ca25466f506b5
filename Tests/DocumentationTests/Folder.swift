import FoundationEssentials

/// A folder for one test, with the files that a page shows. It goes away with its owner.
final class Folder {
  let path: String

  init(for block: Block) throws {
    path = FileManager.default.temporaryDirectory.path + "/steward-docs-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for file in Page.files(beside: block) {
      try Data(file.text.utf8).write(to: URL(filePath: "\(path)/\(file.name)"))
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
