import AdminAPI
import StewardValues
import Synchronization
import Testing

@Suite struct PageSourceTests {
  private func source(
    _ transport: ScriptedTransport,
    _ demand: PageDemand,
    _ id: String = "users.list",
    _ arguments: Arguments = [:]
  ) -> PageSource {
    AdminClient.test(transport).pages(.named(id), arguments, demand: demand)
  }

  private func rows(_ source: PageSource) async throws(ClientError) -> [Value] {
    var rows: [Value] = []
    while let page = try await source.nextPage() { rows += page.rows }
    return rows
  }

  private func limits(_ transport: ScriptedTransport) -> [String] {
    transport.requests.map { $0.query.first { $0.name == "limit" }?.value ?? "none" }
  }

  @Test func `everything is read in order, in the fewest requests`() async throws {
    let transport = Wired.usersServer(2500)
    let rows = try await rows(source(transport, PageDemand(drains: true)))
    #expect(rows.map { $0.record?["id"]?.string } == (0..<2500).map { "user_\($0)" })
    #expect(limits(transport) == ["1000", "1000", "1000"])
  }

  @Test func `nothing is sent before the first page is asked for`() {
    let transport = Wired.usersServer(10)
    _ = source(transport, PageDemand(drains: true))
    #expect(transport.requests.isEmpty)
  }

  @Test(arguments: [
    (PageDemand(rows: 5), ["5"]), (PageDemand(rows: 1500), ["1000", "500"]),
    (PageDemand(rows: 1500, drains: true), ["1000", "500"]),
    (PageDemand(firstPage: 100), ["100", "1000", "1000", "1000"]),
    (PageDemand(pageSize: 900), ["900", "900", "900"]),
    (PageDemand(rows: 5, pageSize: 900), ["5"]),
    (PageDemand(), ["1000", "1000", "1000"]),
  ]) func `the size of pages follows from what will be taken`(
    demand: PageDemand,
    limits: [String]
  ) async throws {
    let transport = Wired.usersServer(2500)
    let rows = try await rows(source(transport, demand))
    #expect(self.limits(transport) == limits)
    #expect(rows.count == min(demand.rows ?? 2500, 2500))
  }

