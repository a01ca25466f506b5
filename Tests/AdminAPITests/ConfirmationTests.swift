import AdminAPI
import StewardValues
import Testing

@Suite struct ConfirmationTests {
  private func change(
    _ id: String,
    _ arguments: Arguments,
    _ subject: String,
    effects: Effects,
    before: Value? = nil,
    after: Value = .null
  ) -> PlannedChange {
    PlannedChange(
      operation: .named(id),
      arguments: arguments,
      effects: effects,
      subject: subject,
      before: before,
      after: after,
      place: nil,
      placeholder: nil
    )
  }

  @Test func `people, before and after, what else happens, and the number`() {
    let set = ChangeSet([
      change("users.remove", [:], "Jane Doe <jane@acme.example>", effects: .destroy),
      change("users.remove", [:], "Ann Lee <ann@acme.example>", effects: .destroy),
      change(
        "api_keys.update",
        ["status": "inactive"],
        "api key CI (apikey_1)",
        effects: .cut,
        before: Value(record: ["status": "active"]),
        after: Value(record: ["status": "inactive"])
      ),
      change(
        "invites.create",
        ["role": "user"],
        "invite bob@acme.example",
        effects: [.create, .grant],
        after: Value(record: ["role": "user"])
      ),
    ])
    #expect(
      set.confirmationText(organization: "Acme") == """
        4 changes in Acme:

          users remove, 2 times - cannot be undone
            Jane Doe <jane@acme.example>
            Ann Lee <ann@acme.example>
            also: ends the person's membership of every workspace
            also: API keys the person made keep working, except those of the Claude Code
              workspace

          api-keys update - takes effect at once
            api key CI (apikey_1): status active → inactive

          invites create
            invite bob@acme.example: role user
            also: sends an email to the person
            also: uses up a seat
        2 of 4 cannot be undone.
        """
    )
  }

  @Test func `names from the server cannot write to the terminal`() {
    let set = ChangeSet([
      change("users.remove", [:], "Eve\u{1B}[2J\u{202E} <e@x.example>\nJane", effects: .destroy)
    ])
    let text = set.confirmationText(organization: "A\u{07}")
    #expect(
      !text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E || $0.value == 7 }
    )
    #expect(text.contains("Eve\\u{1b}[2J\\u{202e} <e@x.example>\\u{a}Jane"))
  }

  @Test func `very many are counted, not named`() {
    let set = ChangeSet(
      (1...150).map { change("users.remove", [:], "Person \($0)", effects: .destroy) }
    )
    let lines = set.confirmationText().split(separator: "\n")
    #expect(lines.first == "150 changes:")
    #expect(lines.contains("    and 50 more"))
    #expect(lines.last == "150 of 150 cannot be undone.")
  }
}
