import AdminAPI
import StewardValues
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

@Suite struct PacerTests {
  private let clock = FakeClock()

  private func reads(_ count: Int, _ transport: ScriptedTransport, pacing: Bool = true) async throws
  {
    let client = AdminClient.test(transport, clock: clock, pacing: pacing)
    for _ in 0..<count {
      _ = try await client.perform(.named("users.retrieve"), ["user_id": "user_1"])
    }
  }

  @Test func `a burst up to the share goes out at once, without the tenth that is kept`()
    async throws
  {
    try await reads(72, ScriptedTransport([.success(.json(Wired.user(1)))]))
    #expect(clock.elapsed == .zero)
  }

  @Test func `what comes after is spread over time`() async throws {
    try await reads(144, ScriptedTransport([.success(.json(Wired.user(1)))]))
    #expect(clock.elapsed > .seconds(59) && clock.elapsed < .seconds(61))
  }

  @Test func `without pacing nothing waits`() async throws {
    try await reads(500, ScriptedTransport([.success(.json(Wired.user(1)))]), pacing: false)
    #expect(clock.elapsed == .zero)
  }

  @Test func `a 429 holds back the next request, too`() async throws {
    let transport = ScriptedTransport { (_, index) throws(TransportError) in
      index == 0
        ? .failure(429, "rate_limit_error", headers: [("retry-after", "5")]) : .json(Wired.user(1))
    }
    try await reads(1, transport)
    #expect(clock.elapsed >= .seconds(5))
  }

  @Test func `budgets do not draw from each other`() async throws {
    let transport = ScriptedTransport([
      .success(.json(#"{"data":[],"has_more":false,"last_id":null,"next_page":null}"#))
    ])
    let client = AdminClient.test(transport, clock: clock, pacing: true)
    for _ in 0..<72 { _ = try await client.perform(.named("users.list"), [:]) }
    for _ in 0..<44 {
      _ = try await client.perform(.named("cost_report.list"), ["starting_at": .datetime(.test)])
    }
    #expect(clock.elapsed == .zero)
  }

  @Test func `what has just begun draws on the tenth that is kept`() async throws {
    let path = "/tmp/steward-pacing-\(UInt32.random(in: .min ... .max))"
    defer { unlink(path) }
    try await reads(100, ScriptedTransport([.success(.json(Wired.user(1)))]), sharing: path)
    let waited = clock.elapsed
    #expect(waited > .zero)
    // Another process, for whom nothing is left of what is common.
    try await reads(5, ScriptedTransport([.success(.json(Wired.user(1)))]), sharing: path)
    #expect(clock.elapsed == waited)
  }

  @Test func `two processes together stay within the allowance`() async throws {
    let path = "/tmp/steward-pacing-\(UInt32.random(in: .min ... .max))"
    defer { unlink(path) }
    for _ in 0..<2 {
      try await reads(80, ScriptedTransport([.success(.json(Wired.user(1)))]), sharing: path)
    }
    #expect(clock.elapsed > .seconds(50))
  }

  private func reads(
    _ count: Int,
    _ transport: ScriptedTransport,
    sharing path: String
  ) async throws {
    let client = AdminClient.test(transport, clock: clock, pacing: true, pacingFile: path)
    for _ in 0..<count {
      _ = try await client.perform(.named("users.retrieve"), ["user_id": "user_1"])
    }
  }
}
