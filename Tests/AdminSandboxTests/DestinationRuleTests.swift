import AdminAPI
import AdminSandbox
import StewardValues
import Testing

/// Destinations of telemetry on a sandbox.
struct Destinations {
  let probe: Probe

  init(_ change: (inout SandboxSettings) -> Void = { _ in }) throws { probe = try Probe(change) }

  func send(_ method: Method, _ path: String, _ body: String? = nil) async throws -> Probe.Reply {
    try await probe.send(
      method,
      "telemetry_destinations\(path)",
      body,
      headers: [
        ("x-api-key", probe.sandbox.key), ("anthropic-beta", "telemetry-destinations-2026-08-11"),
      ]
    )
  }

  func create(_ fields: String = "", url: String = "https://otel.acme.example") async throws
    -> Probe.Reply
  {
    let more = fields.isEmpty ? #""workspaces": {"type": "all"}"# : fields
    return try await send(.post, "", #"{"endpoint_url": "\#(url)", \#(more)}"#)
  }

  func headers(_ reply: Probe.Reply) -> [String] {
    reply["header_names"]?.list?.compactMap(\.string) ?? []
  }

  func listed(_ id: String) async throws -> [String] {
    try await send(.get, "/\(id)/workspaces?limit=1000").rows.compactMap {
      $0.field("workspace_id")
    }
  }
}

@Suite struct DestinationRuleTests {
  @Test(arguments: [
    "http://otel.acme.example", "https://192.0.2.1", "https://[2001:db8::1]",
    "https://otel.acme.example:4318", "https://otel.acme.example?a=b", "https://a.example#x",
    "https://me:pw@otel.acme.example", "https://", "otel.acme.example",
  ])
  func `an endpoint is a name on the usual port, without anything secret`(url: String) async throws
  {
    let destinations = try Destinations()
    #expect(try await destinations.create(url: url).status == 400)
    let made = try await destinations.create(url: "https://otel.acme.example:443/otlp")
    #expect(made.status == 200)
    let id = try #require(made.text("id"))
    #expect(
      try await destinations.send(.post, "/\(id)", #"{"endpoint_url": "\#(url)"}"#).status == 400
    )
  }

