internal import AdminAPI
internal import Steward
internal import StewardRuntime
internal import StewardValues

/// Where this process writes runs down and finds them again.
struct RunFolders {
  private let options: GlobalOptions
  private let console: Console

  init(_ options: GlobalOptions, _ console: Console) {
    self.options = options
    self.console = console
  }

  /// The folder of the journals.
  ///
  /// - Throws: ``UsageError`` where there is none.
  func folder() throws(UsageError) -> JournalFolder {
    if let path = options.journal, path != "-" { return JournalFolder(path) }
    guard let state = StateFolder(console.surroundings) else {
      throw UsageError("there is no folder for journals", help: "set HOME, or give --journal DIR")
    }
    return JournalFolder(state.runsPath)
  }

  /// Nil for a sandbox in this process, which is gone when the process ends.
  func journaling(
    bindings: [(name: String, value: String)],
    modules: KeptModules,
    isSandbox: Bool,
    isRepeatable: Bool
  ) -> Journaling? {
    guard !isSandbox || options.journal != nil else { return nil }
    return Journaling(
      place,
      version: Version.text,
      bindings: bindings,
      note: options.note,
      modules: modules,
      isRepeatable: isRepeatable
    )
  }

  private var place: Journaling.Place {
    if options.journal == "-" { return .stream(ErrorJournal(errors: console.errors)) }
    do throws(UsageError) {
      return .folder(try folder())
    } catch {
      return .stream(MissingJournal(message: error.message))
    }
  }
}

/// `--journal -`.
private struct ErrorJournal: LogFile {
  let errors: StandardError
  func append(_ bytes: [UInt8]) throws(ClientError) {
    guard let code = errors.written(String(decoding: bytes, as: UTF8.self)) else { return }
    throw ClientError(.io, "cannot write the journal to standard error: \(Descriptor.reason(code))")
  }
}

/// No change goes out unwritten.
private struct MissingJournal: LogFile {
  let message: String
  func append(_ bytes: [UInt8]) throws(ClientError) {
    throw ClientError(.io, message, hint: "set HOME, or give --journal DIR")
  }
}
