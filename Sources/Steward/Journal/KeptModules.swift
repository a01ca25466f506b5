internal import AdminAPI
package import StewardRuntime
package import StewardSyntax
internal import StewardValues
internal import Synchronization

/// The texts that a script loads, kept, so that it can be run again as it was.
package final class KeptModules: ModuleLoader {
  private struct Place: Hashable {
    let path: String
    let importer: String
  }
  /// Nil where only kept texts are given.
  private let loader: (any ModuleLoader)?
  private let texts: Mutex<[Place: SourceText]>

  /// Keeps what `loader` finds.
  package init(_ loader: any ModuleLoader) {
    self.loader = loader
    texts = Mutex([:])
  }

  /// No text at all.
  package init() {
    loader = nil
    texts = Mutex([:])
  }

  package func load(
    _ path: String,
    from importer: String
  ) throws(ModuleProblem) -> SourceText {
    let place = Place(path: path, importer: importer)
    if let known = texts.withLock({ $0[place] }) { return known }
    guard let loader else { throw ModuleProblem("was not there when the run began") }
    let text = try loader.load(path, from: importer)
    texts.withLock { $0[place] = text }
    return text
  }

  /// The same places with other texts.
  func replacingTexts(_ replace: (SourceText) -> SourceText) -> KeptModules {
    KeptModules(texts.withLock { $0 }.mapValues(replace))
  }

  private init(_ texts: [Place: SourceText]) {
    loader = nil
    self.texts = Mutex(texts)
  }

  // MARK: JSON

  init(json: Value) throws(ClientError) {
    loader = nil
    var kept: [Place: SourceText] = [:]
    for entry in json.list ?? [] {
      guard let record = entry.record, let path = record["path"]?.string,
        let importer = record["from"]?.string, let name = record["name"]?.string,
        let text = record["text"]?.string
      else { throw ClientError(.invalid, "a module of the run cannot be read") }
      kept[Place(path: path, importer: importer)] = SourceText(text, name: name)
    }
    texts = Mutex(kept)
  }

  var json: Value {
    let entries = texts.withLock { $0 }
      .sorted { ($0.key.importer, $0.key.path) < ($1.key.importer, $1.key.path) }
    let values = entries.map { place, text in
      Value(fields: [
        "path": Value(place.path), "from": Value(place.importer), "name": Value(text.name),
        "text": Value(String(decoding: text.bytes, as: UTF8.self)),
      ])
    }
    return .list(ListBox(ContiguousArray(values)))
  }
}
