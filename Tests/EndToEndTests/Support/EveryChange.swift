/// A script that changes something in every way that there is, and what can be seen of it.
enum EveryChange {
  /// 40 changes are made; one more is refused by the server.
  static let madeCount = 40
  static let sentCount = madeCount + 1

  static let script = """
    let chloe = (users list --email chloe@acme.example | one)

    # What the script itself makes has its name from then on.
    let core = (workspaces create --name Core --tags {team: "core"})
    for who in ["chloe@acme.example", "marta@acme.example", "oliver@acme.example"] {
      workspaces members add Core --user-id (resolve_id("user", $who)) --workspace-role workspace_user
    }
    # A plan can tell this, and the server tells the same.
    let mine = (workspaces members list $core.id | where user_id == $chloe.id | one)
    if $mine.workspace_role == "workspace_user" {
      workspaces members update Core $chloe.id --workspace-role workspace_admin
    }
    workspaces members remove Core oliver@acme.example

    # Equal changes.
    for role in ["developer", "user", "developer"] { users update $chloe.id --role $role }
    for role in ["workspace_user", "workspace_admin", "workspace_user"] {
      workspaces members update Research jane@acme.example --workspace-role $role
    }
    let twins = ["noah@acme.example", "grace@acme.example", "wei@acme.example"] | par-each {|who|
      let made = (workspaces create --name Twin)
      workspaces members add $made.id --user-id (resolve_id("user", $who)) --workspace-role workspace_developer
      $made.id
    }
    $twins | enumerate | each {|twin|
      workspaces update $twin.value --name "Twin $($twin.index)" --tags {row: "$($twin.index)"}
    }

    # Keys.
    api-keys list --status active
    | where name =~ "^(production|eval|support)"
    | par-each {|key| api-keys update $key.id --status inactive }
    api-keys update eval-nightly --status active
    api-keys update eval-nightly --name nightly

    # Invites.
    for n in 1..4 { invites create --email "new$n@acme.example" --role user }
    invites delete new2@acme.example
    invites create --email new2@acme.example --role developer

    # What the server refuses, and what is done in any case.
    try {
      users update margaret@acme.example --role user
    } catch {
      log "as she was"
    }
    users update ravi@acme.example --role user
    try {
      users remove omar@acme.example
      workspaces archive "Support Bots"
      throw "the end"
    } catch {
      workspaces update Core --display-color "#101010"
    } finally {
      workspaces create --name Audit
      workspaces members add Audit --user-id $chloe.id --workspace-role workspace_user
      workspaces archive Core
    }
    """

  /// What such a run may do: nobody is there to agree to it.
  static let limits = ["create=100", "update=100", "grant=100", "cut=100", "destroy=100"]
    .flatMap { ["--guard", $0] }

  /// Everything in the organization, one object a line, without what only the server chooses.
  static let dump = """
    let places = (workspaces list --include-archived)
    let people = (users list)
    [
      ...($people | select kind = "person", email, role),
      ...(invites list | select kind = "invite", email, role, status),
      ...(api-keys list | select kind = "key", name, status),
      ...($places | select kind = "place", name, archived = archived_at != null, tags),
      ...($places | par-each {|place|
        workspaces members list $place.id
        | join $people as person on user_id == person.id
        | select kind = "member", place = $place.name, email = person.email, workspace_role
      } | flatten)
    ] | each {|row| $row | to json } | sort
    """
}
