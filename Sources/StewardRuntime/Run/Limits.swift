/// What a run may use at most; nil is without a limit. A run that needs more ends with an error of
/// the kind `limit`, which no script can catch.
///
/// How deep calls (200), source text (200) and data (128) nest is limited always.
public struct Limits: Sendable, Equatable {
  /// One for each statement, call, loop turn and row.
  public var steps: Int?
  /// From the start of the run, waiting included.
  public var wallTime: Duration?
  /// An estimate of what all values that the script holds take at once.
  public var liveBytes: Int?
  /// An estimate of what all values that the script made took together.
  public var allocatedBytes: Int?
  /// Rows that are held at once by `let`, `sort`, `collect` and all else that does not stream.
  public var rowsHeld: Int?
  /// The longest text.
  public var stringBytes: Int?
  /// Requests to the API, repeated ones counted once.
  public var requests: Int?
  /// Requests among them that change something.
  public var changes: Int?
  /// All that is printed, logged and shown.
  public var outputBytes: Int?
  /// The script's text, with the modules that it loads.
  public var sourceBytes: Int?

  /// No limits.
  public init() {}

  /// No limits: for what a person types and runs.
  public static let none = Limits()

  /// For a script that the host did not write.
  public static let untrusted: Limits = {
    var limits = Limits()
    limits.steps = 5_000_000
    limits.wallTime = .seconds(60)
    limits.liveBytes = 256 << 20
    limits.allocatedBytes = 2 << 30
    limits.rowsHeld = 1_000_000
    limits.stringBytes = 16 << 20
    limits.requests = 1_000
    limits.changes = 50
    limits.outputBytes = 10 << 20
    limits.sourceBytes = 1 << 20
    return limits
  }()
}
