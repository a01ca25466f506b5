/// `steward --help`, and at the prompt `help`.
enum Overview {
  static var page: HelpPage {
    HelpPage(
      .topic,
      "steward",
      "An automation shell for Anthropic's Admin API",
      [HelpSection("usage", [.terms(forms)])] + topics
        + [HelpSection("options", [.terms(DeclaredOptions.ofProgram)])]
    )
  }

  /// At the prompt nobody needs the command line; it fits a screen of 24 lines.
  static let ofPrompt = HelpPage(
    .topic,
    "steward",
    "An automation shell for Anthropic's Admin API",
    topics
  )

  /// Where to read on, by what somebody wants to do.
  static let topics: [HelpSection] = [
    HelpSection(
      "find something out",
      [
        .terms([
          HelpTerm("help find WORDS", "the help, by task or by word: help find rotate keys"),
          HelpTerm("help how", "what administrators do, with lines to copy"),
          HelpTerm("help commands", "every command; `help users` and `help users list` say more"),
          HelpTerm("example users list", "at the prompt: an example, run if it only reads"),
        ])
      ]
    ),
    HelpSection(
      "write a line",
      [
        .terms([
          HelpTerm("help language", "the language on one screen; a word of it: `help where`"),
          HelpTerm("help functions", "functions of expressions; also `help names, money, time`"),
          HelpTerm("help types", "values and objects; one of them: `help User`"),
        ])
      ]
    ),
    HelpSection(
      "change something",
      [
        .terms([
          HelpTerm("help safety", "what is asked, how to look first, how to take back"),
          HelpTerm("help roles", "who may do what; also `help effects`, `help runbooks`"),
        ])
      ]
    ),
    HelpSection(
      "mend something",
      [
        .terms([
          HelpTerm("help E0312", "what a code means; also `help codes`, `errors`, `exit`"),
          HelpTerm("help prompt", "keys, `$_` and modes; also `help doctor`, `environment`"),
        ])
      ]
    ),
  ]

  static let forms = [
    HelpTerm("steward", "a prompt; from a pipe: runs the script it reads there"),
    HelpTerm("steward WORD …", "one command: steward users list --output csv"),
    HelpTerm("steward -c CODE", "a piece of the language; --arg NAME VALUE binds $NAME"),
    HelpTerm("steward [run] FILE", "a script or a runbook, with its parameters as flags"),
    HelpTerm("steward check FILE …", "what is wrong with it; --effects: what it would do"),
    HelpTerm("steward plan FILE …", "what it would change, by name; --out keeps the plan"),
    HelpTerm("steward apply PLAN", "makes exactly the changes of a kept plan"),
    HelpTerm("steward runs", "what was changed; show, resume and undo take a RUN"),
    HelpTerm("steward fmt FILE …", "lays scripts out in one style; --check only looks"),
    HelpTerm("steward sandbox", "a local organization on a port, to try things on"),
    HelpTerm("steward profile …", "organizations by name: their keys, modes and limits"),
    HelpTerm("steward doctor", "which key and organization are used, and what is amiss"),
    HelpTerm("steward completions SHELL", "a script for Tab in bash, zsh or fish"),
    HelpTerm("steward help TOPIC …", "explains a command, a function or a topic"),
  ]
}
