extension HelpTask {
  static let people: [HelpTask] = [
    HelpTask(
      "admins",
      "Who are the admins?",
      "Admins can do everything in the organization; `help roles` says what the other roles may do.",
      words: "administrator owner privileged privileges powerful superuser root",
      #"users list | where role == "admin" | select email, name, added_at"#
    ),
    HelpTask(
      "roles",
      "How many people have which role?",
      "One row for each role, the most frequent first.",
      words: "headcount number seats count statistics permission",
      "users list | group role { people = count() } | sort people desc"
    ),
    HelpTask(
      "find-person",
      "Is somebody in the organization, and as what?",
      "Give a whole address, or look for a part of a name. Addresses are compared exactly.",
      words: "search lookup look up email address name member exists",
      "users get jane@acme.example",
      #"users list | where contains(lower(name), "novak")"#
    ),
    HelpTask(
      "new-people",
      "Who joined lately?",
      "The time is UTC. `ago(30d)` is thirty days before now.",
      words: "recent new joined joiners hired since last month week",
      "users list | where added_at > ago(30d) | select added_at, email, role"
    ),
    HelpTask(
      "outsiders",
      "Who has an address outside the company?",
      "Put your own domains into the list. `help domain` explains the function.",
      words: "external foreign contractor guest domain consultant",
      #"users list | where domain(email) not in ["acme.example"] | select email, role"#
    ),
    HelpTask(
      "change-role",
      "Change a person's role",
      "Look first with `plan`. The roles admin, owner and primary_owner are given in the Console only.",
      words: "promote demote permission rights make developer billing assign grant",
      HelpStep("plan users update jane@acme.example --role user", "only looks"),
      "users update jane@acme.example --role user"
    ),
    HelpTask(
      "offboard",
      "Somebody leaves: offboard a person",
      "Removing a person does not switch off the keys that they made, so the keys come first. What is removed is named and asked about before anything is sent; a removed person needs a new invitation to come back.",
      words: "leaver leave leaving terminate fire quit resign deprovision departure remove user",
      HelpStep(
        #"""
        let person = (users get "jane@acme.example")
        api-keys list --created-by-user-id $person.id --status active | select name, id
        """#,
        "the keys that go on working"
      ),
      HelpStep(
        #"""
        let person = (users get "jane@acme.example")
        api-keys list --created-by-user-id $person.id --status active
          | each {|key| api-keys update $key.id --status inactive }
        """#,
        "switches them off"
      ),
      HelpStep("plan users remove jane@acme.example", "what would be lost; only looks"),
      "users remove jane@acme.example"
    ),
    HelpTask(
      "sign-out",
      "End all sessions of a person",
      "For a lost laptop or a stolen password. The person stays in the organization and can sign in again; their API keys go on working.",
      words: "logout log kick session stolen lost laptop compromised revoke force",
      "users sign-out jane@acme.example"
    ),
    HelpTask(
      "person-access",
      "What can one person touch?",
      "The role in the organization, then the role in each workspace. Admins and billing members are in every workspace by their role.",
      words: "access rights permission permissions audit review workspaces of a user who has what",
      "users get jane@acme.example | select email, role",
      """
      let person = (users get "jane@acme.example")
      for w in (workspaces list) {
        for m in (workspaces members list $w.id | where user_id == $person.id) {
          print "$w.name: $m.workspace_role"
        }
      }
      """
    ),
    HelpTask(
      "groups",
      "Who is in which group?",
      "Groups give roles to several people at once.",
      words: "group rbac team membership",
      "rbac-groups list | select id, name",
      """
      for g in (rbac-groups list) {
        for m in (rbac-groups members list $g.id) { print "$g.name: $m.email" }
      }
      """
    ),
  ]

  static let invitations: [HelpTask] = [
    HelpTask(
      "invite",
      "Invite people",
      "Each gets a message with a link that is good for 21 days. An address outside the organization's domains is asked about first. Put any number of addresses between the brackets.",
      words: "add onboard onboarding new hire three several colleagues join create user",
      "invites create --email ada@acme.example --role developer",
      """
      for email in ["ada@acme.example", "bob@acme.example", "eve@acme.example"] {
        invites create --email $email --role user
      }
      """
    ),
    HelpTask(
      "invite-file",
      "Invite everyone in a file",
      "The file has a header line, `email,role`, and a line for each person. Who is there already is no error.",
      words: "bulk csv spreadsheet import mass onboard onboarding many",
      """
      for person in (open people.csv) {
        try {
          invites create --email $person.email --role $person.role
        } catch e if $e.kind == "conflict" {
          log "already there: $person.email"
        }
      }
      """
    ),
    HelpTask(
      "open-invites",
      "Which invitations are still open?",
      "An open invitation holds a seat until it is accepted, withdrawn or expires.",
      words: "pending unaccepted waiting outstanding expired seat",
      "invites list --statuses pending | select email, role, invited_at, expires_at"
    ),
    HelpTask(
      "withdraw-invites",
      "Withdraw invitations that nobody accepted",
      "These are older than two weeks. They are named, and you are asked, before anything is sent.",
      words: "cancel revoke delete remove pending old stale expired clean up cleanup",
      """
      invites list --statuses pending | where invited_at < ago(14d)
        | each {|invite| invites delete $invite.id }
      """
    ),
  ]
}
