internal import AdminAPI
internal import Steward
internal import StewardRuntime
internal import StewardValues

/// `steward show RUN`: what one run did, change by change.
struct ShowSubcommand {
  private let name: String

  init(_ words: [String]) throws(UsageError) {
    name = try OwnOptions(words).only("a run", of: "show")
  }

  static let help = OwnOptions.page(
    "show",
    "Tells what one run did, change by change, with the requests' ids",
    usage: ["RUN", "[--journal DIR]"],
    about:
      "RUN is the run's name, or as much of its beginning as tells it from others; `latest` is the latest.",
    examples: ["steward show latest", "steward show latest -o json"]
  )

  func run(_ options: GlobalOptions, _ console: Console) throws(UsageError) -> Int32 {
    let folder = try RunFolders(options, console).folder()
    let (record, _) = try folder.find(name)
    guard options.output == nil || options.output == .table else {
      let rows = record.sent.map(\.row)
      return console.write(.value(.list(ListBox(ContiguousArray(rows)))), options)
    }
    let text = text(of: record, isUnderWay: folder.isUnderWay(record.id))
    return console.finish { text }
  }

  private func text(of record: RunRecord, isUnderWay: Bool) -> String {
    var lines = [
      "run           \(record.id), \(record.state(isUnderWay: isUnderWay))",
      "began         \(record.began)\(record.ended.map { ", ended \($0)" } ?? "")",
      "script        \(printable(record.recipe.source.name))",
      "organization  \(printable(record.organization.name)) (\(printable(record.organization.id)))",
    ]
    if let note = record.note { lines.append("note          \(printable(note))") }
    if let undone = record.undoes { lines.append("undoes        \(undone)") }
    lines.append("")
    lines += record.sent.map(\.line)
    let planned = record.plan?.count ?? record.sent.count
    let open = max(planned - record.madeCount - record.unknownCount, 0)
    if open > 0 { lines.append("\(open) of \(planned) planned changes were not made") }
    lines += record.files.map { "wrote \(printable($0))" }
    if record.isUnfinished, !isUnderWay {
      lines += ["", "`steward resume \(record.id)` finishes it"]
    } else if record.madeCount > 0 {
      lines += ["", "`steward undo \(record.id)` takes it back, as far as that goes"]
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension RunRecord.Sent {
  fileprivate var command: String { operation.words.joined(separator: " ") }

  fileprivate var line: String {
    let request = requestID.map { " (request \(printable($0)))" } ?? ""
    let words = "\(command): \(printable(subject))"
    return switch progress {
    case .made: "✓ \(words)\(request)"
    case .unknown: "? \(words): it is not known whether it was made\(request)"
    case .refused(let message): "✗ \(words): \(printable(message))\(request)"
    }
  }

  fileprivate var row: Value {
    var answer = Value.null
    let state: String
    switch progress {
    case .made(let value): (state, answer) = ("made", value)
    case .unknown: state = "unknown"
    case .refused: state = "refused"
    }
    return Value(fields: [
      "command": Value(command), "subject": Value(subject), "at": .datetime(intent),
      "state": Value(state), "arguments": arguments.json, "answer": answer,
      "request_id": Value(requestID),
    ])
  }
}

extension JournalFolder {
  /// The run of that name, with what its journal says.
  func find(_ name: String) throws(UsageError) -> (record: RunRecord, id: RunID) {
    do throws(ClientError) {
      let id = try run(named: name)
      return (try record(of: id), id)
    } catch {
      throw UsageError(error)
    }
  }
}

extension UsageError {
  /// What keeps a plan or a journal from being used: drift where it is not what was written.
  init(_ error: ClientError, in file: String? = nil) {
    self.init(
      "\(file.map { "\($0): " } ?? "")\(error.message)",
      help: error.hint,
      status: error.kind == .drift ? ExitStatus.drift : ExitStatus.usage
    )
  }
}
