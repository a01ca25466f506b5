import Glibc
import Testing

/// Profiles, from the file that they are in to what they hold runs to.
@Suite struct ProfileTests {
  private let home: ProfileFolder

  init() throws { home = try ProfileFolder() }

  private let create = #"workspaces create --name "Lab""#

  // MARK: - Making them

  @Test func `a profile is made, shown, used and removed`() throws {
    let added = try home.run(
      "profile",
      "add",
      "acme",
      "--check",
      "--base-url",
      home.address,
      "--key-file",
      try home.keyFile
    )
    #expect(added.status == 0 && added.output == "")
    #expect(added.errors.contains("the profile acme is in ~/config/steward/config.json\n"))
    #expect(added.errors.contains("it is for Acme Robotics ("))
    #expect(home.folder.permissions(of: "config/steward") == 0o700)
    #expect(home.folder.permissions(of: "config/steward/config.json") == 0o600)
    #expect(try home.run("users", "list").status == 67)
    #expect(try home.run("--profile", "acme", "-c", "users list | count").output == "24\n")
    #expect(
      try home.run("profile", "use", "acme").errors.hasPrefix("acme is the default profile: Acme")
    )
    #expect(try home.run("-c", "users list | count").output == "24\n")
    let list = try home.run("profile", "list", "-o", "json")
    #expect(list.output.contains(#""name":"acme","default":true,"organization":"Acme Robotics""#))
    #expect(
      try home.run("profile", "show").output.contains(#""organization_name":"Acme Robotics""#)
    )
    let removed = try home.run("profile", "remove", "acme")
    #expect(removed.errors.contains("it was the default: there is none now"))
    #expect(removed.errors.contains("its key is still in \(home.path)/key"))
    #expect(try home.run("users", "list").status == 67)
  }

  @Test func `what is added can be looked at before anything is sent`() throws {
    let open = try home.folder.file("open-key", home.key)
    #expect(chmod(open, 0o644) == 0)
    let cases: [(words: [String], message: String)] = [
      (["--key-file", open], "chmod 600 ~/open-key"),
      (["--key-file", "/nonexistent/key"], "no such file or directory"),
      (["--", "no-such-program-of-steward", "x"], "there is no program"),
      (["--", "echo", home.key], "looks like a key"),
      (["--mode", "readonly"], "did you mean `read-only`?"),
      (["--base-url", "http://acme.example"], "use https://"),
      (["--ceck"], "Did you mean '--check'?"),
    ]
    for (words, message) in cases {
      let run = try StewardRun(["profile", "add", "acme"] + words, environment: home.environment)
      #expect(run.status == 64, "\(words)")
      #expect(run.errors.contains(message), "\(run.errors)")
      #expect(!run.errors.contains(home.key))
    }
    #expect(home.folder.permissions(of: "config/steward/config.json") == nil)
  }

  @Test func `--check keeps no profile of another organization`() throws {
    let run = try home.run(
      "profile",
      "add",
      "acme",
      "--check",
      "--organization",
      "other",
      "--base-url",
      home.address,
      "--key-file",
      try home.keyFile
    )
    #expect(run.status == 66)
    #expect(
      run.errors.contains("is for the organization other, and the key belongs to Acme Robotics")
    )
    #expect(home.folder.permissions(of: "config/steward/config.json") == nil)
  }

  @Test func `names and words that are near are offered`() throws {
    try home.write(profile: "acme", "")
    #expect(try home.run("profile", "use", "acm").errors.contains("did you mean `acme`?"))
    #expect(
      try home.run("--profile", "acm", "users", "list").errors.contains("did you mean `acme`?")
    )
    #expect(try home.run("profile", "ls").errors.contains("did you mean `profile list`?"))
    #expect(try home.run("profile").status == 64)
    #expect(try home.run("profile", "add", "acme").errors.contains("--replace"))
    #expect(try home.run("profile", "add", "acme", "--help").output.hasPrefix("profile add\n"))
  }

  @Test func `a mistake in the file has its line, and a key in it is not shown`() throws {
    try home.write("{\n \"profils\": {}\n}")
    let mistake = try home.run("users", "list")
    #expect(mistake.status == 64)
    #expect(mistake.errors.contains("~/config/steward/config.json:2:2: "))
    #expect(mistake.errors.contains("did you mean `profiles`?"))
    #expect(try home.run("--sandbox", "-c", "users list | count").output == "24\n")
    try home.write(#"{"profiles": {"a": {"key": "\#(home.key)"}}}"#)
    let key = try home.run("users", "list")
    #expect(key.status == 64 && !key.errors.contains(home.key))
  }

  @Test func `a file that others can write is not used`() throws {
    try home.write(profile: "acme", "")
    #expect(chmod(home.path + "/config/steward/config.json", 0o666) == 0)
    let run = try home.run("users", "list")
    #expect(run.status == 64)
    #expect(run.errors.contains("chmod 600 ~/config/steward/config.json"))
  }

  // MARK: - The key

  @Test func `a command gives the key, and what it says is passed on`() throws {
    let script = try home.folder.file("key.sh", "echo unlocked >&2\necho \(home.key)\n")
    try home.write(
      #"""
      {"profiles": {
        "good": {"base_url": "\#(home.address)", "key": {"command": ["sh", "\#(script)"]}},
        "bad": {"base_url": "\#(home.address)", "key": {"command": ["false"]}}
      }}
      """#
    )
    let good = try home.run("--profile", "good", "-c", "users list | count")
    #expect(good.output == "24\n" && good.errors == "unlocked\n")
    let bad = try home.run("--profile", "bad", "users", "list")
    #expect(bad.status == 67)
    #expect(
      bad.errors.contains("the profile bad: the command `false` for the key ended with status 1")
    )
    #expect(try home.run("--profile", "bad", "-c", "1").status == 0)
    let wrong = try home.run("profile", "add", "ordinary", "--", "printf", "sk-%s", "ant-api03-x")
    #expect(wrong.status == 0)
    let ordinary = try home.run("--profile", "ordinary", "users", "list")
    #expect(ordinary.status == 67)
    #expect(
      ordinary.errors.contains("the profile ordinary (command printf) holds an ordinary API key")
    )
  }

  @Test func `a key file that others can read is refused with what to run`() throws {
    try home.write(profile: "acme", "")
    #expect(chmod(home.path + "/key", 0o640) == 0)
    let run = try home.run("users", "list")
    #expect(run.status == 67)
    #expect(run.errors.contains("chmod 600 ~/key"))
  }

  @Test func `doctor says which key won, and why`() throws {
    try home.write(profile: "acme", #""mode": "read-only""#)
    let standard = try home.run("doctor")
    #expect(standard.status == 0)
    for text in [
      "acme, the default", "read-only", "config/steward/config.json: 0600",
      "a sandbox's key (••••), from the profile acme (file", ", from the profile acme\n",
    ] {
      #expect(standard.output.contains(text), "\(text)\n\(standard.output)")
    }
    let environment = try home.run("doctor", environment: home.environmentWithKey)
    #expect(environment.output.contains("a sandbox's key (••••), from ANTHROPIC_ADMIN_KEY"))
    #expect(environment.output.contains("ignored       the profile acme's file "))
    #expect(!(standard.output + environment.output).contains(home.key))
  }

  // MARK: - What it holds runs to

  @Test func `the pin holds whoever gives the key`() throws {
    try home.write(
      profile: "acme",
      #""organization_id": "other", "organization_name": "Other Inc""#
    )
    for environment in [home.environment, home.environmentWithKey] {
      let run = try home.run("--trace", "-c", create, environment: environment)
      #expect(run.status == 66)
      #expect(run.errors.contains("Other Inc (other), and the key belongs to Acme Robotics ("))
      #expect(run.requests.count == 1)
      #expect(run.requests.first?.hasPrefix("GET /v1/organizations/me") == true)
    }
    let script = try home.folder.file("x.steward", "for u in (users list) { users remove $u.id }")
    let plan = try home.run("--trace", "plan", script)
    #expect(plan.status == 66 && plan.requests.count == 1)
    let doctor = try home.run("doctor")
    #expect(doctor.status == 66 && doctor.output.contains("Other Inc"))
  }

  @Test func `without a pin a change says where it is made`() throws {
    try home.write(profile: "acme", "")
    let run = try home.run("-c", create)
    #expect(run.status == 0)
    #expect(run.errors.hasPrefix("changing Acme Robotics ("))
    #expect(try home.run("-c", "users list | count").errors == "")
  }

  @Test func `a read-only profile refuses changes by its name`() throws {
    try home.write(profile: "acme", #""mode": "read-only""#)
    let run = try home.run("--trace", "-c", create)
    #expect(run.status == 66 && run.requests.isEmpty)
    #expect(run.errors.contains("which the profile acme (read-only) does not allow"))
    #expect(try home.run("-c", "users list | count").output == "24\n")
    let shown = try home.run("--trace", "--dry-run", "-c", create)
    #expect(shown.status == 0 && shown.output.contains("workspaces create"))
    #expect(!shown.requests.contains { $0.hasPrefix("POST") })
    let twice = try home.run("--allow", "read", "-c", create)
    #expect(twice.status == 66 && twice.errors.contains("which the command line does not allow"))
  }

  @Test func `a run is not taken back in a read-only profile, and shown in a dry run`() throws {
    try home.write(profile: "acme", "")
    let keys =
      "api-keys list --status active | first 1 | each {|k| api-keys update $k.id --status inactive }"
    #expect(try home.run("--yes", "-c", keys).status == 0)
    let id = try home.run("runs", "-o", "csv").output.split(separator: "\n").dropFirst().first
    let run = String(try #require(id?.split(separator: ",").first))
    try home.write(profile: "acme", #""mode": "read-only""#)
    let refused = try home.run("--trace", "--yes", "undo", run)
    #expect(refused.status == 66 && refused.requests.isEmpty)
    #expect(refused.errors.contains("which the profile acme (read-only) does not allow"))
    try home.write(profile: "acme", #""mode": "dry-run""#)
    let shown = try home.run("--trace", "--yes", "undo", run)
    #expect(shown.status == 0 && !shown.requests.contains { $0.hasPrefix("POST") })
  }

  @Test func `a dry-run profile shows changes, and says that none was made`() throws {
    try home.write(profile: "acme", #""mode": "dry-run""#)
    let run = try home.run("--trace", "--yes", "-c", create)
    #expect(run.status == 0 && run.output.contains("workspaces create"))
    #expect(run.errors.contains("a dry run, as the profile acme says: nothing was changed"))
    #expect(!run.requests.contains { $0.hasPrefix("POST") })
    let root = home.path
    let file = try home.run("--file-root", root, "-c", "users list | save people.csv")
    #expect(file.status == 0 && home.folder.permissions(of: "people.csv") == nil)
  }

  @Test func `a saved plan is not applied in a dry run`() throws {
    try home.write(profile: "acme", "")
    let script = try home.folder.file("x.steward", create)
    let plan = home.path + "/x.plan"
    #expect(try home.run("plan", script, "--out", plan).status == 0)
    let refused = try home.run("--trace", "--dry-run", "apply", plan)
    #expect(refused.status == 66 && refused.requests.isEmpty)
    #expect(try home.run("apply", plan).status == 0)
  }

  @Test func `the policy is a ceiling that no option raises, and caps that one replaces`() throws {
    let policy = #"{"allow": ["read", "create", "update", "cut"], "caps": {"cut": 1}}"#
    try home.write(profile: "acme", #""policy": \#(policy)"#)
    let removal = try home.run("--allow", "read,destroy", "--yes", "-c", "users remove user_1")
    #expect(removal.status == 66)
    #expect(removal.errors.contains("which the profile acme does not allow"))
    let cuts =
      "api-keys list --status active | first 2 | each {|k| api-keys update $k.id --status inactive }"
    let capped = try home.run("--yes", "-c", cuts)
    #expect(capped.status == 65)
    #expect(capped.errors.contains("--guard cut=2"))
    #expect(try home.run("--yes", "--guard", "cut=2", "-c", cuts).status == 0)
  }

  @Test func `own domains are those of the profile`() throws {
    try home.write(profile: "acme", #""policy": {"own_domains": ["Partner.example"]}"#)
    func invite(_ email: String) throws -> Int32 {
      try home.run("invites", "create", "--email", email, "--role", "user").status
    }
    #expect(try invite("ada@partner.example") == 0)
    #expect(try invite("ada@elsewhere.example") == 66)
  }
}
