internal import AdminAPI
internal import StewardRuntime
internal import StewardValues

/// What a `sync` command makes equal to rows, described once: who is there, and how people come, change
/// and go. The command, its help, effects and checks derive from it.
struct SyncTarget: Sendable {
  /// How a person who is missing comes in.
  enum Arrival: Sendable {
    /// Somebody of the organization is added by id.
    case person(AdminAPI.Operation)
    /// Somebody new is invited by email.
    case invitation(AdminAPI.Operation)
  }

  /// Behind `sync`: `workspaces members`.
  let words: String
  let summary: String
  /// Gives who is there.
  let list: AdminAPI.Operation
  /// The list's field with the person's id.
  let idField: String
  /// The field with the role, in the list and in a call; the rows have it too, unless told otherwise.
  let roleField: String
  let arrival: Arrival
  let update: AdminAPI.Operation
  let remove: AdminAPI.Operation
  /// Who has one of these roles in the organization is left alone: the API would refuse a change.
  let fixedRoles: Set<String>
  /// Whether a row that wants another role for them is worth a word.
  let tellsFixed: Bool
  /// What fixed people have there beside what the list says, in words for the help.
  let fixedNote: String
  let example: CommandExample
  let searchTerms: [String]

  static let all = [workspaceMembers, users]

  /// The members of a workspace.
  static let workspaceMembers = SyncTarget(
    words: "workspaces members",
    summary: "Makes the members of a workspace what the rows say",
    list: Catalog.WorkspaceMembers.list,
    idField: "user_id",
    roleField: "workspace_role",
    arrival: .person(Catalog.WorkspaceMembers.add),
    update: Catalog.WorkspaceMembers.update,
    remove: Catalog.WorkspaceMembers.remove,
    fixedRoles: ["admin", "billing", "owner", "primary_owner"],
    tellsFixed: false,
    fixedNote: "Admins, owners and billing members are in every workspace already: they are "
      + "left alone, whatever the rows say.",
    example: CommandExample(
      """
      [{email: "chloe@acme.example", workspace_role: "workspace_developer"}] \
      | sync workspaces members Research
      """,
      "one person is added, or her role changed"
    ),
    searchTerms: ["desired state", "reconcile", "import", "apply", "team"]
  )

  /// The people of the organization.
  static let users = SyncTarget(
    words: "users",
    summary: "Makes the people of the organization what the rows say",
    list: Catalog.Users.list,
    idField: "id",
    roleField: "role",
    arrival: .invitation(Catalog.Invites.create),
    update: Catalog.Users.update,
    remove: Catalog.Users.remove,
    fixedRoles: ["admin", "membership_admin", "owner", "primary_owner"],
    tellsFixed: true,
    fixedNote: "Admins and owners are never changed or removed: the API cannot.",
    example: CommandExample(
      #"[{email: "chloe@acme.example", role: "developer"}] | sync users"#,
      "her role is made developer, if it is not"
    ),
    searchTerms: ["desired state", "reconcile", "import", "apply", "directory", "scim"]
  )
}

extension SyncTarget {
  /// The roles that somebody can come with.
  var roles: Enumeration {
    let adding: AdminAPI.Operation =
      switch arrival {
      case .person(let operation), .invitation(let operation): operation
      }
    guard case .oneOf(let roles)? = adding.parameter(roleField)?.type else {
      return Enumeration("a role", [])
    }
    return roles
  }

  /// What the list is asked for beside its pages: `workspace_id`.
  var scope: [Parameter] { list.parameters.filter { $0.place == .path } }

  /// All that it may do, with and without `--remove`.
  func effects(removing: Bool) -> Effects {
    let adding: AdminAPI.Operation =
      switch arrival {
      case .person(let operation), .invitation(let operation): operation
      }
    return [adding, update].map(\.possibleEffects)
      .reduce(removing ? remove.possibleEffects.union(.read) : .read) { $0.union($1) }
  }
}

extension AdminAPI.Operation {
  /// Whatever its arguments are.
  fileprivate var possibleEffects: Effects { effects.effects { _ in .unknown } }
}