  @Test func `a report's page has as many buckets as the API allows`() async throws {
    let transport = ScriptedTransport([
      .success(.json(#"{"data":[],"has_more":false,"next_page":null}"#))
    ])
    let arguments: Arguments = ["starting_at": .datetime(.test), "bucket_width": "1h"]
    _ = try await rows(
      source(transport, PageDemand(drains: true), "usage_report.messages", arguments)
    )
    #expect(limits(transport) == ["168"])
  }

  @Test func `a token goes back as it came, with the same limit`() async throws {
    let bucket =
      #"{"starting_at":"2026-01-01T00:00:00Z","ending_at":"2026-01-02T00:00:00Z","results":[]}"#
    let transport = ScriptedTransport([
      .success(.json(#"{"data":[\#(bucket)],"has_more":true,"next_page":"page_a+/="}"#)),
      .success(.json(#"{"data":[\#(bucket)],"has_more":false,"next_page":null}"#)),
    ])
    let arguments: Arguments = ["starting_at": .datetime(.test)]
    let rows = try await rows(
      source(transport, PageDemand(rows: 20), "cost_report.list", arguments)
    )
    #expect(rows.count == 2)
    #expect(limits(transport) == ["20", "20"])
    #expect(transport.requests.last?.query.last?.value == "page_a+/=")
  }

  @Test func `the next page is asked for when the first row is taken`() async throws {
    let transport = Wired.usersServer(2500)
    let source = source(transport, PageDemand())
    _ = try await source.nextPage()
    #expect(transport.requests.count == 1)
    source.rowTaken()
    await transport.hasSent(2)
    source.rowTaken()
    _ = try await source.nextPage()
    #expect(transport.requests.count == 2)
  }

  @Test func `a consumer that takes all need not take a row`() async throws {
    let transport = Wired.usersServer(2500)
    let source = source(transport, PageDemand(drains: true))
    _ = try await source.nextPage()
    await transport.hasSent(2)
  }

  @Test func `never more than one page ahead`() async throws {
    let asked = Mutex(0)
    let ahead = Mutex<[Int]>([])
    let transport = ScriptedTransport { (_, index) throws(TransportError) in
      let asked = asked.withLock(\.self)
      ahead.withLock { $0.append(index + 1 - asked) }
      return Wired.users(index * 10..<index * 10 + 10, hasMore: index < 20)
    }
    let source = source(transport, PageDemand(drains: true))
    for _ in 0..<21 {
      asked.withLock { $0 += 1 }
      _ = try await source.nextPage()
      await Task.yield()
    }
    #expect(ahead.withLock { $0.max() } ?? 9 <= 1)
    #expect(transport.requests.count == 21)
  }

  @Test func `a consumer that has enough asks for no more`() async throws {
    let transport = Wired.usersServer(2500)
    let source = source(transport, PageDemand(rows: 5))
    _ = try await source.nextPage()
    source.rowTaken()
    #expect(try await source.nextPage() == nil)
    #expect(transport.requests.count == 1)
  }

  @Test func `cancelling aborts what was asked for ahead`() async throws {
    let (aborted, isAborted) = AsyncStream<Void>.makeStream()
    let transport = ScriptedTransport { (_, index) throws(TransportError) in
      if index == 0 { return Wired.users(0..<10, hasMore: true) }
      do { try await Task.sleep(for: .seconds(3600)) } catch { isAborted.finish() }
      throw TransportError(.cancelled, "cancelled")
    }
    let source = source(transport, PageDemand())
    _ = try await source.nextPage()
    source.rowTaken()
    await transport.hasSent(2)
    source.cancel()
    for await _ in aborted {}
    #expect(try await source.nextPage() == nil)
  }

  @Test(
    arguments: [
      #"{"data":[{"id":"user_1"}],"has_more":true,"last_id":"user_1"}"#,
      #"{"data":[],"has_more":true,"last_id":"user_9"}"#,
      #"{"data":[{"id":"user_1"}],"has_more":true,"last_id":null}"#,
      #"{"data":[{"id":"user_1"}],"has_more":true,"last_id":""}"#,
    ],
    [true, false]
  ) func `a list that does not go on ends with an error`(
    page: String,
    drains: Bool
  ) async {
    let transport = ScriptedTransport([.success(.json(page))])
    let error = await #expect(throws: ClientError.self) {
      try await rows(source(transport, PageDemand(drains: drains)))
    }
    #expect(error?.kind == .server)
    #expect(transport.requests.count < 4)
  }

  @Test(arguments: [
    #"{"data":[]}"#, #"{"data":7,"has_more":false}"#, #"{"has_more":false}"#, "[]", "<html>", "",
  ]) func `an answer that is no page is an error`(body: String) async {
    let transport = ScriptedTransport([.success(.json(body))])
    let error = await #expect(throws: ClientError.self) {
      try await rows(source(transport, PageDemand()))
    }
    #expect(error?.kind == .server)
  }

  @Test func `an error tells how much was read before it`() async {
    let transport = ScriptedTransport { (_, index) throws(TransportError) in
      index < 2
        ? Wired.users(index * 100..<index * 100 + 100, hasMore: true)
        : .failure(403, "permission_error", "not allowed")
    }
    let error = await #expect(throws: ClientError.self) {
      try await rows(source(transport, PageDemand(drains: true)))
    }
    #expect(error?.message == "not allowed, after 2 pages (200 rows)")
    #expect(error?.kind == .forbidden)
  }

  @Test func `fields about paging may stand before the rows`() async throws {
    let transport = ScriptedTransport([
      .success(.json(#"{"has_more":true,"last_id":"user_1","data":[\#(Wired.user(1))]}"#)),
      .success(.json(#"{"last_id":null,"data":[\#(Wired.user(2))],"has_more":false}"#)),
    ])
    let rows = try await rows(source(transport, PageDemand(drains: true)))
    #expect(rows.count == 2)
    #expect(transport.requests.last?.query.last?.value == "user_1")
  }

  @Test func `only the fields that are wanted are decoded`() async throws {
    let transport = Wired.usersServer(3)
    let rows = try await rows(source(transport, PageDemand(fields: ["email"], drains: true)))
    #expect(rows.first?.record?["email"]?.string == "u0@acme.example")
    #expect(rows.first?.record?["name"]?.string == nil)
  }
}
