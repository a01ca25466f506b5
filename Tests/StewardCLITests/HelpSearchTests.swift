import StewardCLI
import StewardRuntime
import Testing

/// `help find WORDS`: what somebody asks, and the page that answers it.
@Suite struct HelpSearchTests {
  @Test(arguments: [
    ("rotate keys", "how rotate-keys"),
    ("key rotation", "how rotate-keys"),
    ("who is admin", "how admins"),
    ("who are the admins", "how admins"),
    ("old api keys", "how old-keys"),
    ("which keys are older than 90 days", "how old-keys"),
    ("unused keys", "how unused-keys"),
    ("leaked key", "how disable-key"),
    ("deactivate an api key", "how disable-key"),
    ("who owns this key", "how owners"),
    ("offboard", "how offboard"),
    ("somebody leaves the company", "how offboard"),
    ("lost laptop", "how sign-out"),
    ("invite people", "how invite"),
    ("invite these three", "how invite"),
    ("onboarding", "how invite"),
    ("invite everyone from a csv file", "how invite-file"),
    ("pending invitations", "how open-invites"),
    ("who is in Research", "how members"),
    ("add somebody to a workspace", "how add-member"),
    ("remove person from workspace", "how remove-member"),
    ("create a workspace", "how create-workspace"),
    ("external contractors", "how outsiders"),
    ("who joined last month", "how new-people"),
    ("cost by workspace", "how cost-by-workspace"),
    ("which workspace costs most", "how cost-by-workspace"),
    ("how much did we spend this month", "how cost"),
    ("spend by model", "how cost-by-model"),
    ("most expensive day", "how cost-by-day"),
    ("budget alert", "how budget-alarm"),
    ("who has not used Claude Code", "how not-used"),
    ("tokens per model", "how tokens"),
    ("active users", "how active-people"),
    ("rate limits", "rate-limits"),
    ("what are our rate limits", "how rate-limits"),
    ("429", "how rate-limits"),
    ("what changed yesterday", "how changed"),
    ("audit log", "how changed"),
    ("how do I see what was changed by whom", "how changed"),
    ("dry run", "how look-first"),
    ("export to excel", "how export"),
    ("backup", "how snapshot"),
    ("robot accounts", "how service-accounts"),
    ("rename a key", "api-keys update"),
    ("users list", "users list"),
    ("filter rows", "where"),
    ("sort descending", "sort"),
    ("average", "avg"),
    ("duplicates", "uniq"),
    ("regular expression", "matches"),
    ("money", "money"),
    ("cents", "money"),
    ("roles", "roles"),
    ("undo", "undo"),
    ("exit status", "exit"),
    ("E0312", "E0312"),
    ("not_found", "not_found"),
    ("telemetry", "telemetry-destinations"),
    ("\"rotate keys\"", "how rotate-keys"),
  ])
  func `the first that is found is what was meant`(query: String, title: String) {
    let found = HelpPages.program.search(query)
    #expect(found.first == title, "\(found)")
    #expect(found.count <= 10)
  }

  @Test func `everything that is found can be read`() throws {
    for query in ["keys", "cost", "people", "error", "list", "exit"] {
      for title in HelpPages.program.search(query) {
        let page = try HelpPages.program.page(on: title.split(separator: " ").map(String.init))
        #expect(page.lowercased().hasPrefix(title.lowercased()))
      }
    }
  }

  @Test func `a mistyped word is read as the nearest one`() throws {
    let page = try HelpPages.program.page(on: ["find", "rotaet", "keys"])
    #expect(page.contains("help how rotate-keys"))
  }

  @Test func `what nobody wrote of leads to the topics`() throws {
    let page = try HelpPages.program.page(on: ["find", "zzqx"])
    #expect(page.contains("No page has these words"))
    #expect(page.contains("help how"))
  }

  @Test func `an unknown topic says what a search finds`() {
    let error = #expect(throws: UsageError.self) {
      try HelpPages.program.page(on: ["somebody", "leaves", "the", "company"])
    }
    #expect(error?.help?.hasPrefix("perhaps `help how offboard`") == true)
  }

  @Test func `a question in its own words is a topic`() throws {
    let page = try HelpPages.program.page(on: ["who", "are", "the", "admins?"])
    #expect(page.hasPrefix("how admins\n"))
  }
}
