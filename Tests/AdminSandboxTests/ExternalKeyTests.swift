import AdminAPI
import AdminSandbox
import StewardValues
import Testing

@Suite struct ExternalKeyTests {
  private func key(
    _ probe: Probe,
    _ name: String,
    _ config: String = #"{"type": "aws", "kms_arn": "arn:aws:kms:eu-west-1:111122223333:key/1"}"#
  ) async throws -> Probe.Reply {
    try await probe.post(
      "external_keys",
      #"{"display_name": "\#(name)", "provider_config": \#(config)}"#
    )
  }

  @Test func `a key is attached as soon as a workspace takes it, for good`() async throws {
    let probe = try Probe()
    let made = try await key(probe, "ours")
    let id = try #require(made.text("id"))
    #expect(made.text("attachment.type") == "unattached")
    let taken = try await probe.post(
      "workspaces",
      #"{"name": "Vault", "external_key_id": "\#(id)"}"#
    )
    let workspace = try #require(taken.text("id"))
    #expect(try await probe.get("external_keys/\(id)").text("attachment.type") == "attached")
    let listed = try await probe.get("external_keys?limit=1")
    #expect(listed.text("data.0.attachment.type") == "attached")
    #expect(try await probe.delete("external_keys/\(id)").status == 400)
    let moved = #"{"provider_config": {"type": "aws", "kms_arn": "arn:aws:kms:us-east-1:1:key/2"}}"#
    #expect(try await probe.post("external_keys/\(id)", moved).status == 400)
    let renamed = try await probe.post("external_keys/\(id)", #"{"display_name": "vault"}"#)
    #expect(renamed.text("attachment.type") == "attached")
    // Archived workspaces count too.
    #expect(try await probe.post("workspaces/\(workspace)/archive").status == 200)
    #expect(try await probe.get("external_keys/\(id)").text("attachment.type") == "attached")
    #expect(try await probe.delete("external_keys/\(id)").status == 400)
  }

  @Test func `the region is that of the ARN unless it is given`() async throws {
    let probe = try Probe()
    #expect(try await key(probe, "a").text("provider_config.region") == "eu-west-1")
    let given =
      #"{"type": "aws", "kms_arn": "arn:aws:kms:us-east-1:1:key/2", "region": "us-west-2"}"#
    #expect(try await key(probe, "b", given).text("provider_config.region") == "us-west-2")
    #expect(try await key(probe, "c", #"{"type": "aws", "kms_arn": "key/2"}"#).status == 400)
  }

  @Test func `a key of Google Cloud stays the key that it is`() async throws {
    let probe = try Probe()
    let made = try await key(probe, "g", #"{"type": "gcp", "key_name": "one"}"#)
    let path = "external_keys/\(made.text("id") ?? "")"
    for config in [#"{"type": "gcp", "key_name": "two"}"#, #"{"type": "aws", "kms_arn": "x"}"#] {
      let reply = try await probe.post(path, #"{"provider_config": \#(config)}"#)
      #expect(reply.status == 400)
    }
    let same = #"{"provider_config": {"type": "gcp", "key_name": "one"}}"#
    #expect(try await probe.post(path, same).status == 200)
  }

  @Test(arguments: [
    ("broken-key", "external_key_validation_failed"),
    ("slow-key", "external_key_validation_timed_out"),
  ])
  func `a workspace takes no key that cannot be used`(name: String, code: String) async throws {
    let probe = try Probe()
    let id = try await key(probe, name).text("id") ?? ""
    let made = try await probe.post("workspaces", #"{"name": "V", "external_key_id": "\#(id)"}"#)
    #expect(made.status == 400)
    #expect(made.text("error.details.error_code") == code)
    let research = try await probe.workspaceID("Research")
    let bound = try await probe.post("workspaces/\(research)", #"{"external_key_id": "\#(id)"}"#)
    #expect(bound.text("error.details.error_code") == code)
    #expect(try await probe.get("external_keys/\(id)").text("attachment.type") == "unattached")
  }

  @Test func `the user profile of a key must be there`() async throws {
    let probe = try Probe()
    let reply = try await probe.post(
      "external_keys",
      #"{"provider_config": {"type": "gcp", "key_name": "k"}, "user_profile_id": "somebody"}"#
    )
    #expect(reply.status == 400)
    #expect(reply.text("error.details.error_code") == "user_profile_not_found")
  }
}
