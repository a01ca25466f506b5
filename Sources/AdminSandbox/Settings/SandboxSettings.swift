public import AdminAPI
public import StewardValues

/// How a sandbox is made: its size, its seed, its clock, and what goes wrong in it.
///
/// The names that ``init(spec:)`` takes, their help and their bounds are in ``SandboxSetting/all``.
public struct SandboxSettings: Sendable {
  /// Everything that looks like chance follows from it.
  public var seed = 1
  /// The time at which the sandbox stands still; nil: it follows the real clock.
  public var now: Timestamp?
  /// Where the organization is managed, and who may call what; nil: it has what all kinds have, for
  /// whoever has the key.
  public var kind: Access.Platform?
  /// An organization that was taken down elsewhere; with it, counts are the snapshot's.
  public var snapshot: SandboxSnapshot?
  /// People in the organization.
  public var users = 24
  /// Workspaces that are not archived, without the default one.
  public var workspaces = 6
  /// API keys, whatever their status.
  public var keys = 15
  /// Invitations, whatever their status.
  public var invites = 4
  /// Days of use before the sandbox was started.
  public var days = 90
  /// How long each answer takes.
  public var latency = TimeSpan.zero
  /// How long reads show an object as it was before a change.
  public var stale = TimeSpan.zero
  /// Requests in each ``rateWindow`` before 429; 0: any number.
  public var rate = 0
  /// How long ``rate`` counts before it begins anew.
  public var rateWindow = TimeSpan.seconds(60)
  /// How likely a request is answered with 429, 0…1.
  public var fault429 = 0.0
  /// How likely a request is answered with 500, 0…1.
  public var fault500 = 0.0
  /// How likely the connection breaks before the request is processed, 0…1.
  public var faultDrop = 0.0
  /// How likely the connection breaks after a change was made, 0…1.
  public var faultAfterCommit = 0.0
  /// Checks each answer that is one object against the catalog before it leaves.
  public var checksAnswers = true

  /// The small organization without faults.
  public init() {}

  /// Reads `users=2500,latency=50ms`; what is not named keeps its default.
  ///
  /// - Throws: ``SandboxSettingsError`` for an unknown name, with the nearest one, and for a value
  ///   of another type or out of bounds.
  public init(spec: String) throws(SandboxSettingsError) {
    self.init()
    for part in spec.split(separator: ",") {
      guard let equals = part.firstIndex(of: "=") else {
        throw SandboxSettingsError("`\(part)` has no value: write `\(part)=…`")
      }
      try set(String(part[..<equals]), to: String(part[part.index(after: equals)...]))
    }
  }

  /// Sets the setting of that name from text, as a flag of a command line gives it.
  ///
  /// - Throws: ``SandboxSettingsError`` as ``init(spec:)`` does.
  public mutating func set(_ name: String, to text: String) throws(SandboxSettingsError) {
    guard let setting = SandboxSetting.all.first(where: { $0.name == name }) else {
      throw SandboxSettingsError(unknown: name)
    }
    try setting.apply(text, to: &self)
  }
}
