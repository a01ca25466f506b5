/// How one works at the prompt and with files.
extension ConceptPages {
  static let prompt = HelpPage(
    .topic,
    "prompt",
    "A session at the terminal",
    [
      HelpSection(
        "keys",
        [
          .terms([
            HelpTerm("Tab", "completes commands, flags, values, fields, files and names"),
            HelpTerm("Right, End", "takes the faint text: how the line went on before"),
            HelpTerm("Up, Down", "earlier lines, with what is typed in them"),
            HelpTerm("Ctrl-R", "looks for an earlier line by some of its words"),
            HelpTerm("Alt-Enter", "another row; Enter does so where a line is not complete"),
            HelpTerm("Ctrl-X Ctrl-E", "opens the text in $EDITOR"),
            HelpTerm("Ctrl-C", "stops what runs, or drops the line"),
            HelpTerm("Ctrl-D", "leaves"),
          ])
        ]
      ),
      HelpSection(
        "words for the prompt itself",
        [
          .terms(
            ReplDirective.all.map { HelpTerm($0.usage, $0.summary) } + [
              HelpTerm("help find WORDS", "Searches the help, by task or by word")
            ]
          )
        ]
      ),
      HelpSection(
        "results",
        [
          .paragraph(
            "`$_` is what the last line gave: `$_ | describe` says what it has. A line that begins with `|` goes on with it. A long result stops at each screen: Space goes on, q stops, and `$_` fetches the rest when it is used."
          )
        ]
      ),
      HelpSection("see also", [.pages(["language", "safety", "describe", "explain"])]),
    ]
  )

  static let safety = HelpPage(
    .topic,
    "safety",
    "What is checked, asked and written down before something changes",
    [
      HelpSection(
        "before",
        [
          .terms([
            HelpTerm("the check", "a mistake is found before the first request"),
            HelpTerm("mode read-only", "how a prompt on a real organization begins"),
            HelpTerm("plan PIPELINE", "what it would change, by name; only looks"),
            HelpTerm("explain PIPELINE", "what it would send, stage by stage; sends nothing"),
            HelpTerm("--dry-run", "the same for a whole script, as `steward plan FILE`"),
            HelpTerm("--guard cut=5", "more changes with that effect are refused"),
          ])
        ]
      ),
      HelpSection(
        "while it runs",
        [
          .paragraph(
            "Before anything is cut or destroyed, before access for an address outside the organization, and above 20 changes, you are shown all of it by name and asked once. Then exactly these changes are made."
          )
        ]
      ),
      HelpSection(
        "after",
        [
          .terms([
            HelpTerm(
              "steward runs",
              "what was changed, by run; `steward show RUN` has each change"
            ),
            HelpTerm("steward resume RUN", "finishes a run that was broken off"),
            HelpTerm("steward undo RUN", "takes a run back as far as that goes"),
          ])
        ]
      ),
      HelpSection("see also", [.pages(["how look-first", "effects", "plan", "runs", "undo"])]),
    ]
  )

  static let runbooks = HelpPage(
    .topic,
    "runbooks",
    "Scripts with parameters, limits and prose",
    [
      HelpSection(
        nil,
        [
          .paragraph(
            "A script is a file that ends in `.steward`. A runbook is a Markdown file: its code blocks marked `steward` run in order. Either may begin with a header:"
          ),
          .code([
            #"runbook "Switch off old keys" {"#,
            "  effects read, cut",
            "  ## Keys older than this",
            "  param days: int = 90",
            "}",
          ]),
          .paragraph(
            "A parameter is a flag of the command line, and is asked for at a terminal. The effects are a ceiling: a script that may do more is refused before its first request."
          ),
        ]
      ),
      HelpSection(
        "use",
        [
          .code([
            "steward offboard.md --help",
            "steward check offboard.md --effects",
            "steward offboard.md --email jane@acme.example --dry-run",
          ])
        ]
      ),
      HelpSection("see also", [.pages(["run", "check", "plan", "effects", "exit"])]),
    ]
  )
}
