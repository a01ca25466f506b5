internal import AdminAPI
internal import StewardValues

/// One setting of a sandbox, from which its flag, its place in a spec and its help derive.
public struct SandboxSetting: Sendable {
  /// As in `--users` and `users=2500`.
  public let name: String
  /// What it is for, as a help text.
  public let help: String
  let kind: Kind

  enum Kind: Sendable {
    case integer(Path<Int>, ClosedRange<Int>)
    case duration(Path<TimeSpan>, ClosedRange<TimeSpan>)
    case probability(Path<Double>)
    case moment(Path<Timestamp?>)
    case platform(Path<Access.Platform?>)
    case file(Path<SandboxSnapshot?>)
  }

  typealias Path<Value> = any WritableKeyPath<SandboxSettings, Value> & Sendable

  private init(_ name: String, _ kind: Kind, _ help: String) {
    self.name = name
    self.kind = kind
    self.help = help
  }

  private static let longest = TimeSpan.seconds(86_400)

  /// Every setting, in the order of the help.
  public static let all: [SandboxSetting] = [
    SandboxSetting(
      "seed",
      .integer(\.seed, 0...Int.max),
      "what everything that looks like chance follows from"
    ),
    SandboxSetting(
      "now",
      .moment(\.now),
      "the time at which the sandbox stands still; by default the real clock"
    ),
    SandboxSetting(
      "kind",
      .platform(\.kind),
      "console, enterprise or aws: only what such an organization has, for those who may; by default everything"
    ),
    SandboxSetting(
      "snapshot",
      .file(\.snapshot),
      "an organization to rehearse on, as `organization snapshot | save FILE` wrote it"
    ),
    SandboxSetting(
      "users",
      .integer(\.users, Colleague.written.count - 1...5_000_000),
      "people in the organization"
    ),
    SandboxSetting(
      "workspaces",
      .integer(\.workspaces, Workplace.written.count - 2...10_000),
      "workspaces, beside the default one"
    ),
    SandboxSetting(
      "keys",
      .integer(\.keys, KeyRing.written.count...1_000_000),
      "API keys, whatever their status"
    ),
    SandboxSetting(
      "invites",
      .integer(\.invites, Guest.written.count...1_000_000),
      "invitations, whatever their status"
    ),
    SandboxSetting("days", .integer(\.days, 1...3650), "days of report history"),
    SandboxSetting(
      "latency",
      .duration(\.latency, .zero...longest),
      "how long each answer takes"
    ),
    SandboxSetting(
      "stale",
      .duration(\.stale, .zero...longest),
      "how long reads show the state before a change"
    ),
    SandboxSetting(
      "rate",
      .integer(\.rate, 0...Int.max),
      "requests in each rate-window before 429; 0 for any number"
    ),
    SandboxSetting(
      "rate-window",
      .duration(\.rateWindow, .seconds(1)...longest),
      "how long the rate counts"
    ),
    SandboxSetting("fault-429", .probability(\.fault429), "how likely an answer is 429"),
    SandboxSetting("fault-500", .probability(\.fault500), "how likely an answer is 500"),
    SandboxSetting(
      "fault-drop",
      .probability(\.faultDrop),
      "how likely the connection breaks before anything is done"
    ),
    SandboxSetting(
      "fault-after-commit",
      .probability(\.faultAfterCommit),
      "how likely the connection breaks after a change was made"
    ),
  ]

  /// What a value looks like, as a word of a help text.
  public var valueName: String {
    switch kind {
    case .integer: "N"
    case .duration: "DURATION"
    case .probability: "PROBABILITY"
    case .moment: "TIME"
    case .platform: "KIND"
    case .file: "FILE"
    }
  }

  /// The value that holds where nobody sets it; nil for the real clock.
  public var defaultText: String? {
    let settings = SandboxSettings()
    switch kind {
    case .integer(let path, _): return String(settings[keyPath: path])
    case .duration(let path, _): return settings[keyPath: path].description
    case .probability(let path): return settings[keyPath: path] == 0 ? "0" : nil
    case .moment(let path): return settings[keyPath: path]?.description
    case .platform(let path): return settings[keyPath: path]?.rawValue
    case .file: return nil
    }
  }

  func apply(_ text: String, to settings: inout SandboxSettings) throws(SandboxSettingsError) {
    switch kind {
    case .integer(let path, let range):
      guard let value = Int(text), range.contains(value) else {
        throw refusal(of: text, "a whole number \(Self.words(range))")
      }
      settings[keyPath: path] = value
    case .duration(let path, let range):
      guard let value = TimeSpan(text), range.contains(value) else {
        let bounds = "from \(range.lowerBound) to \(range.upperBound)"
        throw refusal(of: text, "a duration \(bounds), such as 50ms or 1m")
      }
      settings[keyPath: path] = value
    case .probability(let path):
      guard let value = Double(text), (0...1).contains(value) else {
        throw refusal(of: text, "a probability from 0 to 1, such as 0.05")
      }
      settings[keyPath: path] = value
    case .moment(let path):
      guard let value = Timestamp(text) else {
        throw refusal(of: text, "a time such as 2026-10-01T09:30:00Z")
      }
      settings[keyPath: path] = value
    case .platform(let path):
      guard let value = Access.Platform(rawValue: text) else {
        let kinds = Access.Platform.allCases.map(\.rawValue)
        throw refusal(of: text, kinds.joined(separator: " or "))
      }
      settings[keyPath: path] = value
    case .file(let path):
      guard let bytes = WholeFile.bytes(text) else {
        throw SandboxSettingsError("\(name): `\(text)` cannot be read")
      }
      settings[keyPath: path] = try SandboxSnapshot(bytes)
    }
  }

  private func refusal(of text: String, _ expected: String) -> SandboxSettingsError {
    SandboxSettingsError("\(name) cannot be `\(text)`: it is \(expected)")
  }

  private static func words(_ range: ClosedRange<Int>) -> String {
    range.upperBound == .max
      ? "from \(range.lowerBound) on" : "from \(range.lowerBound) to \(range.upperBound)"
  }
}
