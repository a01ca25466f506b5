import AdminAPI
import StewardValues

extension AdminClient {
  /// A client without waits: its clock is `clock`, its jitter always the longest.
  static func test(
    _ transport: any Transport,
    clock: FakeClock = FakeClock(),
    pacing: Bool = false,
    pacingFile: String? = nil,
    key: String = "sk-ant-admin01-test",
    now: Timestamp = .test,
    trace: (@Sendable (TraceEvent) -> Void)? = nil
  ) -> AdminClient {
    var configuration = ClientConfiguration(
      version: "1.2.3",
      pacing: pacing,
      pacingFile: pacingFile,
      trace: trace,
      now: { now }
    )
    configuration.clock = clock.clock
    configuration.random = { 1 }
    return AdminClient(
      transport: transport,
      credential: Credential(Secret(key)),
      configuration: configuration
    )
  }
}

extension Timestamp {
  /// 2026-11-01T00:00:00Z.
  static let test = Timestamp(microseconds: 1_793_491_200_000_000)
}

extension Operation {
  /// The operation of the catalog; a test that names none fails by what it then expects.
  static func named(_ id: String) -> Operation {
    Catalog.operation(id: id) ?? Catalog.Organization.retrieve
  }
}

/// JSON of objects as the API sends them.
enum Wired {
  static func user(_ number: Int, role: String = "user") -> String {
    """
    {"id":"user_\(number)","type":"user","email":"u\(number)@acme.example",\
    "name":"Person \(number)","role":"\(role)","added_at":"2026-01-02T03:04:05.678901Z"}
    """
  }

  static func users(_ numbers: Range<Int>, hasMore: Bool) -> Response {
    let last = numbers.last.map { "\"user_\($0)\"" } ?? "null"
    let first = numbers.first.map { "\"user_\($0)\"" } ?? "null"
    return .json(
      #"{"data":[\#(numbers.map { user($0) }.joined(separator: ","))],"has_more":\#(hasMore),"#
        + #""first_id":\#(first),"last_id":\#(last)}"#
    )
  }

  static func workspace(
    _ id: String,
    _ name: String,
    createdAt: String = "2026-11-01T00:00:01Z"
  ) -> String {
    """
    {"id":"\(id)","type":"workspace","name":"\(name)","created_at":"\(createdAt)",\
    "archived_at":null,"display_color":"#6C5BB9","tags":{"team":"ml"},"compartment_id":"c",\
    "external_key_id":null,"data_residency":{"workspace_geo":"us","default_inference_geo":"global",\
    "allowed_inference_geos":"unrestricted"}}
    """
  }

  static func list(_ objects: [String]) -> Response {
    .json(#"{"data":[\#(objects.joined(separator: ","))],"has_more":false,"last_id":null}"#)
  }

  /// Answers lists of `total` users as the API would, by `limit` and `after_id`.
  static func usersServer(_ total: Int) -> ScriptedTransport {
    ScriptedTransport { (request, _) throws(TransportError) in
      let limit = request.query.first { $0.name == "limit" }.flatMap { Int($0.value) } ?? 20
      let after = request.query.first { $0.name == "after_id" }
        .flatMap { Int($0.value.dropFirst(5)) }
      let start = after.map { $0 + 1 } ?? 0
      let end = min(start + limit, total)
      return users(start..<end, hasMore: end < total)
    }
  }
}
