import Glibc
import Testing

/// A sandbox on a port, and the program as its client over a real connection.
@Suite struct SandboxServerTests {
  private let server: RunningSteward
  private let environment: [String: String]

  init() throws {
    server = try RunningSteward(["sandbox", "--port", "0", "--users", "30"])
    let words = server.firstLine().split(separator: " ").map(String.init)
    try #require(words.count == 2)
    environment = ["STEWARD_BASE_URL": words[0], "ANTHROPIC_ADMIN_KEY": words[1]]
  }

  private func stop() {
    server.signal(SIGINT)
    #expect(server.finish().status == 0)
  }

  @Test func `commands read and change it`() throws {
    let count = try StewardRun("-c", "users list | count", environment: environment)
    #expect(count.output == "30\n")
    let made = try StewardRun(
      "workspaces",
      "create",
      "--name",
      "Lab \"1\"",
      "-o",
      "json",
      environment: environment
    )
    #expect(made.status == 0)
    #expect(made.output.contains(#""name":"Lab \"1\"""#))
    let names = try StewardRun("-c", "workspaces list | get name", environment: environment)
    #expect(names.output.contains(#""Lab \"1\"""#))
    stop()
  }

  @Test func `the variable for the model API is ignored, and that is said`() throws {
    var environment = environment
    environment["ANTHROPIC_BASE_URL"] = "http://127.0.0.1:1"
    let run = try StewardRun("organization", "get", environment: environment)
    #expect(run.status == 0)
    #expect(run.errors.contains("ANTHROPIC_BASE_URL is ignored"))
    #expect(try StewardRun("-c", "1", environment: environment).errors == "")
    stop()
  }

  @Test func `a wrong key is told apart`() throws {
    var environment = environment
    environment["ANTHROPIC_ADMIN_KEY"] = "sk-ant-admin01-wrong"
    let run = try StewardRun("users", "list", environment: environment)
    #expect(run.status == 67)
    #expect(run.errors.contains("HTTP 401"))
    #expect(!run.errors.contains("sk-ant-admin01-wrong"))
    stop()
  }

  @Test func `doctor names the organization and where the key came from`() throws {
    let run = try StewardRun("doctor", environment: environment)
    #expect(run.status == 0)
    #expect(run.output.contains("a sandbox's key (••••), from ANTHROPIC_ADMIN_KEY"))
    #expect(run.output.contains("Acme Robotics"))
    stop()
  }
}
