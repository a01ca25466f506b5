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
    /// Those that the run creates or changes; one that is not in ``objects`` it takes away.
    var touched: Set<ObjectKey> = []
    var touchedCollections: Set<String> = []
    /// Those that the run creates, with the steps at which it does.
    var created: [ObjectKey: ChangeStep] = [:]
    /// Those that the run archives, whose names nobody means any more.
    var archived: Set<ObjectKey> = []
    /// How often the second pass has read each address.
    var replayed: [String: Int] = [:]
    /// How many objects each row of a parallel loop creates; the script itself is no row.
    var placeholders: [ArraySlice<Int>: Int] = [:]
    /// Reads that were sent, by what they draw from.
    var reads: [Budget: Int] = [:]
    var admitted = 0
    var creations = CreationLedger()
    /// By the places in ``Gate/limits``.
    var counted: [Int: Int] = [:]
    var sent = 0
    var unknown = 0
    var ledger = PlanLedger()

    /// What the run has made of its objects so far. What it has only read is left out: both passes
    /// of a run begin alike.
    var made: State {
      var state = State()
      state.objects = objects.filter { touched.contains($0.key) }
      state.touched = touched
      state.touchedCollections = touchedCollections
      state.created = created
      state.archived = archived
      state.placeholders = placeholders
      return state
    }
  }

  /// What changes may do at most in this run.
  public let ceiling: Effects
  /// Recording or live.
  public let mode: Mode
  /// The run's `now()`, which predicted objects carry.
  public let now: Timestamp
  /// Hears of every change that is let out, on the thread that sends it.
  let observer: (@Sendable (ChangeEvent) -> Void)?
  /// Where the first pass keeps what it reads, and the second finds it; nil to read always.
  let reads: ReadLog?
  /// Where every change is written down before it is sent; nil for nowhere.
  let journal: (any ChangeJournal)?
  /// What became of changes of the plan in an earlier attempt, by their places in the plan.
  let earlier: [Int: EarlierChange]
  /// For a run without a plan: at most so many changes with any of the effects.
  let limits: [(effects: Effects, limit: Int)]
  /// The gate of the run in which this one only rehearses a part; nil for the run's own.
  let base: Gate?
  /// Of equal creations, which only their answers tell apart.
  let turns = Turns()
  let state: Mutex<State>

  /// A gate for one pass of one run.
  ///
  /// `mode`: What becomes of changes.
  /// `ceiling`: What changes may do at most.
  /// `now`: The run's `now()`.
  /// `reads`: Filled by the first pass of a run, used by the second.
  /// `journal`: Hears of every change before it is sent, and keeps it from being sent if it
  /// cannot be written down.
  /// `earlier`: For a run that goes on where another was broken off.
  /// `observer`: Hears of every change that is let out, on the thread that sends it.
  /// `limits`: Counted as changes go out; a plan is counted as a whole beforehand.
  public init(
    _ mode: Mode,
    ceiling: Effects = .all,
    now: Timestamp,
    observer: (@Sendable (ChangeEvent) -> Void)? = nil,
    reads: ReadLog? = nil,
    journal: (any ChangeJournal)? = nil,
    earlier: [Int: EarlierChange] = [:],
    limits: [(effects: Effects, limit: Int)] = []
  ) {
    self.mode = mode
    self.ceiling = ceiling
    self.now = now
    self.observer = observer
    self.reads = reads
    self.journal = journal
    self.earlier = earlier
    self.limits = limits
    base = nil
    var initial = State()
    if case .live(let plan?) = mode {
      initial.ledger = PlanLedger(plan)
      initial.creations = CreationLedger(plan, earlier)
    }
    state = Mutex(initial)
  }

  /// A gate that lets nothing out, for a part of a run that is only rehearsed.
  ///
  /// What the run has changed so far counts in it; what it records does not count in the run. It may
  /// record whatever would be done: nothing is.
  ///
  /// `base`: The run's. What is read is kept and found again there.
  package init(rehearsingOver base: Gate) {
    mode = .recording
    ceiling = .all
    now = base.now
    observer = nil
    reads = nil
    journal = nil
    earlier = [:]
    limits = []
    self.base = base
    state = Mutex(base.state.withLock(\.made))
  }

  /// True if changes are written down and not sent.
  public var isRecording: Bool { if case .recording = mode { true } else { false } }
  /// True if its run can change anything, so that what it reads may have to be altered.
  var mayChange: Bool { !ceiling.isDisjoint(with: .changes) }
  /// What was recorded so far, in the order in which one change after the other would be made.
  public var changes: ChangeSet {
    ChangeSet(PlanOrder.settled(state.withLock(\.changes), now))
  }
  /// Reads that were sent while changes were recorded, by the allowance that they draw from.
  package var sentReads: [Budget: Int] { state.withLock(\.reads) }
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
