package import AdminAPI
internal import StewardValues

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Where journals lie: one file a run, beside it what the run read as long as it is under way.
package struct JournalFolder: Sendable {
  package let path: String

  package init(_ path: String) { self.path = path }

  private static let journalSuffix = ".ndjson"
  private static let readsSuffix = ".reads"

  func journal(of run: RunID) -> String { "\(path)/\(run)\(Self.journalSuffix)" }
  private func reads(of run: RunID) -> String { "\(path)/\(run)\(Self.readsSuffix)" }

  // MARK: Writing

  /// Makes the folder, and those above it, where they are missing; only the owner can enter it.
  ///
  /// - Throws: `io` if that cannot be done.
  package func prepare() throws(ClientError) {
    var made = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: true) {
      made += (made.isEmpty && !path.hasPrefix("/") ? "" : "/") + part
      guard mkdir(made, 0o700) == 0 || errno == EEXIST || errno == EISDIR else {
        throw JournalFile.error("cannot write", made)
      }
    }
  }

  /// A new log for what a run reads.
  func newReads(_ run: RunID) throws(ClientError) -> ReadLog {
    try prepare()
    return try ReadLog(creating: reads(of: run))
  }

  func newFile(_ run: RunID) throws(ClientError) -> JournalFile {
    try prepare()
    return try JournalFile(creating: journal(of: run))
  }

  /// What the run read is of no more use.
  func forgetReads(_ run: RunID) { unlink(reads(of: run)) }

  /// The journal of a run that was broken off, to go on with.
  func continued(_ record: RunRecord) throws(ClientError) -> JournalFile {
    try JournalFile(continuing: journal(of: record.id), length: record.lines.length)
  }

  /// What a run that was broken off had read; nil if that is gone.
  func reads(of record: RunRecord) -> ReadLog? { try? ReadLog(reading: reads(of: record.id)) }

  // MARK: Reading

  /// The runs that were written down, the latest first.
  package func runs() -> [RunID] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var runs: [RunID] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name.hasSuffix(Self.journalSuffix),
        let run = RunID(String(name.dropLast(Self.journalSuffix.count)))
      else { continue }
      runs.append(run)
    }
    return runs.sorted { $0.description > $1.description }
  }

  /// The run called `name`, or the only one whose name begins or ends so.
  ///
  /// - Throws: `not_found`, and `invalid` where several fit.
  package func run(named name: String) throws(ClientError) -> RunID {
    let runs = runs()
    if name == "latest", let run = runs.first { return run }
    if let run = RunID(name), runs.contains(run) { return run }
    let near = runs.filter { $0.description.hasPrefix(name) || $0.description.hasSuffix(name) }
    guard near.count < 2 else {
      throw ClientError(
        .invalid,
        "several runs are called so: \(near.prefix(5).map(\.description).joined(separator: ", "))"
      )
    }
    guard let run = near.first else {
      throw ClientError(
        .notFound,
        "there is no run `\(printable(name))` in \(path)",
        hint: "`steward runs` lists them"
      )
    }
    return run
  }

  /// What the journal says.
  ///
  /// - Throws: `io` if it cannot be read, `drift` if it was changed.
  package func record(of run: RunID) throws(ClientError) -> RunRecord {
    let descriptor = open(journal(of: run), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw JournalFile.error("cannot read", journal(of: run)) }
    defer { close(descriptor) }
    var file = FileByteSource(descriptor: descriptor)
    let bytes: [UInt8]
    do throws(InputError) {
      bytes = try file.readAll()
    } catch {
      throw ClientError(.io, "cannot read the journal \(journal(of: run)): \(error.message)")
    }
    return try RunRecord(run, bytes)
  }

  /// True while a process works on the run.
  package func isUnderWay(_ run: RunID) -> Bool { JournalFile.isInUse(journal(of: run)) }
}
