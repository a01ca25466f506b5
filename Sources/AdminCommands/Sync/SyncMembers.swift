internal import AdminAPI
internal import StewardRuntime
internal import StewardValues

extension Command {
  /// Makes a workspace's members what rows say.
  static let syncMembers = Command(
    "sync workspaces members",
    "Makes the members of a workspace what the rows say",
    parameters: [
      CommandParameter(
        "workspace-id",
        .positional,
        .id(.workspace),
        required: true,
        "The workspace"
      ),
      .syncKey,
      CommandParameter(
        "role",
        .flag,
        .string,
        "The field with the role",
        default: "workspace_role"
      ),
      .syncRemove,
    ],
    input: .rows,
    notes: [
      "Who is missing is added, whose role differs is changed; whom no row has is left alone, "
        + "unless `--remove` is given.",
      "A person whose invite is pending is waiting: run it again when the person has joined. "
        + "Admins and billing members are in every workspace already, and are left alone.",
      "The rows are read to their end, and all that would change is known, before the first change.",
    ],
    examples: [
      CommandExample(
        """
        [{email: "chloe@acme.example", workspace_role: "workspace_developer"}] \
        | sync workspaces members Research
        """,
        "one person is added, or her role changed"
      )
    ],
    searchTerms: ["desired state", "reconcile", "import", "apply", "team"],
    output: { _ in .list(.record(SyncStep.shape)) },
    effects: { _ in [.read, .grant, .cut] },
    requests: "1 per page, 1 per change",
    run: { call, context throws(RunError) in
      try Syncing(call, context).members()
    }
  )

  /// Makes the people of the organization what rows say.
  static let syncUsers = Command(
    "sync users",
    "Makes the people of the organization what the rows say",
    parameters: [
      .syncKey,
      CommandParameter("role", .flag, .string, "The field with the role", default: "role"),
      .syncRemove,
    ],
    input: .rows,
    notes: [
      "Who is missing is invited, whose role differs is changed; whom no row has is left alone, "
        + "unless `--remove` is given. Admins and owners are never changed or removed.",
      "A person whose invite is pending is waiting.",
    ],
    examples: [
      CommandExample(
        """
        [{email: "chloe@acme.example", role: "developer"}] | sync users
        """,
        "her role is made developer, if it is not"
      )
    ],
    searchTerms: ["desired state", "reconcile", "import", "apply", "directory", "scim"],
    output: { _ in .list(.record(SyncStep.shape)) },
    effects: { call in
      let removes = call["remove"].map { $0.constant?.bool != false } ?? false
      return removes
        ? [.read, .create, .grant, .cut, .destroy] : [.read, .create, .grant, .cut]
    },
    requests: "1 per page, 1 per change",
    run: { call, context throws(RunError) in
      try Syncing(call, context).users()
    }
  )
}

extension CommandParameter {
  fileprivate static var syncKey: CommandParameter {
    CommandParameter(
      "key",
      .flag,
      .oneOf(Enumeration("a field that tells who it is", ["email", "user_id"])),
      "The field that tells who it is",
      default: "email"
    )
  }

  fileprivate static var syncRemove: CommandParameter {
    CommandParameter("remove", .toggle, .bool, "Also takes out whom no row has")
  }
}
