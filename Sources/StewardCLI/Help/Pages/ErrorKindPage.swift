internal import StewardRuntime
internal import StewardValues

/// The help on errors of a run, and how a script handles them.
enum ErrorKindPage {
  static var page: HelpPage {
    let kinds = ErrorKind.documented.map { kind in
      HelpTerm(
        kind.rawValue,
        kind.meaning,
        remarks: kind.isCatchable ? [] : ["cannot be caught"]
      )
    }
    return HelpPage(
      .topic,
      "errors",
      "What can go wrong while a script runs, and how it is caught",
      [
        HelpSection("kinds", [.terms(kinds + [own])]),
        HelpSection("fields of an error", [.terms(fields)]),
        HelpSection("examples", [.examples(examples)]),
        HelpSection("see also", [.pages(["not_found", "declined", "codes", "exit"])]),
      ]
    )
  }

  private static let own = HelpTerm(
    "user",
    "`throw \"text\"`; `throw {kind: \"policy\", message: \"…\"}` has the kind user.policy"
  )

  private static var fields: [HelpTerm] {
    RunError.shape.fields.map { HelpTerm($0.name, $0.summary, type: TypeWords.name($0.type)) }
  }

  private static let examples = [
    (
      code: #"try { users get user_01x } catch e if $e.kind == "not_found" { warn "none" }"#,
      meaning: "one kind"
    ),
    (code: "api-keys list | each --on-error skip {|k| $k.name }", meaning: "row by row"),
  ]
}
