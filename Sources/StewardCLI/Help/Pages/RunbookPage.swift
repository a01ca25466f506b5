internal import StewardRuntime
internal import StewardValues

/// The help on one runbook: `steward offboard.steward --help`.
struct RunbookPage {
  private let file: String
  private let program: Program

  init(_ file: String, _ program: Program) {
    self.file = file
    self.program = program
  }

  var page: HelpPage {
    let usage = "steward \(program.terms?.usage(file) ?? file)".split(separator: " ").map(
      String.init
    )
    var sections = [HelpSection("usage", [.usage(usage)])]
    if !parameters.isEmpty { sections.append(HelpSection("parameters", [.terms(parameters)])) }
    return HelpPage(
      .topic,
      program.terms?.title ?? file,
      "",
      sections + [HelpSection(nil, [.terms(facts)])]
    )
  }

  private var parameters: [HelpTerm] {
    (program.terms?.parameters ?? []).map { parameter in
      HelpTerm(
        // A secret has no flag: it is asked for, or stands in the file of parameters.
        parameter.isSecret ? parameter.name : "--\(parameter.name)",
        parameter.summary,
        type: TypeWords.text(parameter.type),
        remarks: parameter.isRequired ? [] : ["may be left out"]
      )
    }
  }

  private var facts: [HelpTerm] {
    var facts = [HelpTerm("effects", program.effects.description)]
    for guarded in program.terms?.guards ?? [] {
      let changes = guarded.limit == 1 ? "1 change" : "\(guarded.limit) changes"
      facts.append(HelpTerm("guard", "at most \(changes) with the effect \(guarded.effect)"))
    }
    if let organization = program.terms?.organization {
      facts.append(HelpTerm("for", organization))
    }
    return facts
  }
}
