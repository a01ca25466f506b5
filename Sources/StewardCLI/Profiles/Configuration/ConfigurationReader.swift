internal import AdminAPI
internal import AdminHTTP
internal import Steward
internal import StewardSyntax
internal import StewardValues

/// Reads the configuration, and says of every mistake where it is and what is right.
package struct ConfigurationReader {
  private let file: LocatedFile

  /// `path`: As messages name the file.
  package init(_ bytes: [UInt8], path: String) { file = LocatedFile(bytes, path: path) }

  /// - Throws: ``UsageError`` with the file and the line.
  package func read() throws(UsageError) -> Configuration {
    let root = try file.json()
    try KeySearch(file).check(root)
    let fields = try file.fields(of: root, in: "the configuration", known: ["default", "profiles"])
    var configuration = Configuration()
    configuration.standard = try fields.text("default")
    if let profiles = fields["profiles"] {
      for member in try file.members(of: profiles, in: "`profiles`") {
        guard Profile.isName(member.name) else {
          throw file.error(
            at: member.offset,
            "`\(escapingControls(member.name))` is no name of a profile",
            help: "a name has letters, digits and between them `.`, `_` and `-`"
          )
        }
        configuration.set(try profile(member.name, member.value))
      }
    }
    guard let standard = configuration.standard, configuration[standard] == nil else {
      return configuration
    }
    let place = fields["default"]?.offset ?? 0
    let names = configuration.profiles.map(\.name)
    throw file.unknown("profile", standard, among: names, at: place)
  }

  private func profile(_ name: String, _ json: LocatedJSON) throws(UsageError) -> Profile {
    let known = [
      "base_url", "organization_id", "organization_name", "mode", "key", "policy", "pacing",
    ]
    let fields = try file.fields(of: json, in: "the profile `\(name)`", known: known)
    var profile = Profile(name: name)
    profile.baseURL = try fields.text("base_url") { (text) throws(UsageError) in
      try BaseURL.checked(text, source: "`base_url`")
    }
    profile.organization = try fields.text("organization_id")
    profile.organizationName = try fields.text("organization_name")
    profile.mode = try fields.word("mode", ChangeMode.allCases.map(\.rawValue))
      .flatMap(ChangeMode.init)
    if let key = fields["key"] { profile.key = try self.key(key, of: name) }
    if let policy = fields["policy"] { profile.policy = try self.policy(policy, of: name) }
    if let pacing = fields["pacing"] { profile.pacing = try self.pacing(pacing, of: name) }
    return profile
  }

  // MARK: - Parts

  private func key(_ json: LocatedJSON, of name: String) throws(UsageError) -> KeySource {
    let owner = "`key` of the profile `\(name)`"
    let fields = try file.fields(of: json, in: owner, known: ["command", "file"])
    let command = try fields.texts("command")
    let path = try fields.text("file")
    guard (command == nil) != (path == nil) else {
      throw file.error(
        at: json.offset,
        "\(owner) is either a command or a file",
        help: #"{"command": ["op", "read", "op://Private/Admin/key"]}, or {"file": "~/key"}"#
      )
    }
    return try file.placed(at: json.offset) { () throws(UsageError) in
      try KeySource.checked(command: command, path: path)
    }
  }

  private func policy(_ json: LocatedJSON, of name: String) throws(UsageError) -> ProfilePolicy {
    let owner = "`policy` of the profile `\(name)`"
    let fields = try file.fields(of: json, in: owner, known: ["allow", "caps", "own_domains"])
    var policy = ProfilePolicy()
    policy.allow = try fields.words("allow", Effects.names.map(\.name))
      .map { words in words.reduce(into: Effects()) { $0.formUnion(Effects(name: $1) ?? []) } }
    policy.ownDomains = try fields.texts("own_domains")?.map { $0.lowercased() }
    if let caps = fields["caps"] {
      let effects = Effects.names.filter { Effects.changes.contains($0.effect) }
      let known = effects.map(\.name)
      let counts = try file.fields(of: caps, in: "`caps` of the profile `\(name)`", known: known)
      for (name, effect) in effects {
        guard let limit = try counts.number(name, 0...Int.max) else { continue }
        policy.caps.append(ChangePolicy.Cap(effect, limit))
      }
    }
    return policy
  }

  private func pacing(_ json: LocatedJSON, of name: String) throws(UsageError) -> ProfilePacing {
    let owner = "`pacing` of the profile `\(name)`"
    let budgets = Budget.all.map(\.rawValue)
    let fields = try file.fields(of: json, in: owner, known: ["share"] + budgets)
    var pacing = ProfilePacing()
    pacing.share = try fields.number("share", 1...100)
    for budget in Budget.all {
      pacing.allowances[budget] = try fields.number(budget.rawValue, 1...1_000_000)
    }
    return pacing
  }
}

extension Budget {
  /// In the order of the help.
  static let all: [Budget] = [.general, .invites, .reports]
}

extension BaseURL {
  /// The text, if it is one.
  static func checked(_ text: String, source: String) throws(UsageError) -> String {
    do throws(HTTPSettingsError) {
      return try BaseURL(text).text
    } catch {
      throw UsageError("\(source): \(error.description)")
    }
  }
}
