import AdminAPI
import AdminSandbox
import StewardValues
import Testing

@Suite struct FaultTests {
  @Test func `too many requests wait for the next window`() async throws {
    let probe = try Probe { $0.rate = 3 }
    for _ in 0..<3 { #expect(try await probe.get("me").status == 200) }
    probe.time.advance(seconds: 20)
    let refused = try await probe.get("me")
    #expect(refused.status == 429)
    #expect(refused.text("error.type") == "rate_limit_error")
    #expect(refused.headers["retry-after"] == "40")
    probe.time.advance(seconds: 40)
    #expect(try await probe.get("me").status == 200)
  }

  @Test func `a request without a key costs no budget`() async throws {
    let probe = try Probe { $0.rate = 1 }
    #expect(try await probe.send(.get, "me", headers: []).status == 401)
    #expect(try await probe.get("me").status == 200)
    #expect(try await probe.get("me").status == 429)
  }

  @Test func `faults are drawn from the seed`() async throws {
    let draw = { () async throws -> [String] in
      let probe = try Probe { settings in
        settings.fault429 = 0.2
        settings.fault500 = 0.2
        settings.faultDrop = 0.2
      }
      var outcomes: [String] = []
      for _ in 0..<200 {
        do throws(TransportError) {
          let headers = Headers([(name: "x-api-key", value: probe.sandbox.key)])
          let request = Request(.get, "/v1/organizations/me", headers: headers)
          let response = try await SandboxTransport(probe.sandbox).send(request)
          outcomes.append("\(response.status) \(response.headers["retry-after"] ?? "")")
        } catch {
          outcomes.append("\(error.stage)")
        }
      }
      return outcomes
    }
    let outcomes = try await draw()
    #expect(try await draw() == outcomes)
    #expect(
      Set(outcomes) == ["200 ", "429 ", "429 1", "500 ", "beforeSending", "afterSending"]
    )
    #expect((80..<130).contains(outcomes.count { $0 == "200 " }))
  }

  @Test func `a fault comes before anything is done`() async throws {
    let probe = try Probe { $0.fault500 = 1 }
    #expect(try await probe.post("workspaces", #"{"name": "New"}"#).status == 500)
    let calm = try Probe()
    #expect(try await calm.all("workspaces").count == 6)
  }

  @Test func `after the commit only the answer is lost`() async throws {
    let probe = try Probe { $0.faultAfterCommit = 1 }
    #expect(try await probe.get("me").status == 200)
    await #expect(throws: TransportError.self) {
      _ = try await probe.post("workspaces", #"{"name": "New"}"#)
    }
    #expect(try await probe.all("workspaces").first?.field("name") == "New")
    #expect(try await probe.post("workspaces", #"{"name": ""}"#).status == 400)
  }

  @Test func `stale reads show the state before a change`() async throws {
    let probe = try Probe { $0.stale = .seconds(5) }
    let id = try await probe.userID("oliver@acme.example")
    let research = try await probe.workspaceID("Research")
    let jane = try await probe.userID("jane@acme.example")
    let member = "workspaces/\(research)/members/\(jane)"
    let changed = try await probe.post("users/\(id)", #"{"role": "billing"}"#)
    #expect(changed.text("role") == "billing")
    let created = try #require(try await probe.post("workspaces", #"{"name": "New"}"#).text("id"))
    #expect(try await probe.delete(member).status == 200)
    #expect(try await probe.get("users/\(id)").text("role") == "user")
    #expect(try await probe.get("workspaces/\(created)").status == 404)
    #expect(try await probe.all("workspaces").count == 6)
    #expect(try await probe.get(member).status == 200)
    probe.time.advance(seconds: 5)
    #expect(try await probe.get("users/\(id)").text("role") == "billing")
    #expect(try await probe.get("workspaces/\(created)").status == 200)
    #expect(try await probe.all("workspaces").count == 7)
    #expect(try await probe.get(member).status == 404)
  }

  @Test func `latency passes before the answer`() async throws {
    let probe = try Probe { $0.latency = TimeSpan(nanoseconds: 20_000_000) }
    let start = ContinuousClock.now
    _ = try await probe.get("me")
    #expect(ContinuousClock.now - start >= .milliseconds(20))
  }

  @Test func `a cancelled request says so`() async throws {
    let probe = try Probe { $0.latency = .seconds(3600) }
    let task = Task { () -> TransportError.Stage? in
      do throws(TransportError) {
        _ = try await SandboxTransport(probe.sandbox).send(Request(.get, "/v1/organizations/me"))
        return nil
      } catch {
        return error.stage
      }
    }
    task.cancel()
    #expect(await task.value == .cancelled)
  }
}
