/// What holds for many commands, a page each.
enum ConceptPages {
  /// What people may do is said by the guides of the API.
  static let roles = HelpPage(
    .topic,
    "roles",
    "Who may do what in the organization and in a workspace",
    [
      HelpSection(
        "in the organization",
        [
          .terms([
            HelpTerm("user", "the Workbench"),
            HelpTerm("claude_code_user", "the Workbench and Claude Code"),
            HelpTerm("developer", "the Workbench and API keys"),
            HelpTerm("billing", "the Workbench and billing"),
            HelpTerm("admin", "all of that, and managing people"),
          ]),
          .paragraph(
            "The role admin is neither given nor taken away by the API: that is done in the Console. Enterprise organizations have user, managed, membership_admin, owner and primary_owner; user and managed can be given."
          ),
        ]
      ),
      HelpSection(
        "in a workspace",
        [
          .paragraph(
            "workspace_user, workspace_restricted_developer, workspace_developer, workspace_admin and workspace_billing. Admins of the organization are workspace_admin and billing members workspace_billing in every workspace, and stay so."
          )
        ]
      ),
      HelpSection(
        "examples",
        [
          .examples([
            (code: "users list | group role", meaning: "how many have which"),
            (code: "plan users update jane@acme.example --role user", meaning: "only looks"),
          ])
        ]
      ),
      HelpSection(
        "see also",
        [.pages(["how admins", "how change-role", "how person-access", "users update", "effects"])]
      ),
    ]
  )

  static let names = HelpPage(
    .topic,
    "names",
    "A person, a workspace or a key by name, where an id is expected",
    [
      HelpSection(
        nil,
        [
          .paragraph(
            "A person is named by the email address, a workspace, a key and most others by their name. Names are compared exactly, and are looked up once a run; an id is taken as it is."
          ),
          .paragraph(
            "A name that two have is refused, with the ids to choose from. `resolve_id` gives the id of a name."
          ),
        ]
      ),
      HelpSection(
        "examples",
        [
          .examples([
            (code: "users get jane@acme.example", meaning: ""),
            (code: "workspaces members list Research", meaning: ""),
            (code: #"resolve_id("workspace", "Research")"#, meaning: "its id"),
          ])
        ]
      ),
      HelpSection("see also", [.pages(["resolve_id", "types", "how find-person"])]),
    ]
  )

  static let money = HelpPage(
    .topic,
    "money",
    "Amounts are money in a currency, exact to the last digit",
    [
      HelpSection(
        nil,
        [
          .paragraph(
            "Reports of the API count in cents. Here an amount has its currency and cannot be mistaken for cents; it is added exactly, and shown with two places. An amount and a plain number are not compared: write `10USD`."
          )
        ]
      ),
      HelpSection(
        "examples",
        [
          .examples([
            (code: "12.50USD * 3", meaning: "37.50 USD"),
            (code: "ratio(12.50USD, 50USD)", meaning: "a plain number: 0.25"),
            (
              code: "cost-report list --starting-at (month_start()) | flatten results | sum amount",
              meaning: "this month"
            ),
          ])
        ]
      ),
      HelpSection("see also", [.pages(["round", "ratio", "format", "how cost", "types"])]),
    ]
  )

  static let time = HelpPage(
    .topic,
    "time",
    "Days, moments and spans of time; all of them in UTC",
    [
      HelpSection(
        nil,
        [
          .terms([
            HelpTerm("@2026-10-01", "a day"),
            HelpTerm("@2026-10-01T09:30:00Z", "a moment"),
            HelpTerm("90d, 12h, 30m, 1h30m", "a span"),
            HelpTerm("ago(90d)", "the moment so long before now"),
            HelpTerm("now(), today()", "the same for all of a run"),
            HelpTerm("month_start()", "also of weeks, quarters and years"),
          ])
        ]
      ),
      HelpSection(
        "examples",
        [
          .examples([
            (code: "users list | where added_at > ago(30d)", meaning: ""),
            (code: "users list | select email, day = date_of(added_at)", meaning: ""),
          ])
        ]
      ),
      HelpSection("see also", [.pages(["ago", "date_of", "month_start", "format", "types"])]),
    ]
  )
}
