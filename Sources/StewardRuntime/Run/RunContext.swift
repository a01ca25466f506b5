package import StewardValues

/// All that a command sees of the run it is part of.
package struct RunContext: Sendable {
  package private(set) var cancellation: Cancellation
  package private(set) var host: any RunHost
  /// The run's `now()`: the same for all of it.
  package let now: Timestamp
  /// What the commands of an API need for this run, such as its client and gate. The runtime only carries it.
  package private(set) var services: (any Sendable)?
  /// What the run may use at most, and what it has used.
  package let budget: RunBudget
  /// What is said once in all of it.
  package private(set) var remarks: Remarks
  /// The line of work that this is a part of.
  package private(set) var lane = Lane()

  /// `budget`: The one of the run, if it is there already; otherwise one is made of `limits`.
  package init(
    cancellation: Cancellation = Cancellation(),
    host: any RunHost,
    now: Timestamp,
    services: (any Sendable)? = nil,
    limits: Limits = .none,
    budget: RunBudget? = nil,
    remarks: Remarks = Remarks()
  ) {
    let budget = budget ?? RunBudget(limits, cancellation)
    self.cancellation = cancellation
    self.host = budget.limits.outputBytes == nil ? host : MeteredHost(base: host, budget: budget)
    self.now = now
    self.services = services
    self.budget = budget
    self.remarks = remarks
  }

  package var limits: Limits { budget.limits }

  /// The same run for a part of it that may be stopped by itself.
  func cancelled(by cancellation: Cancellation) -> RunContext {
    var context = self
    context.cancellation = cancellation
    return context
  }

  /// The same run in another line of work.
  func on(_ lane: Lane) -> RunContext {
    var context = self
    context.lane = lane
    return context
  }

  /// The same run with what the commands of an API need.
  package func with(services: any Sendable) -> RunContext {
    var context = self
    context.services = services
    return context
  }

  /// The same run for a part of it whose changes are only written down.
  func rehearsed(on host: RehearsalHost, with services: (any Sendable)?) -> RunContext {
    var context = self
    context.host = host
    context.services = services
    context.remarks = Remarks()
    return context
  }

  /// Starts `work` off the evaluator's thread. Wait for it with ``Pending/value()``.
  package func start<Success: Sendable>(
    _ kind: Pending<Success>.Kind = .read,
    _ work: @escaping @Sendable () async throws(RunError) -> Success
  ) -> Pending<Success> {
    Pending(kind, cancellation, work)
  }
}

/// What a run needs from the program around it. Called on the threads of evaluators, of which
/// `par-each` has several.
package protocol RunHost: Sendable {
  /// Writes results: standard output.
  func write(_ bytes: [UInt8]) throws(RunError)
  /// The form in which results are wanted.
  var writer: ResultWriter { get }
  /// Writes everything else: warnings, logs, progress.
  func note(_ line: String, _ importance: NoteImportance)
  /// Asks a yes-or-no question; nil where nobody can answer.
  func confirm(_ question: String) throws(RunError) -> Bool?
  /// Hears how far a command has come.
  func report(_ progress: RunProgress)
  /// The folder below which files may be written.
  var fileRoot: String { get }
  /// True if files elsewhere may not be read either.
  var confinesReading: Bool { get }
  /// True in the first of two passes: results are held back.
  var isRecording: Bool { get }
  /// False in a rehearsal: files are written down, not written.
  var writesFiles: Bool { get }
  /// True if standard output is a terminal of the given width.
  var terminalWidth: Int? { get }
  /// The value of an environment variable, if scripts may read it.
  func environment(_ name: String) -> String?
  /// Standard input as a byte source, for `open -`.
  func standardInput() throws(RunError) -> any ByteSource
  /// A file was opened for reading.
  func didOpen(_ path: String)
  /// A file took its place, or in a rehearsal would take it.
  ///
  /// `path`: As the script wrote it.
  /// `byteCount`: Of the whole file.
  func didSave(_ path: String, byteCount: Int) throws(RunError)
  /// True if the run had written the file before it was broken off: it may be written again.
  func hasSaved(_ path: String) -> Bool
}

extension RunHost {
  package func report(_ progress: RunProgress) {}
  package var confinesReading: Bool { false }
  package var writesFiles: Bool { !isRecording }
  package func didOpen(_ path: String) {}
  package func didSave(_ path: String, byteCount: Int) throws(RunError) {}
  package func hasSaved(_ path: String) -> Bool { false }

  /// Rows as NDJSON, single values as plain text.
  package var writer: ResultWriter { ResultWriter(.ndjson) }

  /// Writes a value in the form in which results are wanted, to its end. In the first of two passes it
  /// only takes everything.
  package func show(_ output: consuming Output, _ type: DataType) throws(RunError) {
    guard !isRecording else { return try output.drained() }
    try writer.write(output, type: type, to: self)
  }
}

/// How far a call of a host's command has come.
public struct RunProgress: Sendable {
  /// The command.
  public let command: String
  /// What it is about now.
  public let text: String
  /// 0…1; nil if nobody knows how much there is to do.
  public let fraction: Double?

  package init(command: String, text: String, fraction: Double?) {
    self.command = command
    self.text = text
    self.fraction = fraction
  }
}

package enum NoteImportance: Sendable { case log, warning }
