internal import StewardRuntime
internal import StewardSyntax
internal import Synchronization

/// The modules of one checked script. What the check has read is what runs, whatever became of the
/// files meanwhile.
final class ModuleTexts: ModuleLoader {
  private struct Key: Hashable {
    let path: String
    let importer: String
  }
  private let source: ModuleSource
  private let known = Mutex<[Key: SourceText]>([:])

  init(_ source: ModuleSource) { self.source = source }

  func load(_ path: String, from importer: String) throws(ModuleProblem) -> SourceText {
    let key = Key(path: path, importer: importer)
    if let text = known.withLock({ $0[key] }) { return text }
    let text = try read(path, from: importer)
    known.withLock { $0[key] = text }
    return text
  }

  private func read(_ path: String, from importer: String) throws(ModuleProblem) -> SourceText {
    switch source.kind {
    case .folder(let root):
      // The script itself is no file: its modules begin at the root.
      return try ModuleFiles().load(path, from: isModule(importer) ? importer : "\(root)/script")
    case .texts(let text):
      guard let found = text(path) else { throw ModuleProblem("is no module that is known here") }
      return SourceText(found, name: path)
    }
  }

  private func isModule(_ name: String) -> Bool {
    known.withLock { known in known.values.contains { $0.name == name } }
  }
}
