import AdminAPI
import AdminSandbox
import StewardValues
import Testing

@Suite struct WebhookRuleTests {
  private func send(
    _ probe: Probe,
    _ method: Method,
    _ path: String,
    _ body: String? = nil
  ) async throws -> Probe.Reply {
    try await probe.send(
      method,
      path,
      body,
      headers: [("x-api-key", probe.sandbox.key), ("anthropic-beta", "webhooks-2026-10-07")]
    )
  }

  private func create(_ probe: Probe, url: String) async throws -> Probe.Reply {
    let body = #"{"url": "\#(url)", "enabled_events": ["external_key.failed"]}"#
    return try await send(probe, .post, "webhooks", body)
  }

  @Test(arguments: [
    "http://hooks.acme.example", "ftp://hooks.acme.example", "hooks.acme.example", "https://", "",
    "https:///path", "https://a b",
  ])
  func `only https is taken`(url: String) async throws {
    let probe = try Probe()
    #expect(try await create(probe, url: url).status == 400)
    let made = try await create(probe, url: "https://hooks.acme.example:8443/a?b=c")
    #expect(made.status == 200)
    let id = try #require(made.text("id"))
    let body = #"{"url": "\#(url)"}"#
    #expect(try await send(probe, .post, "webhooks/\(id)", body).status == 400)
  }

  @Test func `two secrets of one moment differ, and are shown once`() async throws {
    let probe = try Probe()
    let made = try await create(probe, url: "https://hooks.acme.example")
    let id = try #require(made.text("id"))
    var secrets = [made.text("signing_secret")]
    for _ in 0..<2 {
      let path = "webhooks/\(id)/regenerate_signing_secret"
      secrets.append(try await send(probe, .post, path).text("signing_secret"))
    }
    #expect(Set(secrets).count == 3)
    #expect(secrets.allSatisfy { $0?.hasPrefix("whsec_") == true })
    #expect(try await send(probe, .get, "webhooks/\(id)")["signing_secret"] == nil)
  }

  @Test func `a webhook that one disables oneself has no reason`() async throws {
    let probe = try Probe()
    let id = try #require(try await create(probe, url: "https://hooks.acme.example").text("id"))
    let off = try await send(probe, .post, "webhooks/\(id)", #"{"state": "disabled"}"#)
    #expect(off.text("state") == "disabled")
    #expect(off.text("disabled_reason") == "")
    let on = try await send(probe, .post, "webhooks/\(id)", #"{"state": "enabled"}"#)
    #expect(on.text("state") == "enabled")
    #expect(on.text("disabled_reason") == "")
  }

  @Test func `what the API disabled tells why, until it is enabled`() async throws {
    let probe = try Probe()
    let rows = try await send(probe, .get, "webhooks").rows
    let broken = try #require(rows.first { $0.field("state") == "disabled" })
    #expect(broken.field("disabled_reason") != "")
    let path = "webhooks/\(try #require(broken.field("id")))"
    let renamed = try await send(probe, .post, path, #"{"name": "old"}"#)
    #expect(renamed.text("disabled_reason") == broken.field("disabled_reason"))
    let on = try await send(probe, .post, path, #"{"state": "enabled"}"#)
    #expect(on.text("disabled_reason") == "")
  }

  @Test func `an empty set of events changes nothing, and there are 32 at most`() async throws {
    let probe = try Probe()
    let id = try #require(try await create(probe, url: "https://hooks.acme.example").text("id"))
    let same = try await send(probe, .post, "webhooks/\(id)", #"{"enabled_events": []}"#)
    #expect(same.text("enabled_events.0") == "external_key.failed")
    while try await send(probe, .get, "webhooks?limit=100").rows.count < 32 {
      #expect(try await create(probe, url: "https://hooks.acme.example").status == 200)
    }
    #expect(try await create(probe, url: "https://hooks.acme.example").status == 400)
  }
}

@Suite struct ComplianceSettingRuleTests {
  @Test func `a bare word stands for the object, and answers have the object`() async throws {
    let probe = try Probe()
    let path = "compliance_settings"
    #expect(try await probe.post(path, #"{"state": "disabled"}"#).text("state.type") == "disabled")
    #expect(try await probe.get(path).text("state.type") == "disabled")
    let object = try await probe.post(path, #"{"state": {"type": "enabled"}}"#)
    #expect(object.text("state.type") == "enabled")
    for body in [#"{"state": "off"}"#, #"{"state": 1}"#, #"{"state": {}}"#, "{}"] {
      #expect(try await probe.post(path, body).status == 400)
    }
    #expect(try await probe.get(path).text("state.type") == "enabled")
  }
}
