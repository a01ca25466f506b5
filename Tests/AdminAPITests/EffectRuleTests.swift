import AdminAPI
import StewardValues
import Testing

@Suite struct EffectRuleTests {
  private func effects(_ id: String, _ arguments: Arguments, before: Value? = nil) -> Effects {
    Operation.named(id).effects.effects(of: arguments, before: before)
  }

  @Test(
    arguments: [
      (["status": "active"], .grant), (["status": "inactive"], .cut),
      (["status": "archived"], .destroy),
      (["name": "x"], .update), (["name": "x", "status": "inactive"], [.update, .cut]),
      ([:], .update),
      (["status": .null], .update),
    ] as [(Arguments, Effects)]
  ) func `what happens to a key hangs on the status`(
    arguments: Arguments,
    effects: Effects
  ) {
    #expect(self.effects("api_keys.update", arguments) == effects)
  }

  @Test func `what happens hangs on the form of an object`() {
    func state(_ type: String) -> Arguments { ["state": Value(record: ["type": Value(type)])] }
    let compliance = "compliance_settings.update"
    #expect(effects(compliance, state("disabled")) == [.update, .cut])
    #expect(effects(compliance, state("enabled")) == .update)
    let destination = "telemetry_destinations.update"
    #expect(effects(destination, state("enabled")) == .grant)
    #expect(effects(destination, state("disabled")) == .cut)
    #expect(effects(destination, ["display_name": "x"]) == .update)
    #expect(effects(destination, ["endpoint_url": "https://x.example"]) == [.grant, .cut])
    let unknown = Operation.named(compliance).effects.effects { _ in .unknown }
    #expect(unknown == [.update, .cut])
  }

  @Test func `a status that only the run knows may do everything`() {
    let effects = Operation.named("api_keys.update").effects.effects { name in
      name == "status" ? .unknown : .absent
    }
    #expect(effects == [.grant, .cut, .destroy])
  }

  @Test(
    arguments: [
      ("user", "developer", .grant), ("developer", "user", .cut),
      ("developer", "billing", [.grant, .cut]),
      ("user", "user", .update), ("managed", "user", [.grant, .cut]), ("admin", "billing", .cut),
    ] as [(String, String, Effects)]
  ) func `a role is compared with the one before`(
    old: String,
    new: String,
    effects: Effects
  ) {
    let before = Value(record: ["role": Value(old)])
    #expect(self.effects("users.update", ["role": Value(new)], before: before) == effects)
  }

  @Test func `without the role before, both are possible`() {
    #expect(effects("users.update", ["role": "developer"]) == [.grant, .cut])
    #expect(
      effects("workspaces.members.update", ["workspace_role": "workspace_user"]) == [.grant, .cut]
    )
  }

  @Test(
    arguments: [
      ("users.remove", .destroy), ("invites.create", [.create, .grant]), ("invites.delete", .cut),
      ("workspaces.create", .create), ("workspaces.update", .update),
      ("workspaces.archive", .destroy),
      ("workspaces.members.add", .grant), ("workspaces.members.remove", .cut),
      ("users.list", .read),
      ("workspaces.rate_limits.update", [.grant, .cut]),
      ("telemetry_destinations.workspaces.add", [.grant, .cut]),
      ("telemetry_destinations.workspaces.remove", [.grant, .cut]),
      ("webhooks.regenerate_signing_secret", [.cut, .destroy]),
    ] as [(String, Effects)]
  ) func `the other operations do the same whatever the arguments`(
    id: String,
    effects: Effects
  ) {
    #expect(self.effects(id, [:]) == effects)
  }
}
