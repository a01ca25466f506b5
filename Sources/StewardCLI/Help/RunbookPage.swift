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

  var text: String {
    let terms = program.terms
    var lines = [terms?.title ?? file, "", "USAGE"]
    lines += Columns.wrapped("steward \(terms?.usage(file) ?? file)", indent: 2)
    let parameters = (terms?.parameters ?? []).map { parameter in
      let type = TypeWords.text(parameter.type)
      let facts = [parameter.summary, type, parameter.isRequired ? "" : "may be left out"]
      let meaning = facts.filter { !$0.isEmpty }.joined(separator: "; ")
      // A secret has no flag: it is asked for, or stands in the file of parameters.
      return (name: parameter.isSecret ? parameter.name : "--\(parameter.name)", meaning: meaning)
    }
    if !parameters.isEmpty { lines += ["", "PARAMETERS"] + Columns.table(parameters) }
    lines += ["", "EFFECTS  \(program.effects)"]
    for guarded in terms?.guards ?? [] {
      let changes = guarded.limit == 1 ? "1 change" : "\(guarded.limit) changes"
      lines.append("GUARD    at most \(changes) with the effect \(guarded.effect)")
    }
    if let organization = terms?.organization { lines.append("FOR      \(organization)") }
    return lines.joined(separator: "\n") + "\n"
  }
}
