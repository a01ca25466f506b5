extension HelpTask {
  static let workspaces: [HelpTask] = [
    HelpTask(
      "workspaces",
      "Which workspaces are there?",
      "Archived ones are left out unless you ask for them. Two may have one name: the id tells them apart.",
      words: "list all projects archived",
      "workspaces list | select name, id, created_at",
      "workspaces list --include-archived | where archived_at != null | select name, archived_at"
    ),
    HelpTask(
      "members",
      "Who is in Research?",
      "A list of members has ids; the join adds the addresses. Any workspace's name will do.",
      words: "workspace team members people in belongs membership",
      """
      workspaces members list Research | join (users list) as person on user_id == person.id
        | select email = person.email, name = person.name, workspace_role | sort email
      """
    ),
    HelpTask(
      "access",
      "Who can touch what?",
      "One row for each membership, over all workspaces, to keep as a file for a review.",
      words: "access review audit permissions rights matrix all memberships report compliance",
      """
      workspaces list
        | each {|w| workspaces members list $w.id | extend workspace = $w.name | collect }
        | flatten | join (users list) as person on user_id == person.id
        | select workspace, email = person.email, workspace_role | sort workspace, email
      """
    ),
    HelpTask(
      "add-member",
      "Add a person to a workspace",
      "The person must be in the organization: `help how invite`. `plan` in front only looks.",
      words: "give access grant join put into move team",
      """
      let person = (users get "chloe@acme.example")
      workspaces members add Research --user-id $person.id --workspace-role workspace_user
      """
    ),
    HelpTask(
      "remove-member",
      "Take a person out of a workspace",
      "It takes effect at once. The person stays in the organization, and keys that they made in the workspace go on working.",
      words: "revoke access remove kick leave delete membership",
      "plan workspaces members remove Research daniel@acme.example",
      "workspaces members remove Research daniel@acme.example"
    ),
    HelpTask(
      "sync-members",
      "Make the members of a workspace what a file says",
      "Who is missing is added, whose role differs is changed; with `--remove` the others are taken out. A second run changes nothing.",
      words: "synchronize reconcile csv desired state terraform team file list declarative",
      HelpStep(
        """
        [{email: "chloe@acme.example", workspace_role: "workspace_user"}]
          | sync workspaces members Research
        """,
        "or `open research.csv | sync workspaces members Research`"
      )
    ),
    HelpTask(
      "create-workspace",
      "Create a workspace",
      "Names are not unique: look first whether there is one.",
      words: "new make add project team set up",
      #"workspaces list | where name == "Robotics Lab""#,
      #"workspaces create --name "Robotics Lab""#
    ),
    HelpTask(
      "archive-workspace",
      "Archive a workspace",
      "For good: there is no way back, and its keys stop working at once. `plan` says which.",
      words: "delete close remove retire shut down decommission",
      "plan workspaces archive Research"
    ),
  ]
}
