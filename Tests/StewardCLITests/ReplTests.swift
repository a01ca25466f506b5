import LineEditing
import Steward
import StewardCLI
import Testing

@Suite struct ReplTests {
  @Test(arguments: [
    (ReplPrompt(), "steward> "),
    (ReplPrompt(organization: "Acme"), "Acme read-only> "),
    (ReplPrompt(organization: "Acme", mode: .live), "Acme live# "),
    (ReplPrompt(organization: "Acme", isSandbox: true, mode: .live), "Acme sandbox live# "),
    (ReplPrompt(organization: "Acme", profile: "prod", mode: .live), "Acme [prod] live# "),
    (ReplPrompt(organization: "Acme", profile: "prod", mode: .dryRun), "Acme [prod] dry-run> "),
    (ReplPrompt(profile: "prod"), "steward [prod] read-only> "),
    (ReplPrompt(organization: "A\u{1b}[2J"), "A\\u{1b}[2J read-only> "),
  ])
  func `the prompt names organization and mode`(prompt: ReplPrompt, text: String) {
    #expect(prompt.prompt.text == text)
  }

  @Test func `the modes differ in character and in colour`() {
    let readOnly = ReplPrompt(organization: "A").prompt.pieces
    let live = ReplPrompt(organization: "A", mode: .live).prompt.pieces
    #expect(readOnly.map(\.text) != live.map(\.text))
    #expect(readOnly.map(\.style) != live.map(\.style))
  }

  @Test(arguments: [
    ("help", ReplDirective.help([])),
    (" help users list ", .help(["users", "list"])),
    ("example users list", .example(["users", "list"])),
    ("doctor", .doctor),
    ("describe users list", .help(["users", "list"])),
    ("describe User", .help(["User"])),
    ("describe $_", nil),
    ("describe (users list)", nil),
    ("describe", nil),
    ("mode live", .mode("live")),
    ("mode", .mode(nil)),
    ("mode live now", nil),
    ("helpers", nil),
    ("?", .help([])),
    ("? users", .help(["users"])),
    ("users list --help", .help(["users", "list"])),
    ("users -h", .help(["users"])),
    ("users list | first --help", nil),
    ("clear", .clear),
    ("clear all", nil),
    ("quit", .quit),
    ("quit 3", nil),
    ("users list", nil),
  ])
  func `lines for the prompt itself`(line: String, directive: ReplDirective?) {
    #expect(ReplDirective(line) == directive)
  }
}
