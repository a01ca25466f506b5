internal import AdminAPI
internal import AdminCommands
internal import AdminHTTP
internal import Steward
internal import StewardRuntime
internal import StewardValues

/// What `doctor` finds.
struct Examination {
  private(set) var findings: [(name: String, text: String)] = []
  /// Done, or what a command would end with that needs the organization.
  private(set) var status = ExitStatus.done

  /// How the organization is asked for; it throws where there is no answer.
  typealias Reading = (AdminClient) throws(RunError) -> Value

  init(
    _ organization: Organization,
    _ console: Console,
    reading: Reading = { (client) throws(RunError) in try client.organizationObject() }
  ) throws(UsageError) {
    add("steward", Version.text)
    try addDestination(organization, console.surroundings)
    addOrganization(organization, reading)
    addProxy(organization, console.surroundings)
    add("terminal", TerminalFinding.text(console))
    add("locale", LocaleFinding.text(console.surroundings))
    add("files", StateFinding.text(console.surroundings))
  }

  /// As a table.
  var text: String {
    let rows = findings.map { (name: $0.name, meaning: $0.text) }
    return Columns.table(rows, indent: 0).joined(separator: "\n") + "\n"
  }

  private mutating func add(_ name: String, _ text: String) {
    findings.append((name, escapingControls(text)))
  }

  // MARK: - Where and as whom

  private mutating func addDestination(
    _ organization: Organization,
    _ surroundings: Surroundings
  ) throws(UsageError) {
    guard case .live(let destination) = organization.kind else {
      return add("key", "none needed: a sandbox in this process")
    }
    let profiles = organization.profiles
    for (name, text) in ProfileFinding(profiles, surroundings).findings { add(name, text) }
    let choice = try CredentialChoice(surroundings, profiles)
    addKey(choice, organization)
    add("base URL", destination.url.text + (destination.source.map { ", from \($0)" } ?? ""))
    for (source, reason) in choice.ignored { add("ignored", "\(source): \(reason)") }
    if destination.ignoresModelGateway { add("ignored", Destination.ignoredNote) }
  }

  /// A profile's command or file is asked for the key, whose kind is told.
  private mutating func addKey(_ choice: CredentialChoice, _ organization: Organization) {
    guard let source = choice.source else { return add("key", "none") }
    do throws(RunError) {
      add("key", "\(try organization.client().credential), from \(source)")
    } catch {
      add("key", "from \(source)")
    }
  }

  private mutating func addOrganization(_ organization: Organization, _ reading: Reading) {
    let observer = AnswerObserver()
    do throws(RunError) {
      let client = try organization.client(observedBy: observer)
      let object = try reading(client)
      add("organization", Self.description(of: object))
      let record = object.record
      try organization.profile?.pin?
        .check(id: record?["id"]?.string, name: record?["name"]?.string)
    } catch {
      fail(error)
    }
    add("clock", ClockFinding.text(observer.latest))
  }

  private mutating func fail(_ error: RunError) {
    status = ExitStatus.of(error, changesMade: false)
    let isPin = error.kind == .declined
    add(isPin ? "" : "organization", isPin ? error.message : "cannot be read: \(error.message)")
    if let help = error.help { add("", help) }
  }

  private static func description(of organization: Value) -> String {
    let record = organization.record
    let name = record?["name"]?.string ?? "without a name"
    return record?["id"]?.string.map { "\(name) (\($0))" } ?? name
  }

  private mutating func addProxy(_ organization: Organization, _ surroundings: Surroundings) {
    guard case .live(let destination) = organization.kind else { return }
    do throws(HTTPSettingsError) {
      let proxy = try Proxy(ProxyVariables.values(surroundings), for: destination.url)
      add("proxy", proxy.map { "\($0.host):\($0.port)" } ?? "none")
    } catch {
      add("proxy", error.description)
    }
  }
}

extension AdminClient {
  /// The organization of the key. Waits for the answer, hence never on a thread of the pool.
  func organizationObject() throws(RunError) -> Value {
    let answer = Blocking.wait { () async -> Result<Value, RunError> in
      do throws(ClientError) {
        return .success(try await self.organization())
      } catch {
        return .failure(RunError(error))
      }
    }
    guard let answer else { throw RunError(.internal, "the request came to no end") }
    return try answer.get()
  }
}
