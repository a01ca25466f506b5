internal import ArgumentParser

/// Options and arguments as the parser of the command line declares them.
enum DeclaredOptions {
  /// Those that may stand anywhere.
  static var ofProgram: [HelpTerm] { terms(in: CommandLineWords.helpMessage(columns: wide)) }

  /// A page on a subcommand.
  static func page(
    _ name: String,
    _ summary: String,
    of type: (some ParsableArguments).Type,
    usage: [String],
    more: [HelpSection] = []
  ) -> HelpPage {
    let terms = terms(in: type.helpMessage(columns: wide))
    let options = terms.isEmpty ? [] : [HelpSection("options", [.terms(terms)])]
    let usage = HelpSection("usage", [.usage(["steward \(name)"] + usage)])
    return HelpPage(.topic, name, summary, [usage] + options + more)
  }

  /// So many columns that every option has one line.
  private static let wide = 10_000

  /// Behind the usage each option has a line: its form, blanks, what it does. Lines further in go on
  /// with the one before.
  private static func terms(in message: String) -> [HelpTerm] {
    var terms: [(name: String, meaning: String)] = []
    for line in message.split(separator: "\n").drop(while: { !$0.hasSuffix("S:") }) {
      let text = line.drop { $0 == " " }
      if line.hasPrefix("      "), !terms.isEmpty {
        terms[terms.count - 1].meaning += (terms.last?.meaning.isEmpty == true ? "" : " ") + text
      } else if line.hasPrefix("  "), let gap = text.firstRange(of: "  ") {
        let meaning = text[gap.upperBound...].drop { $0 == " " }
        terms.append((plain(text[..<gap.lowerBound]), String(meaning)))
      } else if line.hasPrefix("  ") {
        terms.append((plain(text), ""))
      }
    }
    return terms.map { HelpTerm($0.name, $0.meaning) }
  }

  /// `--color <WHEN>` without the signs that this help uses nowhere else.
  private static func plain(_ form: Substring) -> String {
    String(form.filter { $0 != "<" && $0 != ">" })
  }
}
