import Testing

@Suite struct ExitStatusTests {
  @Test(arguments: [
    (["-c", "exit 3"], 3),
    (["-c", "throw \"x\""], 1),
    (["-c", "users lst"], 2),
    (["check", "/nonexistent.steward"], 64),
    (["--sandbx", "-c", "1"], 64),
    (["--sandbox=usrs=3", "-c", "1"], 64),
    (["--base-url", "http://example.com", "-c", "1"], 64),
    (["let", "x"], 64),
    (["--sandbox", "--read-only", "-c", "users remove user_1"], 66),
    (["-c", "users list"], 67),
    (["-c", "[1, 0] | each --on-error skip {|n| 1 / $n }"], 68),
    (["--file-root", "no-such-folder", "-c", "1"], 64),
    (["--ca-file", "/nonexistent.pem", "-c", "1"], 64),
    (["-c", "1", "-c", "2"], 64),
    (["--arg", "if", "5", "-c", "1"], 64),
    (["--help"], 0),
    (["help", "E0312"], 0),
    (["help", "--markdown"], 0),
    (["help", "--man"], 0),
    (["help", "--man", "users"], 64),
    (["help", "E9999"], 64),
    (["--version"], 0),
  ])
  func `each kind of ending has its status`(arguments: [String], status: Int) throws {
    #expect(try StewardRun(arguments).status == Int32(status))
  }

  @Test(arguments: [
    "users lst", "users list --lmit 3", "users list --limit 3",
    "invites create --email a@b.example --role admn", #"users list | where rol == "x""#,
    #"users list | where role == "admn""#, "users list | where role == admin",
    "users list | where email == jane@acme.example", "users list | where added_at >= 2026-10-01",
  ])
  func `what the check finds is sent nowhere`(code: String) throws {
    let run = try StewardRun("--sandbox", "--trace", "-c", code)
    #expect(run.status == 2)
    #expect(run.requests.isEmpty)
    #expect(run.errors.contains("nothing was sent"))
    #expect(run.output == "")
  }

  @Test func `a change that nobody can confirm is not made`() throws {
    let script =
      #"for k in (api-keys list --status active | first 1) { api-keys update $k.id --status inactive }"#
    let refused = try StewardRun("--sandbox", "--trace", "-c", script)
    #expect(refused.status == 66)
    #expect(!refused.requests.contains { $0.hasPrefix("POST") })
    let allowed = try StewardRun("--sandbox", "--trace", "--yes", "-c", script)
    #expect(allowed.status == 0)
    #expect(allowed.requests.count { $0.hasPrefix("POST") } == 1)
  }

  @Test func `with every answer an error, the error is complete`() throws {
    let run = try StewardRun("--sandbox=fault-500=1", "-c", "users list")
    #expect(run.status == 75)
    #expect(run.errors.contains("error[server]"))
    #expect(run.errors.contains("HTTP 500, api_error, request req_"))
    #expect(run.errors.contains("users list"))
  }

  @Test func `without a key both ways to go on are told`() throws {
    let run = try StewardRun("users", "list")
    #expect(run.errors.contains("ANTHROPIC_ADMIN_KEY") && run.errors.contains("--sandbox"))
  }

  @Test func `errors come as JSON and as annotations`() throws {
    let json = try StewardRun("-c", "users lst", "--diagnostics", "json")
    #expect(json.errors.hasPrefix(#"{"code":"E0301","severity":"error""#))
    #expect(json.errors.split(separator: "\n").count == 1)
    let github = try StewardRun("-c", "throw \"x\"", "--diagnostics", "github")
    #expect(github.errors == "::error file=-c,line=1,col=1::user: x\n")
  }
}
