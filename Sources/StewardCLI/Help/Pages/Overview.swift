/// `steward --help`.
enum Overview {
  static var page: HelpPage {
    HelpPage(
      .topic,
      "steward",
      "An automation shell for Anthropic's Admin API",
      [
        HelpSection("usage", [.terms(forms)]),
        HelpSection("topics", [.terms(HelpTopic.overview)]),
        HelpSection("options", [.terms(DeclaredOptions.ofProgram)]),
      ]
    )
  }

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
