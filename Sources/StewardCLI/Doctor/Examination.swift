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

  init(_ organization: Organization, _ console: Console) throws(UsageError) {
    add("steward", Version.text)
    try addDestination(organization, console.surroundings)
    addOrganization(organization)
    addProxy(organization, console.surroundings)
    add("terminal", TerminalFinding.text(console))
    add("locale", LocaleFinding.text(console.surroundings))
    add("files", StateFinding.text(console.surroundings))
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
    let choice = try CredentialChoice(surroundings)
    add("key", choice.chosen.map { "\($0.credential), from \($0.variable)" } ?? "none")
    add("base URL", destination.url.text + (destination.source.map { ", from \($0)" } ?? ""))
    for (variable, reason) in choice.ignored { add("ignored", "\(variable): \(reason)") }
    if destination.ignoresModelGateway { add("ignored", Destination.ignoredNote) }
  }

  private mutating func addOrganization(_ organization: Organization) {
    let observer = AnswerObserver()
    do throws(RunError) {
      let client = try organization.client(observedBy: observer)
      let object = try Self.organization(of: client)
      add("organization", Self.description(of: object))
    } catch {
      status = ExitStatus.of(error, changesMade: false)
      add("organization", "cannot be read: \(error.message)")
      if let help = error.help { add("", help) }
    }
    add("clock", ClockFinding.text(observer.latest))
  }

  private static func organization(of client: AdminClient) throws(RunError) -> Value {
    let answer = Blocking.wait { () async -> Result<Value, RunError> in
      do throws(ClientError) {
        return .success(try await client.organization())
      } catch {
        return .failure(RunError(error))
      }
    }
    guard let answer else { throw RunError(.internal, "the request came to no end") }
    return try answer.get()
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
