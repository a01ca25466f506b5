import StewardCLI
import Testing

@Suite struct CommandLineCompletionTests {
  private func completion(_ words: String...) -> CommandLineCompletion {
    CommandLineCompletion(
      words,
      CompletionSources(
        profiles: { ["acme", "beta"] },
        runs: { ["latest", "20261001-120000-bcdf"] }
      )
    )
  }

  private func offers(_ completion: CommandLineCompletion) -> [String] {
    completion.offers.map(\.text)
  }

  @Test func `a line begins with a subcommand, a command or a file`() {
    let beginning = completion("")
    let offers = offers(beginning)
    #expect(offers.contains("check") && offers.contains("users") && !offers.contains("where"))
    #expect(Set(offers).count == offers.count)
    #expect(beginning.files == .scripts)
    let check = beginning.offers.first { $0.text == "check" }
    #expect(check?.meaning.isEmpty == false)
  }

  @Test func `options that are there already are not offered again`() {
    #expect(offers(completion("--qui")) == ["--quiet"])
    #expect(offers(completion("--quiet", "--qui")) == [])
    #expect(offers(completion("-o", "json", "--outp")) == [])
  }

  @Test func `values of options`() {
    #expect(offers(completion("-o", "j")) == ["json"])
    #expect(offers(completion("--output=nd")) == ["--output=ndjson"])
    #expect(offers(completion("--profile", "")) == ["acme", "beta"])
    #expect(offers(completion("--allow", "read,re")) == ["read,reveal"])
    #expect(offers(completion("--guard", "cu")) == ["cut="])
    #expect(completion("--file-root", "").files == .folders)
    #expect(completion("--ca-file", "").files == .files)
    #expect(completion("--note", "").files == nil && offers(completion("--note", "")) == [])
  }

  @Test func `arguments of subcommands`() {
    #expect(offers(completion("show", "")) == ["latest", "20261001-120000-bcdf"])
    #expect(offers(completion("show", "latest", "")) == [])
    #expect(offers(completion("profile", "use", "b")) == ["beta"])
    #expect(offers(completion("completions", "")) == ["bash", "zsh", "fish"])
    #expect(completion("check", "--effects", "").files == .scripts)
    #expect(offers(completion("check", "--eff")) == ["--effects"])
    #expect(completion("plan", "--out", "").files == .files)
    #expect(offers(completion("sandbox", "--wor")) == ["--workspaces"])
    #expect(offers(completion("help", "api-keys", "upd")) == ["update"])
  }

  @Test func `commands of the language`() {
    #expect(offers(completion("--sandbox", "users", "li")) == ["list"])
    #expect(offers(completion("users", "list", "--roles=dev")) == ["--roles=developer"])
    #expect(offers(completion("users", "list", "--", "--r")) == [])
    // What is no plain word is no part of a command's name.
    #expect(offers(completion("users", "$(x")) == [])
  }

  @Test func `a file that is no runbook has no flags of its own`() {
    #expect(offers(completion("/nonexistent.steward", "--em")) == [])
    #expect(offers(completion("/dev/null", "--quie")) == ["--quiet"])
  }
}