  @Test func `headers are merged by name whatever the case, and null takes one away`() async throws
  {
    let destinations = try Destinations()
    let made = try await destinations.create(
      #""workspaces": {"type": "all"}, "headers": {"Authorization": "a", "X-Team": "b"}"#
    )
    #expect(destinations.headers(made) == ["Authorization", "X-Team"])
    let id = try #require(made.text("id"))
    let refused = try await destinations.send(.post, "/\(id)", #"{"headers": {"X-New": "c"}}"#)
    #expect(refused.status == 400)
    let merged = try await destinations.send(
      .post,
      "/\(id)",
      """
      {"endpoint_url": "https://otel.acme.example/v2", "headers": {"x-team": "d", "X-New": "c"}}
      """
    )
    #expect(destinations.headers(merged) == ["Authorization", "x-team", "X-New"])
    let less = try await destinations.send(
      .post,
      "/\(id)",
      #"{"headers": {"authorization": null, "X-None": null}}"#
    )
    #expect(destinations.headers(less) == ["x-team", "X-New"])
    #expect(try await destinations.send(.post, "/\(id)", #"{"headers": null}"#).status == 400)
  }

  @Test func `another host gets no header of the old one`() async throws {
    let destinations = try Destinations()
    let made = try await destinations.create(
      #""workspaces": {"type": "all"}, "headers": {"authorization": "a"}"#
    )
    let id = try #require(made.text("id"))
    let path = try await destinations.send(
      .post,
      "/\(id)",
      #"{"endpoint_url": "https://OTEL.acme.example:443/x"}"#
    )
    #expect(destinations.headers(path) == ["authorization"])
    let moved = try await destinations.send(
      .post,
      "/\(id)",
      #"{"endpoint_url": "https://b.acme.example", "headers": {"x-new": "b"}}"#
    )
    #expect(destinations.headers(moved) == ["x-new"])
  }

  @Test(arguments: [
    #"{"Host": "a"}"#, #"{"user_agent": "a"}"#, #"{"content_type": "a"}"#, #"{"a b": "c"}"#,
    #"{"X-Forwarded-For": "a"}"#, #"{"a": "1", "A": "2"}"#, #"{"a": " b"}"#, #"{"a": "é"}"#,
    #"{"": "a"}"#, #"{"anthropic-version": "a"}"#,
  ])
  func `a header that cannot be is refused`(headers: String) async throws {
    let reply = try await Destinations().create(
      #""workspaces": {"type": "all"}, "headers": \#(headers)"#
    )
    #expect(reply.status == 400)
  }

  @Test func `headers have bounds: names, values, number and sum`() async throws {
    let destinations = try Destinations()
    func status(_ headers: [(String, Int)]) async throws -> Int {
      let fields = headers.map { #""\#($0.0)": "\#(String(repeating: "v", count: $0.1))""# }
      let text = fields.joined(separator: ",")
      return try await destinations.create(
        #""workspaces": {"type": "all"}, "headers": {\#(text)}"#
      ).status
    }
    let long = String(repeating: "n", count: 128)
    #expect(try await status([(long, 4096)]) == 200)
    #expect(try await status([(long + "n", 1)]) == 400)
    #expect(try await status([("a", 4097)]) == 400)
    #expect(try await status((0..<20).map { ("h\($0)", 1) }) == 200)
    #expect(try await status((0..<21).map { ("h\($0)", 1) }) == 400)
    #expect(try await status((0..<4).map { ("h\($0)", 4096) }) == 400)
  }

  @Test func `a stored value counts as the longest`() async throws {
    let destinations = try Destinations()
    let made = try await destinations.create(
      #""workspaces": {"type": "all"}, "headers": {"a": "1", "b": "1", "c": "1", "d": "1", "e": "1"}"#
    )
    let id = try #require(made.text("id"))
    func status(_ headers: String) async throws -> Int {
      let body = #"{"endpoint_url": "https://otel.acme.example", "headers": \#(headers)}"#
      return try await destinations.send(.post, "/\(id)", body).status
    }
    #expect(try await status(#"{"a": "2"}"#) == 400)
    #expect(try await status(#"{"a": "2", "b": "2"}"#) == 200)
    #expect(try await status(#"{"a": null}"#) == 200)
  }

  @Test func `traces are merged, and null is as at the beginning`() async throws {
    let destinations = try Destinations()
    let made = try await destinations.create(
      """
      "workspaces": {"type": "all"},
      "traces": {"content_mode": "content", "endpoint_url": "https://otel.acme.example/mine"}
      """
    )
    let id = try #require(made.text("id"))
    func update(_ body: String) async throws -> Probe.Reply {
      try await destinations.send(.post, "/\(id)", body)
    }
    let less = try await update(#"{"traces": {"max_content_bytes": 100}}"#)
    #expect(less.text("traces.content_mode") == "content")
    #expect(less["traces.max_content_bytes"]?.int == 100)
    // The traces' own address moves with the endpoint, or goes.
    #expect(try await update(#"{"endpoint_url": "https://b.acme.example"}"#).status == 400)
    let moved = try await update(
      #"{"endpoint_url": "https://b.acme.example", "traces": {"endpoint_url": null}}"#
    )
    #expect(moved["traces.endpoint_url"]?.isNull == true)
    let plain = try await update(#"{"traces": null}"#)
    #expect(plain.text("traces.content_mode") == "metadata_only")
    #expect(plain["traces.max_content_bytes"]?.isNull == true)
    for body in [
      #"{"traces": {"enabled": null}}"#, #"{"traces": {"max_content_bytes": 0}}"#,
      #"{"traces": {"endpoint_url": "https://elsewhere.example/x"}}"#, "{}",
      #"{"state": null}"#, #"{"workspaces": null}"#, #"{"state": {"type": "paused"}}"#,
    ] {
      #expect(try await update(body).status == 400, "\(body)")
    }
  }

  @Test func `whoever disables a destination is the reason`() async throws {
    let destinations = try Destinations()
    let id = try #require(try await destinations.create().text("id"))
    let off = try await destinations.send(.post, "/\(id)", #"{"state": {"type": "disabled"}}"#)
    #expect(off.text("state.reason.type") == "caller")
    let on = try await destinations.send(.post, "/\(id)", #"{"state": {"type": "enabled"}}"#)
    #expect(on["state"]?.record?.shape.fields.map(\.name) == ["type"])
  }

  @Test func `tests of one destination are ten seconds apart`() async throws {
    let destinations = try Destinations()
    let one = try #require(try await destinations.create().text("id"))
    let fields = #""workspaces": {"type": "all"}, "display_name": "broken pipe""#
    let other = try #require(try await destinations.create(fields).text("id"))
    #expect(try await destinations.send(.post, "/\(one)/test").text("result.type") == "success")
    #expect(try await destinations.send(.post, "/\(other)/test").text("result.type") == "failure")
    destinations.probe.time.advance(seconds: 4)
    let soon = try await destinations.send(.post, "/\(one)/test")
    #expect(soon.status == 429)
    #expect(soon.text("error.type") == "rate_limit_error")
    #expect(soon.headers["retry-after"] == "6")
    destinations.probe.time.advance(seconds: 6)
    #expect(try await destinations.send(.post, "/\(one)/test").status == 200)
    #expect(try await destinations.send(.post, "/tdst_none/test").status == 404)
  }
}
