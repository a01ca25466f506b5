import AdminAPI
import AdminSandbox
import StewardValues
import Synchronization
import Testing

/// Asks a sandbox as a program would, and takes the answers apart.
struct Probe {
  let sandbox: Sandbox
  let time: TestTime

  init(_ change: (inout SandboxSettings) -> Void = { _ in }, at now: String = Probe.now) throws {
    var settings = SandboxSettings()
    change(&settings)
    let time = TestTime(try #require(Timestamp(now)))
    self.time = time
    sandbox = Sandbox(settings, clock: time.clock)
  }

  /// A Wednesday afternoon.
  static let now = "2026-11-18T15:20:30Z"

  struct Reply {
    let status: Int
    let headers: Headers
    let bytes: [UInt8]
    let body: Value

    subscript(path: String) -> Value? {
      path.split(separator: ".").reduce(Value?.some(body)) { value, name in
        if let index = Int(name) {
          let list = value?.list ?? []
          return list.indices.contains(index) ? list[index] : nil
        }
        return value?.record?[String(name)]
      }
    }

    func text(_ path: String) -> String? { self[path]?.string }
    var rows: [Value] { Array(self["data"]?.list ?? []) }
    var message: String? { text("error.message") }
  }

  func send(
    _ method: Method,
    _ target: String,
    _ body: String? = nil,
    headers: [(name: String, value: String)]? = nil
  ) async throws -> Reply {
    let parts = target.split(separator: "?", maxSplits: 1).map(String.init)
    let pairs = parts.count < 2 ? [] : parts[1].split(separator: "&")
    let request = Request(
      method,
      parts[0].hasPrefix("/") ? parts[0] : "/v1/organizations/" + parts[0],
      query: pairs.map { pair in
        let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return (name: String(sides[0]), value: sides.count > 1 ? String(sides[1]) : "")
      },
      headers: Headers(headers ?? [(name: "x-api-key", value: sandbox.key)]),
      body: body.map { Array($0.utf8) }
    )
    let response = try await SandboxTransport(sandbox).send(request)
    var reader = JSONReader()
    return Reply(
      status: response.status,
      headers: response.headers,
      bytes: response.body,
      body: try reader.read(response.body)
    )
  }

  func get(_ target: String) async throws -> Reply { try await send(.get, target) }

  func post(_ target: String, _ body: String? = nil) async throws -> Reply {
    try await send(.post, target, body)
  }

  func delete(_ target: String) async throws -> Reply { try await send(.delete, target) }

  /// All rows of a list, page by page.
  func all(_ target: String, limit: Int = 1000) async throws -> [Value] {
    var rows: [Value] = []
    var cursor = ""
    while true {
      let mark = target.contains("?") ? "&" : "?"
      let page = try await get("\(target)\(mark)limit=\(limit)\(cursor)")
      try #require(page.status == 200)
      rows += page.rows
      if page["has_more"]?.bool != true { return rows }
      let next = page.text("next_page").map { "&page=\($0)" }
      cursor = try #require(next ?? page.text("last_id").map { "&after_id=\($0)" })
    }
  }

  func userID(_ email: String) async throws -> String {
    let rows = try await all("users")
    return try #require(rows.first { $0.field("email") == email }?.field("id"))
  }

  func workspaceID(_ name: String) async throws -> String {
    let rows = try await all("workspaces?include_default=true&include_archived=true")
    return try #require(rows.first { $0.field("name") == name }?.field("id"))
  }

  func keyID(_ name: String) async throws -> String {
    let rows = try await all("api_keys")
    return try #require(rows.first { $0.field("name") == name }?.field("id"))
  }
}

extension Value {
  func field(_ name: String) -> String? { record?[name]?.string }
  func number(_ name: String) -> Int? { record?[name]?.int }
}

/// Clocks that go on only when the test says so.
final class TestTime: Sendable {
  private let now: Mutex<Timestamp>
  private let uptime = Mutex<Int64>(0)

  init(_ now: Timestamp) { self.now = Mutex(now) }

  func advance(seconds: Int) {
    now.withLock { $0 = Timestamp(microseconds: $0.microseconds + Int64(seconds) * 1_000_000) }
    uptime.withLock { $0 += Int64(seconds) * 1_000_000_000 }
  }

  var clock: SandboxClock {
    SandboxClock(now: { self.now.withLock { $0 } }, uptime: { self.uptime.withLock { $0 } })
  }
}
