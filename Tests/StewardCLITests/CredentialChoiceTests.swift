import AdminAPI
import AdminHTTP
import StewardCLI
import StewardRuntime
import Testing

@Suite struct CredentialChoiceTests {
  private func surroundings(_ variables: [String: String]) -> Surroundings {
    Surroundings(variable: { variables[$0] })
  }

  @Test(arguments: [
    (["ANTHROPIC_ADMIN_KEY": "sk-ant-admin01-a"], "ANTHROPIC_ADMIN_KEY"),
    (["ANTHROPIC_ADMIN_API_KEY": "sk-ant-admin01-a"], "ANTHROPIC_ADMIN_API_KEY"),
    (
      ["ANTHROPIC_ADMIN_KEY": "", "ANTHROPIC_AUTH_TOKEN": "sk-ant-oat01-a"], "ANTHROPIC_AUTH_TOKEN"
    ),
    (
      ["ANTHROPIC_ADMIN_KEY": "k", "ANTHROPIC_AUTH_TOKEN": "sk-ant-oat01-a"], "ANTHROPIC_ADMIN_KEY"
    ),
    (["ANTHROPIC_ADMIN_KEY": "k", "ANTHROPIC_ADMIN_API_KEY": "k"], "ANTHROPIC_ADMIN_KEY"),
    (["ANTHROPIC_AUTH_TOKEN": "other"], nil),
    (["ANTHROPIC_API_KEY": "sk-ant-api03-a"], nil),
    ([:], nil),
  ])
  func `the first variable that counts wins`(variables: [String: String], winner: String?) throws {
    #expect(try CredentialChoice(surroundings(variables)).chosen?.variable == winner)
  }

  @Test func `different keys are a mistake that shows neither`() throws {
    let variables = ["ANTHROPIC_ADMIN_KEY": "sk-one", "ANTHROPIC_ADMIN_API_KEY": "sk-two"]
    let error = try #require(throws: UsageError.self) {
      try CredentialChoice(surroundings(variables))
    }
    #expect(error.message == "ANTHROPIC_ADMIN_KEY and ANTHROPIC_ADMIN_API_KEY hold different keys")
  }

  @Test func `an ordinary key is explained before anything is sent`() throws {
    let choice = try CredentialChoice(surroundings(["ANTHROPIC_ADMIN_KEY": "sk-ant-api03-secret"]))
    let error = try #require(throws: RunError.self) { try choice.credential() }
    #expect(error.kind == .auth)
    #expect(error.message.contains("ordinary API key") && !error.message.contains("secret"))
  }

  @Test func `what is not used is listed with its reason`() throws {
    let variables = ["ANTHROPIC_AUTH_TOKEN": "other", "ANTHROPIC_API_KEY": "sk-ant-api03-a"]
    let ignored = try CredentialChoice(surroundings(variables)).ignored
    #expect(ignored.map(\.variable) == ["ANTHROPIC_AUTH_TOKEN", "ANTHROPIC_API_KEY"])
  }

  @Test func `requests go where the option says, then the variable, then the real API`() throws {
    let variables = [
      "STEWARD_BASE_URL": "http://127.0.0.1:2", "ANTHROPIC_BASE_URL": "http://127.0.0.1:3",
    ]
    let option = try Destination(option: "http://127.0.0.1:1", surroundings(variables))
    #expect(option.url.text == "http://127.0.0.1:1" && option.source == "--base-url")
    let variable = try Destination(option: nil, surroundings(variables))
    #expect(variable.url.text == "http://127.0.0.1:2" && variable.source == "STEWARD_BASE_URL")
    #expect(variable.ignoresModelGateway)
    let standard = try Destination(option: nil, surroundings([:]))
    #expect(standard.url == .anthropic && standard.source == nil)
  }
}
