public import StewardValues
internal import Synchronization

/// What every request that can change something passes, once a run.
///
/// A recording gate lets nothing out: it writes changes down and answers them by prediction. A live
/// one sends them, and with a plan only what was planned, each change once.
public final class Gate: Sendable {
  /// What becomes of changes.
  public enum Mode: Sendable {
    /// They are written down; only reads leave the process.
    case recording
    /// They are sent: all, or only those of a plan.
    case live(plan: ChangeSet?)
  }

  struct State {
    var changes: [PlannedChange] = []
    /// Objects as they were read, or as the plan leaves them.
    var objects: [ObjectKey: Value] = [:]
    /// Those that the plan creates or changes; one that is not in ``objects`` it takes away.
    var touched: Set<ObjectKey> = []
    var placeholders = 0
    var sent = 0
    var unknown = 0
    var ledger = PlanLedger()
  }

  /// What changes may do at most in this run.
  public let ceiling: Effects
  /// Recording or live.
  public let mode: Mode
  /// The run's `now()`, which predicted objects carry.
  public let now: Timestamp
  /// Hears of every change that is let out, on the thread that sends it.
  let observer: (@Sendable (ChangeEvent) -> Void)?
  let state: Mutex<State>

  /// A gate for one pass of one run.
  public init(
    _ mode: Mode,
    ceiling: Effects = .all,
    now: Timestamp,
    observer: (@Sendable (ChangeEvent) -> Void)? = nil
  ) {
    self.mode = mode
    self.ceiling = ceiling
    self.now = now
    self.observer = observer
    var initial = State()
    if case .live(let plan?) = mode { initial.ledger = PlanLedger(plan) }
    state = Mutex(initial)
  }

  /// True if changes are written down and not sent.
  public var isRecording: Bool { if case .recording = mode { true } else { false } }
  /// What was recorded so far.
  public var changes: ChangeSet { ChangeSet(state.withLock(\.changes)) }
  /// Changes that were sent and confirmed by the server.
  public var sentChanges: Int { state.withLock(\.sent) }
  /// Changes that were sent and may or may not have been made.
  public var unknownChanges: Int { state.withLock(\.unknown) }
  /// Planned changes that were not sent yet.
  public var remainingChanges: Int { state.withLock(\.ledger.remaining) }

  /// Throws `declined` unless all effects are below the ceiling.
  func check(_ effects: Effects, of operation: Operation) throws(ClientError) {
    let excess = effects.intersection(.changes).subtracting(ceiling)
    guard excess.isEmpty else {
      throw ClientError(
        .declined,
        "\(operation.words.joined(separator: " ")) would \(excess), which this run may not"
      )
    }
  }
}
