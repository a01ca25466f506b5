import AdminAPI
import StewardValues
import Testing

/// How many requests a plan takes, and how long the API's allowance makes it.
@Suite struct EffortTests {
  private func plan(_ id: String, _ count: Int) -> ChangeSet {
    let change = PlannedChange(
      operation: .named(id),
      arguments: [:],
      effects: .update,
      subject: "x",
      before: nil,
      after: .null,
      place: nil,
      placeholder: nil
    )
    return ChangeSet(Array(repeating: change, count: count))
  }

  private let paced = ClientConfiguration(version: "test")

  @Test func `what goes out at once takes no time`() {
    #expect(Effort(plan("users.update", 1), paced).text == "1 request")
    #expect(Effort(plan("users.update", 72), paced).text == "72 requests")
    #expect(
      Effort(plan("users.update", 2), reads: [.general: 1, .reports: 2], paced).text
        == "5 requests: 3 reads and 2 changes"
    )
  }

  @Test func `the allowance that takes longest is named`() {
    #expect(
      Effort(plan("users.update", 432), paced).text
        == "432 requests, about 5 minutes: at most 72 a minute (general)"
    )
    let invites = Effort(plan("invites.create", 45), reads: [.general: 80], paced)
    #expect(invites.deciding?.budget == "invites")
    #expect(invites.text.hasPrefix("125 requests: 80 reads and 45 changes, about 2 minutes: "))
  }

  @Test func `a larger share takes less time`() {
    var whole = paced
    whole.allowances = Allowances(share: 100)
    #expect(Effort(plan("users.update", 432), whole).seconds == 228)
    #expect(Effort(plan("users.update", 432), paced).seconds == 300)
  }

  @Test func `where nothing is paced nothing waits`() {
    var local = paced
    local.pacing = false
    #expect(Effort(plan("users.update", 4000), local).text == "4000 requests")
  }

  @Test func `a saved plan says the same`() {
    let effort = Effort(plan("users.update", 432), reads: [.general: 3], paced)
    #expect(Effort(json: effort.json)?.text == effort.text)
  }
}
