internal import Steward
internal import StewardRuntime

/// The help on one kind of error of a run: `help not_found`.
struct KindPage {
  private let kind: ErrorKind

  static var pages: [HelpPage] { (ErrorKind.documented + [.drift]).map { KindPage($0).page } }

  init(_ kind: ErrorKind) { self.kind = kind }

  var page: HelpPage {
    let meaning = kind.meaning.prefix(1).uppercased() + kind.meaning.dropFirst()
    var sections = [HelpSection("what to do", [.paragraph(Self.advice[kind] ?? Self.general)])]
    if kind.isCatchable {
      sections.append(HelpSection("in a script", [.examples([(code: example, meaning: "")])]))
    } else {
      sections.append(HelpSection(nil, [.paragraph("It ends the run: `catch` never sees it.")]))
    }
    sections.append(HelpSection("see also", [.pages(related)]))
    return HelpPage(.kind, kind.rawValue, meaning, sections)
  }

  private var example: String {
    """
    try {
      users get jane@acme.example
    } catch e if $e.kind == "\(kind.rawValue)" {
      warn $e.message
    }
    """
  }

  private var related: [String] {
    switch kind {
    case .auth, .forbidden: ["doctor", "profile", "environment", "errors"]
    case .network, .timeout: ["doctor", "environment", "errors", "exit"]
    case .declined, .guard, .drift: ["safety", "effects", "plan", "exit"]
    case .notFound, .conflict: ["names", "errors", "how find-person"]
    case .parse, .io: ["open", "save", "errors"]
    default: ["errors", "exit"]
    }
  }

  private static let general = "The message says what it met, and the place in the line where."

  private static let advice: [ErrorKind: String] = [
    .auth:
      "`steward doctor` says which key is used and who gave it. An Admin key begins with sk-ant-admin and is made in the Console; a key for the model API does not do.",
    .forbidden:
      "The key is known, and may not do this. Some operations need a token of an admin, some another kind of organization: the page of the command says so.",
    .notFound:
      "Names are compared exactly: list what there is and look at the spelling. The object may have been removed, or belong to another organization.",
    .conflict:
      "Somebody or something is there already, or in a state that does not allow it. Look at it first; a script may go on with `catch`.",
    .invalid:
      "The API, or a command, refused a value. The message names it; `help COMMAND` says which values there are.",
    .rateLimited:
      "Steward waited and tried again for a minute. Somebody else uses up the same allowance: try again in a while.",
    .server:
      "Reads were tried again. Wait a little; if it stays so, the request id in the message is what Anthropic's support asks for.",
    .network:
      "`steward doctor` says which address and proxy are used. A change that was sent before the connection broke is looked up before anything else happens.",
    .timeout: "Try again, or ask for less: a narrower time, fewer columns in `--group-by`.",
    .cancelled:
      "Somebody pressed Ctrl-C or ended the program. `steward resume latest` finishes a run of changes.",
    .declined:
      "A person, the mode of the prompt (`mode`), the profile or an option such as --read-only said no, and nothing more was sent.",
    .limit: "The message names the limit. A host, an option or a script's own header has set it.",
    .guard:
      "The script, the profile or --guard allows fewer changes with that effect. Look with `plan` whether all of them are meant.",
    .type:
      "`type_of` says what a value is, `describe` what rows have; `help types` lists the types.",
    .null: "`?.` goes through null, `??` puts a value in its place: `$user?.email ?? \"nobody\"`.",
    .parse: "Look at the file or the text: another format, a broken line, or another separator.",
    .io:
      "Look at the path and its permissions. Paths begin in the directory where steward was started, or in --file-root.",
    .internal:
      "Please report it, with the line that brought it about. Nothing of the organization is broken by it.",
    .drift:
      "Since the plan was made the organization has changed. Make the plan again and look at it: `steward plan FILE`.",
  ]
}
