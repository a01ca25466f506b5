internal import AdminAPI
internal import Steward
internal import StewardRuntime
internal import StewardValues

/// `steward runs`: what was changed, the latest first.
struct RunsSubcommand {
  init(_ words: [String]) throws(UsageError) {
    if let word = words.first { throw UsageError("`\(word)` beside runs") }
  }

  static let help = OwnOptions.page(
    "runs",
    "Lists the runs that changed something, the latest first",
    usage: ["[--journal DIR]"],
    about:
      "Each run that changes something is written down before every change and after it, by default in `$XDG_STATE_HOME/steward/runs`. The states are done, failed, unfinished (`steward resume` finishes it), under way, and broken: its journal was tampered with.",
    examples: ["steward runs -o json"]
  )

  func run(_ options: GlobalOptions, _ console: Console) throws(UsageError) -> Int32 {
    let folder = try RunFolders(options, console).folder()
    let rows = folder.runs().map { row($0, folder) }
    guard !rows.isEmpty else {
      console.errors.line("no run has changed anything, as far as \(folder.path) tells")
      return ExitStatus.done
    }
    return console.write(.value(.list(ListBox(ContiguousArray(rows)))), options)
  }

  private func row(_ run: RunID, _ folder: JournalFolder) -> Value {
    do throws(ClientError) {
      let record = try folder.record(of: run)
      return Value(fields: [
        "run": Value(run.description),
        "began": .datetime(record.began),
        "script": Value(record.recipe.source.name),
        "organization": Value(record.organization.name),
        "made": .int(record.madeCount),
        "planned": record.plan.map { .int($0.count) } ?? .null,
        "state": Value(record.state(isUnderWay: folder.isUnderWay(run))),
        "note": Value(record.note),
      ])
    } catch {
      return Value(fields: [
        "run": Value(run.description), "began": .null, "script": .null, "organization": .null,
        "made": .null, "planned": .null, "state": Value("broken: \(error.message)"), "note": .null,
      ])
    }
  }
}

extension RunRecord {
  /// In one or two words.
  func state(isUnderWay: Bool) -> String {
    if isUnderWay { return "under way" }
    if isUnfinished { return "unfinished" }
    return status == 0 ? "done" : "failed"
  }
}

extension Console {
  /// A result in the form that was asked for.
  func write(_ output: Output, _ options: GlobalOptions) -> Int32 {
    do throws(RunError) {
      let format = options.output ?? (width == nil ? .ndjson : .table)
      var bytes: [UInt8] = []
      let text = ResultWriter(format, width: width).text(of: output, type: .any)
      while let piece = try text.next() { bytes += piece }
      if bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
      let all = String(decoding: bytes, as: UTF8.self)
      return finish { all }
    } catch {
      Reports(errors, options.diagnostics).show(error, .init())
      return ExitStatus.failed
    }
  }
}
