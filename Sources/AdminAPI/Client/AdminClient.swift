public import StewardValues
internal import Synchronization

/// Calls the operations of the catalog, as one caller, in one organization.
///
/// Reads go through ``perform(_:_:gate:)`` and ``pages(_:_:demand:gate:)``; everything that can
/// change something goes through ``change(_:_:through:place:)`` and nowhere else.
public final class AdminClient: Sendable {
  package let transport: any Transport
  package let configuration: ClientConfiguration
  /// As whom requests are sent.
  public let credential: Credential
  let pacer: Pacer?
  /// Asked before each request, which is not sent if it throws.
  let admission: Admission?
  private let knownOrganization: KnownOrganization

  /// Counts one request, whether it can change something or not.
  package typealias Admission = @Sendable (_ changing: Bool) throws(ClientError) -> Void

  /// A client that sends through `transport`; it opens no connection by itself.
  public init(
    transport: any Transport,
    credential: Credential,
    configuration: ClientConfiguration
  ) {
    self.transport = transport
    self.credential = credential
    self.configuration = configuration
    pacer = configuration.pacing ? Pacer(configuration) : nil
    admission = nil
    knownOrganization = KnownOrganization()
  }

  private init(
    _ client: AdminClient,
    _ admission: Admission?,
    _ configuration: ClientConfiguration
  ) {
    transport = client.transport
    self.configuration = configuration
    credential = client.credential
    pacer = client.pacer
    knownOrganization = client.knownOrganization
    self.admission = admission
  }

  /// The same client for one run: every request is admitted once, however often it is repeated.
  package func admitting(_ admission: @escaping Admission) -> AdminClient {
    AdminClient(self, admission, configuration)
  }

  /// The same client for a call that sends files.
  package func reading(_ files: @escaping FileSource) -> AdminClient {
    var configuration = configuration
    configuration.files = files
    return AdminClient(self, admission, configuration)
  }

  /// Reads one object, or all rows of a list.
  ///
  /// - Parameters:
  ///   - operation: One that cannot change anything.
  ///   - arguments: By the API's names, without paging.
  ///   - gate: The run's gate, which knows what the run has read, and what it changes.
  /// - Returns: A record, or a list of records.
  /// - Throws: `internal` for an operation that can change something; nothing is sent then.
  public func perform(
    _ operation: Operation,
    _ arguments: Arguments,
    gate: Gate? = nil
  ) async throws(ClientError) -> Value {
    guard operation.isRead else {
      throw ClientError(.internal, "\(operation.id) can change something: it needs a gate")
    }
    guard case .object(let shape) = operation.response else {
      return try await rows(operation, arguments, gate: gate)
    }
    if operation.method != .get { return try await probe(operation, arguments, shape, gate) }
    if let planned = try gate?.plannedAnswer(operation, arguments) { return planned }
    do throws(ClientError) {
      let (response, isOld) = try await send(operation, arguments, gate)
      let value = try Wire.object(response, shape)
      gate?.remember(CollectionOfOne(value), of: operation)
      guard let gate, isOld else { return value }
      return try gate.laidOver(value, operation, arguments)
    } catch {
      // A server may not show yet what this run has just made.
      guard error.kind == .notFound, let made = gate?.made(operation, arguments) else {
        throw error
      }
      return made
    }
  }

  /// Tries something out by a request that is no GET. It changes nothing, but a dry run promises
  /// that nothing but GET leaves.
  private func probe(
    _ operation: Operation,
    _ arguments: Arguments,
    _ shape: Shape,
    _ gate: Gate?
  ) async throws(ClientError) -> Value {
    let request = try request(operation, arguments)
    guard gate?.isRecording != true else {
      throw ClientError(
        .invalid,
        "\(operation.words.joined(separator: " ")) cannot be planned: it sends a request, and what "
          + "comes back cannot be foreseen",
        hint: "run it by itself, or use `--stream`",
        nothingWasSent: true
      )
    }
    var exchange = Exchange(self, request, budget: operation.budget, isRepeatable: true)
    return try Wire.object(try await exchange.run(), shape)
  }

  /// Reads what is no JSON: the archive of a plugin.
  ///
  /// - Throws: As ``perform(_:_:gate:)`` does.
  package func content(
    _ operation: Operation,
    _ arguments: Arguments,
    gate: Gate? = nil
  ) async throws(ClientError) -> [UInt8] {
    try await send(operation, arguments, gate).response.body
  }

  /// The rows of a list, page by page.
  ///
  /// Nothing is sent before the first page is asked for.
  public func pages(
    _ operation: Operation,
    _ arguments: Arguments,
    demand: PageDemand = PageDemand(),
    gate: Gate? = nil
  ) -> PageSource {
    PageSource(client: self, operation, arguments, demand: demand, gate: gate)
  }

  /// The organization that the credential belongs to: a record with `id` and `name`, read once.
  public func organization() async throws(ClientError) -> Value {
    if let known = knownOrganization.value.withLock({ $0 }) { return known }
    let organization = try await perform(Catalog.Organization.retrieve, [:])
    knownOrganization.value.withLock { $0 = organization }
    return organization
  }

  /// The same client for reads that nobody asked for: they are not shown in a trace.
  package var untraced: AdminClient {
    var configuration = configuration
    configuration.trace = nil
    return AdminClient(self, admission, configuration)
  }

  private func rows(
    _ operation: Operation,
    _ arguments: Arguments,
    gate: Gate?
  ) async throws(ClientError) -> Value {
    let source = pages(operation, arguments, demand: PageDemand(drains: true), gate: gate)
    var rows: ContiguousArray<Value> = []
    while let page = try await source.nextPage() { rows += page.rows }
    return .list(ListBox(rows))
  }

  /// Sends one read of the catalog.
  func send(
    _ operation: Operation,
    _ arguments: Arguments,
    _ gate: Gate?
  ) async throws(ClientError) -> (response: Response, isOld: Bool) {
    try await read(try request(operation, arguments), operation.budget, gate)
  }

  /// What a call sends.
  ///
  /// - Throws: `invalid` for wrong arguments, `forbidden` for a credential that cannot work here.
  func request(
    _ operation: Operation,
    _ arguments: Arguments
  ) throws(ClientError) -> Request {
    if let refusal = operation.access.refusal(of: credential.kind) {
      throw ClientError(
        .forbidden,
        "\(operation.words.joined(separator: " ")) \(refusal): nothing was sent",
        nothingWasSent: true
      )
    }
    let builder = RequestBuilder(operation, arguments, files: configuration.files)
    return try authorized(try builder.build())
  }

  /// The request with all that identifies the caller and the program.
  func authorized(_ request: Request) throws(ClientError) -> Request {
    var request = request
    let header = try credential.header()
    request.headers[header.name] = header.value
    request.headers["anthropic-version"] = "2023-06-01"
    request.headers["accept"] = "application/json"
    request.headers["user-agent"] = "Steward/\(configuration.version)"
    return request
  }
}

/// What a client has read of its organization.
private final class KnownOrganization: Sendable {
  let value = Mutex<Value?>(nil)
}
