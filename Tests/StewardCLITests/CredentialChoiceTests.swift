import AdminAPI
import AdminHTTP
import StewardCLI
import StewardRuntime
import Testing

@Suite struct CredentialChoiceTests {
  private func surroundings(_ variables: [String: String]) -> Surroundings {
    Surroundings(variable: { variables[$0] })
  }

  private var noProfile: ProfileChoice {
    get throws { try ProfileChoice(option: nil, surroundings([:])) }
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
    #expect(try CredentialChoice(surroundings(variables), noProfile).source == winner)
  }

  @Test func `different keys are a mistake that shows neither`() throws {
    let variables = ["ANTHROPIC_ADMIN_KEY": "sk-one", "ANTHROPIC_ADMIN_API_KEY": "sk-two"]
    let error = try #require(throws: UsageError.self) {
      try CredentialChoice(surroundings(variables), noProfile)
    }
    #expect(error.message == "ANTHROPIC_ADMIN_KEY and ANTHROPIC_ADMIN_API_KEY hold different keys")
  }

  @Test func `an ordinary key is explained before anything is sent`() throws {
    let choice = try CredentialChoice(
      surroundings(["ANTHROPIC_ADMIN_KEY": "sk-ant-api03-secret"]),
      noProfile
    )
    let error = try #require(throws: RunError.self) { try choice.credential() }
    #expect(error.kind == .auth)
    #expect(error.message.contains("ordinary API key") && !error.message.contains("secret"))
  }

  @Test func `what is not used is listed with its reason`() throws {
    let variables = ["ANTHROPIC_AUTH_TOKEN": "other", "ANTHROPIC_API_KEY": "sk-ant-api03-a"]
    let ignored = try CredentialChoice(surroundings(variables), noProfile).ignored
    #expect(ignored.map(\.source) == ["ANTHROPIC_AUTH_TOKEN", "ANTHROPIC_API_KEY"])
  }

  // MARK: - Profiles

  private static let admin = "ANTHROPIC_ADMIN_KEY"

  /// Two profiles, of which `acme` is the default; `keyless` has no key.
  private var configuration: Configuration {
    var configuration = Configuration()
    for name in ["acme", "beta"] {
      var profile = Profile(name: name)
      profile.key = .command(["printf", "sk-ant-admin01-\(name)"])
      profile.organization = "id of \(name)"
      configuration.set(profile)
    }
    configuration.set(Profile(name: "keyless"))
    configuration.standard = "acme"
    return configuration
  }

  private func profiles(
    _ option: String?,
    _ variables: [String: String]
  ) throws -> ProfileChoice {
    try ProfileChoice(option: option, surroundings(variables), configuration, path: "config.json")
  }

  private typealias Precedence = (String?, [String: String], String, String?)

  private static let precedences: [Precedence] = [
    (nil, [:], "acme", "the profile acme (command printf)"),
    (nil, [admin: "sk-ant-admin01-x"], "acme", admin),
    (nil, ["ANTHROPIC_AUTH_TOKEN": "sk-ant-oat01-x"], "acme", "ANTHROPIC_AUTH_TOKEN"),
    ("beta", [admin: "sk-ant-admin01-x"], "beta", "the profile beta (command printf)"),
    ("beta", ["STEWARD_PROFILE": "acme"], "beta", "the profile beta (command printf)"),
    (nil, ["STEWARD_PROFILE": "beta", admin: "x"], "beta", "the profile beta (command printf)"),
    ("keyless", [admin: "sk-ant-admin01-x"], "keyless", admin),
    ("keyless", [:], "keyless", nil),
    (
      "beta", [admin: "one", "ANTHROPIC_ADMIN_API_KEY": "two"], "beta",
      "the profile beta (command printf)"
    ),
  ]

  @Test(arguments: precedences)
  private func `a named profile goes before the environment, the default after it`(
    option: String?,
    variables: [String: String],
    profile: String,
    source: String?
  ) throws {
    let choice = try profiles(option, variables)
    #expect(choice.profile?.name == profile)
    #expect(try CredentialChoice(surroundings(variables), choice).source == source)
  }

  @Test func `a profile's command is run for the key`() throws {
    let credential = try CredentialChoice(surroundings([:]), profiles(nil, [:])).credential()
    #expect(credential.kind == .adminKey)
  }

  @Test func `what goes behind is listed`() throws {
    let variables = [Self.admin: "x", "ANTHROPIC_AUTH_TOKEN": "sk-ant-oat01-x"]
    let named = try CredentialChoice(surroundings(variables), profiles("beta", variables))
    #expect(named.ignored.map(\.source) == [Self.admin, "ANTHROPIC_AUTH_TOKEN"])
    #expect(named.ignored.allSatisfy { $0.reason == "the profile beta goes first" })
    let standard = try CredentialChoice(surroundings([Self.admin: "x"]), profiles(nil, [:]))
    #expect(standard.ignored.map(\.source) == ["the profile acme's command printf"])
  }

  @Test(arguments: [("betta", "did you mean `beta`?"), ("zzz", "there are: acme, beta, keyless")])
  func `a profile that is not there`(name: String, help: String) throws {
    let error = try #require(throws: UsageError.self) { try profiles(name, [:]) }
    #expect(error.message == "--profile: there is no profile `\(name)` in config.json")
    #expect(error.help == help)
  }

  @Test func `without a key the ways to go on are told, profiles among them`() throws {
    var configuration = configuration
    configuration.standard = nil
    let choice = try ProfileChoice(option: nil, surroundings([:]), configuration, path: "c")
    let error = try #require(throws: RunError.self) {
      try CredentialChoice(surroundings([:]), choice).credential()
    }
    #expect(error.kind == .auth)
    for way in ["ANTHROPIC_ADMIN_KEY", "--profile acme", "keyless", "--sandbox"] {
      #expect(error.help?.contains(way) == true, "\(way)")
    }
  }

  @Test func `a profile has its own base URL`() throws {
    var profile = Profile(name: "acme")
    profile.baseURL = "https://gateway.example"
    let own = try Destination(option: nil, surroundings([:]), profile)
    #expect(own.url.text == "https://gateway.example" && own.source == "the profile acme")
    let option = try Destination(option: "http://127.0.0.1:1", surroundings([:]), profile)
    #expect(option.source == "--base-url")
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
