import Testing

/// A run is taken back, as far as that goes, and what stays is named.
@Suite struct UndoTests {
  private static let keys = ["eval-nightly", "production", "support-triage"]
    .flatMap { ["--include", $0] }

  private func undone(_ script: String) throws -> (before: [String], after: [String], StewardRun) {
    let organization = try ServedOrganization()
    let before = try organization.dump()
    let file = try organization.folder.file("change.steward", script)
    let run = try organization.run([file, "--yes"] + EveryChange.limits)
    try #require(run.status == 0, "\(run.errors)")
    #expect(try organization.dump() != before)
    let undo = try organization.run(
      ["undo", try organization.onlyRun(), "--yes"] + EveryChange.limits + Self.keys
    )
    #expect(undo.status == 0, "\(undo.errors)")
    return (before, try organization.dump(), undo)
  }

  @Test func `what can be taken back is as it was`() throws {
    let (before, after, undo) = try undone(
      """
      for role in ["developer", "billing", "developer"] {
        users update chloe@acme.example --role $role
        workspaces members list Research | first 3 | count
      }
      workspaces members add Production --user-id chloe@acme.example --workspace-role workspace_user
      workspaces members update Production chloe@acme.example --workspace-role workspace_admin
      users update chloe@acme.example --role billing
      workspaces members remove Research jane@acme.example
      workspaces members add Research --user-id jane@acme.example --workspace-role workspace_user
      workspaces update Research --name "Applied research" --tags {team: null, other: "x"}
      api-keys list --status active | where name =~ "^(production|eval|support)"
        | par-each {|key| api-keys update $key.id --status inactive --name "off $($key.name)" }
      for n in 1..3 { invites create --email "new$n@acme.example" --role user }
      invites delete new2@acme.example
      """
    )
    #expect(after == before)
    #expect(!undo.errors.contains("stays:"), "\(undo.errors)")
  }

  @Test func `a limit that took the place of another gives it back`() throws {
    let organization = try ServedOrganization()
    let amounts = "spend-limits list | sort id | each {|limit| \"$limit.id $limit.amount\" }"
    let before = try organization.run(["-c", amounts])
    try #require(before.output.contains("25000.00 USD"), "\(before.errors)")
    let script = """
      let research = resolve_id("workspace", "Research")
      spend-limits set --amount 500USD --scope {type: "workspace", workspace_id: $research}
      spend-limits set --amount 700USD --scope {type: "organization"}
      """
    let file = try organization.folder.file("limits.steward", script)
    let plan = try organization.run(["plan", file])
    #expect(plan.output.contains("5000.00 USD"), "\(plan.output)")
    let run = try organization.run([file, "--yes"])
    try #require(run.status == 0, "\(run.errors)")
    #expect(try organization.run(["-c", amounts]).output.contains("700.00 USD"))
    let undo = try organization.run(["undo", try organization.onlyRun(), "--yes"])
    #expect(undo.status == 0, "\(undo.errors)")
    #expect(try organization.run(["-c", amounts]).output == before.output)
  }

  @Test func `what stays is named, and nothing else`() throws {
    let (before, after, undo) = try undone(EveryChange.script)
    let stays = undo.errors.split(separator: "\n").filter { $0.hasPrefix("stays: ") }
    let differences = Set(before).symmetricDifference(after)
    for row in differences {
      let names = ["email", "name", "place"].compactMap { field -> String? in
        guard let place = row.firstRange(of: "\"\(field)\":\"") else { return nil }
        return String(row[place.upperBound...].prefix { $0 != "\"" })
      }
      #expect(names.contains { name in stays.contains { $0.contains(name) } }, "\(row)")
    }
    // Core, Support Bots with its key, Audit, three twins, Omar, and his membership that goes with him.
    #expect(stays.count >= 8, "\(stays.joined(separator: "\n"))")
    #expect(!differences.contains { $0.contains("\"kind\":\"invite\"") })
  }
}
