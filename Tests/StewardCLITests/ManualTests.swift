import StewardCLI
import StewardRuntime
import Testing

/// `steward help --man`.
@Suite struct ManualTests {
  private static let text = Manual(.program).text

  private static let requests: Set<String> = [
    ".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".BR", ".br", ".EX", ".EE", ".RS", ".RE",
  ]

  @Test func `lines that begin with a dot are requests`() {
    for line in Self.text.split(separator: "\n") where line.hasPrefix(".") {
      let request = String(line.prefix { $0 != " " })
      #expect(Self.requests.contains(request), "\(line)")
    }
  }

  @Test func `nothing else has a meaning for the formatter`() {
    for line in Self.text.split(separator: "\n") {
      #expect(!line.hasPrefix("'"), "\(line)")
      #expect(line.utf8.allSatisfy { $0 < 0x80 }, "\(line)")
    }
  }

  @Test func `it has every command, function, option and exit status`() {
    for command in Vocabulary.program.commands {
      #expect(Self.text.contains(heading(command.name)))
    }
    for function in Vocabulary.program.functions {
      #expect(Self.text.contains(heading(function.name)))
    }
    #expect(Self.text.contains(#".B "\-\-file\-root DIR""#))
    #expect(Self.text.contains(".B \"75\"\n"))
  }

  private func heading(_ name: String) -> String {
    ".SS \"\(name.replacing("-", with: "\\-"))\"\n"
  }
}
