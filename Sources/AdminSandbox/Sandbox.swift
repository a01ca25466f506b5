public import AdminAPI
public import StewardValues
internal import Synchronization

/// A local organization that answers the Admin API's requests.
///
/// It holds a small company with people, workspaces, keys and months of use, and obeys the API's
/// rules. The same settings, seed and clock give the same answers. ``SandboxTransport`` asks it in
/// process, ``SandboxServer`` puts it on a port.
public final class Sandbox: Sendable {
  /// As it was made.
  public let settings: SandboxSettings
  /// A working admin key, `sk-ant-admin01-sandbox-…`, that follows from the seed.
  public let key: String

  private let clock: SandboxClock
  private let router: Router
  private let authentication: Authentication
  private let faults: Faults
  private let requestIDs: ObjectIDs
  private let state: Mutex<Shared>

  /// What changes from request to request.
  private struct Shared: Sendable {
    var organization: OrganizationState
    var rate: RateWindow
    var requestCount = 0
    var changeCount = 0
  }

  /// A new organization with the given settings.
  public convenience init(_ settings: SandboxSettings = SandboxSettings()) {
    self.init(settings, clock: settings.now.map(SandboxClock.standing) ?? .real)
  }

  package init(_ settings: SandboxSettings, clock: SandboxClock) {
    let random = RandomBits(seed: UInt64(bitPattern: Int64(settings.seed)))
    self.settings = settings
    self.clock = clock
    router = Router(Catalog.all)
    authentication = Authentication(random)
    key = authentication.key
    faults = Faults(random, settings)
    requestIDs = ObjectIDs(prefix: "req_", random.purpose("requests"))
    let organization = OrganizationState(settings, at: clock.now())
    let rate = RateWindow(limit: settings.rate, length: settings.rateWindow)
    state = Mutex(Shared(organization: organization, rate: rate))
  }

  /// The organization's time, which stands still if the settings say so.
  public var now: Timestamp { clock.now() }

  /// The answer to one request, after the latency of the settings.
  ///
  /// A task that is cancelled while it waits gets its answer at once.
  public func answer(_ request: Request) async -> Answer {
    if settings.latency > .zero {
      try? await Task.sleep(nanoseconds: UInt64(settings.latency.nanoseconds))
    }
    return answerAtOnce(request)
  }

  /// How many requests came that were no reads, whatever became of them.
  package var changeRequests: Int { state.withLock(\.changeCount) }

  /// What becomes of a request.
  public enum Answer: Sendable {
    case response(Response)
    /// The connection broke; how far the request came as the client sees it.
    case dropped(TransportError.Stage)
  }

  /// The answer without the latency.
  func answerAtOnce(_ request: Request) -> Answer {
    state.withLock { shared in
      shared.requestCount += 1
      if request.method != .get { shared.changeCount += 1 }
      return answer(request, number: shared.requestCount, &shared)
    }
  }

  /// The answer to what is no request of the API.
  func refusal(_ failure: APIFailure) -> Response {
    state.withLock { shared in
      shared.requestCount += 1
      return response(failure, number: shared.requestCount, organizationID: nil)
    }
  }

  private func answer(_ request: Request, number: Int, _ shared: inout Shared) -> Answer {
    var organizationID: String?
    do throws(APIFailure) {
      let caller = try authentication.check(request.headers)
      organizationID = shared.organization.organizationID
      let moment = Moment(
        now: clock.now(),
        uptime: clock.uptime(),
        staleness: settings.stale
      )
      try shared.rate.take(at: moment.uptime)
      switch faults.before(request: number) {
      case .dropped(let stage): return .dropped(stage)
      case .refused(let failure): throw failure
      case nil: break
      }
      let (operation, body) = try perform(request, caller, at: moment, &shared.organization)
      if !operation.isRead, faults.losesAnswer(ofRequest: number) {
        return .dropped(.afterSending)
      }
      var headers = headers(number, organizationID)
      if case .content(let mediaType) = operation.response { headers["content-type"] = mediaType }
      return .response(Response(status: 200, headers: headers, body: body))
    } catch {
      return .response(response(error, number: number, organizationID: organizationID))
    }
  }

  private func perform(
    _ request: Request,
    _ caller: Access.Caller,
    at moment: Moment,
    _ organization: inout OrganizationState
  ) throws(APIFailure) -> (operation: AdminAPI.Operation, body: [UInt8]) {
    let (operation, path) = try router.match(request.method, request.path)
    try operation.access.check(caller, in: settings.kind, operation)
    let arguments = try ArgumentReader(operation: operation).read(request)
    var call = Call(
      operation: operation,
      caller: caller,
      path: path,
      arguments: arguments,
      moment: moment
    )
    if case .multipart = operation.body {
      call.uploads = try MultipartReader(request.body ?? []).files
    }
    let body = try organization.perform(call)
    if !operation.isRead { organization.note(operation, path, at: moment.now) }
    if settings.checksAnswers, operation.isChecked,
      let problem = ShapeCheck.problem(in: body, of: operation)
    {
      throw .internalError("The sandbox's answer is not as described: \(problem)")
    }
    return (operation, body)
  }

  private func response(
    _ failure: APIFailure,
    number: Int,
    organizationID: String?
  ) -> Response {
    var headers = headers(number, organizationID)
    headers["retry-after"] = failure.retryAfter.map(String.init)
    let body = failure.body(requestID: requestIDs[number])
    return Response(status: failure.status, headers: headers, body: body)
  }

  private func headers(_ number: Int, _ organizationID: String?) -> Headers {
    var fields = [
      (name: "content-type", value: "application/json"),
      (name: "request-id", value: requestIDs[number]),
    ]
    if let organizationID { fields.append(("anthropic-organization-id", organizationID)) }
    return Headers(fields)
  }
}

extension AdminAPI.Operation {
  /// Lists of many rows are not looked at row by row: they are made as single objects are.
  fileprivate var isChecked: Bool {
    switch response {
    case .object, .page(.cursor, _): true
    default: false
    }
  }
}
