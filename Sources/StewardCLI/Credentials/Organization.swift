internal import AdminAPI
internal import AdminHTTP
internal import AdminSandbox
internal import LineEditing
internal import Steward
internal import StewardRuntime
internal import StewardValues
internal import Synchronization

/// The organization that commands work on: a sandbox in this process, or one behind a base URL.
/// Nothing is built or opened before somebody asks for the client.
final class Organization: Sendable {
  enum Kind: Sendable {
    case sandbox(SandboxSettings)
    case live(Destination)
  }

  let kind: Kind
  /// None for a sandbox in this process.
  let profiles: ProfileChoice
  private let surroundings: Surroundings
  private let stop: NotificationPipe?
  private let certificateFile: String?
  private let trace: (@Sendable (TraceEvent) -> Void)?
  private let notes: StandardError
  private let made = Mutex<AdminClient?>(nil)
  private let known = Mutex<Credential?>(nil)

  /// - Throws: ``UsageError`` for settings that no sandbox has, a wrong base URL, a profile that is
  ///   not there or is wrong, and keys that contradict each other.
  convenience init(_ options: GlobalOptions, _ console: Console) throws(UsageError) {
    let isSandbox = options.sandbox != nil
    if isSandbox, options.profile != nil {
      throw UsageError("--profile beside --sandbox: a sandbox needs no key and no profile")
    }
    let profiles =
      isSandbox ? .none : try ProfileChoice(option: options.profile, console.surroundings)
    try self.init(options, console, profiles)
  }

  init(
    _ options: GlobalOptions,
    _ console: Console,
    _ profiles: ProfileChoice
  ) throws(UsageError) {
    let surroundings = console.surroundings
    let notes = console.errors
    if let spec = options.sandbox {
      kind = .sandbox(try Self.settings(spec, now: options.now))
    } else {
      kind = .live(try Destination(option: options.baseURL, surroundings, profiles.profile))
      _ = try CredentialChoice(surroundings, profiles)
    }
    self.profiles = profiles
    self.surroundings = surroundings
    stop = console.stop
    certificateFile = options.caFile
    self.notes = notes
    trace = options.trace ? { @Sendable event in notes.line(TraceLine.text(event), .faint) } : nil
  }

  var profile: Profile? { profiles.profile }
  var isSandbox: Bool { if case .sandbox = kind { true } else { false } }

  /// The organization's own time, if it stands still.
  var standingTime: Timestamp? {
    if case .sandbox(let settings) = kind { settings.now } else { nil }
  }

  /// The one client of this process.
  ///
  /// - Throws: `auth` without a credential, `invalid` if no connection can be prepared.
  func client() throws(RunError) -> AdminClient {
    if let client = made.withLock({ $0 }) { return client }
    let client = try client(observedBy: nil)
    made.withLock { $0 = client }
    return client
  }

  /// The one client, if somebody has asked for it already.
  var knownClient: AdminClient? { made.withLock { $0 } }

  /// A client whose answers `observer` sees too.
  func client(observedBy observer: AnswerObserver?) throws(RunError) -> AdminClient {
    switch kind {
    case .sandbox(let settings): sandboxClient(Sandbox(settings), observer)
    case .live(let destination): try liveClient(destination, observer)
    }
  }

  private func sandboxClient(_ sandbox: Sandbox, _ observer: AnswerObserver?) -> AdminClient {
    AdminClient(
      transport: observed(SandboxTransport(sandbox), observer),
      credential: Credential(Secret(sandbox.key)),
      configuration: ClientConfiguration(
        version: Version.text,
        pacing: false,
        trace: trace,
        staleness: .zero,
        now: { sandbox.now }
      )
    )
  }

  private func liveClient(
    _ destination: Destination,
    _ observer: AnswerObserver?
  ) throws(RunError) -> AdminClient {
    let credential = try credential()
    if destination.ignoresModelGateway { notes.line(Destination.ignoredNote, .warning) }
    return AdminClient(
      transport: observed(try transport(destination.url), observer),
      credential: credential,
      configuration: ClientConfiguration(
        version: Version.text,
        pacing: !destination.url.isLoopback,
        allowances: profile?.pacing.values ?? Allowances(),
        pacingFile: pacingFile(of: credential),
        trace: trace,
        staleness: destination.url.isLoopback ? .zero : .seconds(30)
      )
    )
  }

  /// Read once: a profile's command may ask somebody.
  private func credential() throws(RunError) -> Credential {
    if let credential = known.withLock({ $0 }) { return credential }
    let choice: CredentialChoice
    do throws(UsageError) {
      choice = try CredentialChoice(surroundings, profiles)
    } catch {
      throw RunError(.auth, error.message, help: error.help)
    }
    let credential = try choice.credential(stop: stop)
    known.withLock { $0 = credential }
    return credential
  }

  /// By the credential: processes with the same one share what the API takes.
  private func pacingFile(of credential: Credential) -> String? {
    guard let state = StateFolder(surroundings) else { return nil }
    let folder = JournalFolder(state.path)
    guard (try? folder.prepare()) != nil else { return nil }
    return "\(state.path)/pacing-\(credential.fingerprint.short)"
  }

  private func transport(_ url: BaseURL) throws(RunError) -> HTTPTransport {
    let settings = HTTPSettings(
      certificateAuthorityFile: certificateFile,
      environment: ProxyVariables.values(surroundings)
    )
    do throws(HTTPSettingsError) {
      return try HTTPTransport(url, settings: settings)
    } catch {
      throw RunError(.invalid, error.description)
    }
  }

  private func observed(
    _ transport: any Transport,
    _ observer: AnswerObserver?
  ) -> any Transport {
    observer.map { ObservedTransport(transport, $0) } ?? transport
  }

  private static func settings(
    _ spec: String,
    now: Timestamp?
  ) throws(UsageError) -> SandboxSettings {
    do throws(SandboxSettingsError) {
      var settings = try SandboxSettings(spec: spec)
      settings.now = settings.now ?? now
      return settings
    } catch {
      throw UsageError("--sandbox: \(error.message)")
    }
  }
}
