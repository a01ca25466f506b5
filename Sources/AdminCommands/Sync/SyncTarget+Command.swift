internal import AdminAPI
internal import StewardRuntime
internal import StewardValues

extension SyncTarget {
  /// The command that carries it out.
  var command: Command {
    Command(
      "sync \(words)",
      summary,
      parameters: scope.map(\.ofSync) + [
        CommandParameter(
          "key",
          .flag,
          .oneOf(Enumeration("a field that tells who it is", ["email", "user_id"])),
          "The field that tells who it is",
          default: "email"
        ),
        CommandParameter("role", .flag, .string, "The field with the role", default: roleField),
        CommandParameter("remove", .toggle, .bool, "Also takes out whom no row has"),
        CommandParameter(
          "allow-empty",
          .toggle,
          .bool,
          "Lets `--remove` take out everybody where there is no row"
        ),
      ],
      input: .rows,
      notes: notes,
      examples: [example],
      searchTerms: searchTerms,
      output: { _ in .list(.record(SyncStep.shape)) },
      effects: { call in
        effects(removing: call["remove"].map { $0.constant?.bool != false } ?? false)
      },
      requests: "1 per page, 1 per change",
      run: { call, context throws(RunError) in try Syncing(self, call, context).output() }
    )
  }

  private var notes: [String] {
    let missing: String =
      switch arrival {
      case .person: "Who is missing is added"
      case .invitation: "Who is missing is invited"
      }
    let unknown: String =
      switch arrival {
      case .person:
        "A row whose person nobody knows is an error, as are two rows about one person, and nothing "
          + "is changed then."
      case .invitation: "Two rows about one person are an error, and nothing is changed then."
      }
    return [
      "\(missing), whose role differs is changed; whom no row has is left alone, unless `--remove` is "
        + "given. Without any row, `--remove` is refused unless `--allow-empty` is given too.",
      "A person whose invite is pending is waiting: run it again when the person has joined. "
        + fixedNote,
      "Gives a row for each person about whom something is to be done: `action` (add, update, remove, "
        + "waiting, or fixed for a role that the API cannot change), `who`, `before` and `after`. "
        + "Who is as the rows say is only counted: a second run gives none. `plan` before it, or "
        + "`--dry-run`, shows all of it and changes nothing.",
      unknown + " The rows are read to their end, and all that would change is known, before the "
        + "first change.",
    ]
  }
}

extension Parameter {
  fileprivate var ofSync: CommandParameter {
    CommandParameter(commandName, .positional, type, required: true, summary.capitalizedFirst)
  }
}
