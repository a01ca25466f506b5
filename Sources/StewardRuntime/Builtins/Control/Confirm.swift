internal import StewardValues

extension Command {
  static let confirm = Command(
    "confirm",
    "Asks a yes-or-no question and goes on only after yes",
    parameters: [
      CommandParameter("question", .positional, .string, required: true, "What is asked")
    ],
    notes: [
      "No, or nobody there to answer: the run ends as declined. `--yes` answers yes.",
      "The confirmation of changes is asked by itself and is not replaced by this one.",
    ],
    examples: [CommandExample(#"confirm "Send 20 invites?""#, "true, or the run ends")],
    searchTerms: ["ask", "prompt", "question"],
    output: { _ in .bool },
    effects: { _ in .prompt },
    run: { call, context throws(RunError) in
      let question = call.text("question") ?? ""
      switch try context.host.confirm(question) {
      case true?: return .value(true)
      case false?: throw call.site.error(.declined, "declined: \(question)")
      case nil:
        throw call.site.error(
          .declined,
          "nobody is there to answer: \(question)",
          help: "`--yes` answers yes"
        )
      }
    }
  )
}
