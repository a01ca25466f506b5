import AdminAPI
import Steward
import StewardCLI
import StewardValues
import Testing

@Suite struct ConfigurationTests {
  private func read(_ text: String) throws -> Configuration {
    try ConfigurationReader(Array(text.utf8), path: "config.json").read()
  }

  private static let whole = """
    {
      "default": "acme",
      "profiles": {
        "acme": {
          "base_url": "https://gateway.acme.example/anthropic",
          "organization_id": "12345678-1234-5678-1234-567812345678",
          "organization_name": "Acme Robotics",
          "mode": "dry-run",
          "key": {
            "command": [
              "op",
              "read",
              "op://Admin/key"
            ]
          },
          "policy": {
            "allow": [
              "read",
              "update",
              "cut"
            ],
            "caps": {
              "update": 10,
              "cut": 25
            },
            "own_domains": [
              "acme.example"
            ]
          },
          "pacing": {
            "share": 50,
            "reports": 30
          }
        },
        "beta": {
          "key": {
            "file": "~/beta.key"
          }
        }
      }
    }

    """

  @Test func `a file says all that a profile has`() throws {
    let configuration = try read(Self.whole)
    #expect(configuration.standard == "acme")
    let acme = try #require(configuration["acme"])
    #expect(acme.baseURL == "https://gateway.acme.example/anthropic")
    #expect(acme.pin?.organization == "12345678-1234-5678-1234-567812345678")
    #expect(acme.pin?.name == "Acme Robotics")
    #expect(acme.mode == .dryRun)
    #expect(acme.key == .command(["op", "read", "op://Admin/key"]))
    #expect(acme.policy.allow == [.read, .update, .cut])
    #expect(acme.policy.caps == [.init(.update, 10), .init(.cut, 25)])
    #expect(acme.policy.ownDomains == ["acme.example"])
    #expect(acme.pacing.share == 50 && acme.pacing.allowances == [.reports: 30])
    #expect(configuration["beta"]?.key == .file("~/beta.key"))
    #expect(configuration["beta"]?.mode == nil)
  }

  @Test func `what is written is what was read`() throws {
    #expect(try read(Self.whole).text == Self.whole)
    #expect(try read(Configuration().text) == Configuration())
  }

  @Test(arguments: [
    ("", "1:1: this is no JSON: expected a value, found the end", nil),
    ("{\n  'a': 1\n}", "2:3: this is no JSON: expected a key in quotes, found `'`", nil),
    ("[]", "1:1: the configuration is an object: { … }, not a list", nil),
    (
      #"{"profile": {}}"#, "1:2: the configuration has no field `profile`",
      "did you mean `profiles`?"
    ),
    (
      "{\"profiles\": {\n \"a\": {\n  \"bse_url\": 1}}}",
      "3:3: the profile `a` has no field `bse_url`", "did you mean `base_url`?"
    ),
    (
      #"{"profiles": {"a": {"key": {"cmd": []}}}}"#,
      "1:29: `key` of the profile `a` has no field `cmd`", "it has: command, file"
    ),
    (
      #"{"profiles": {"a b": {}}}"#, "1:15: `a b` is no name of a profile",
      "a name has letters, digits and between them `.`, `_` and `-`"
    ),
    (#"{"profiles": {"a": {}, "a": {}}}"#, "1:24: `a` is in `profiles` twice", nil),
    (
      #"{"default": "acm", "profiles": {"acme": {}}}"#, "1:13: there is no profile `acm`",
      "did you mean `acme`?"
    ),
    (
      #"{"profiles": {"a": {"mode": "dryrun"}}}"#, "1:29: there is no `mode` `dryrun`",
      "did you mean `dry-run`?"
    ),
    (#"{"profiles": {"a": {"mode": true}}}"#, "1:29: `mode` is a text, not true or false", nil),
    (
      #"{"profiles": {"a": {"policy": {"allow": ["raed"]}}}}"#,
      "1:42: there is no `allow` `raed`", "did you mean `read`?"
    ),
    (
      #"{"profiles": {"a": {"policy": {"caps": {"cuts": 1}}}}}"#,
      "1:41: `caps` of the profile `a` has no field `cuts`", "did you mean `cut`?"
    ),
    (
      #"{"profiles": {"a": {"policy": {"caps": {"cut": -1}}}}}"#,
      "1:48: `cut` is a whole number from 0 on", nil
    ),
    (
      #"{"profiles": {"a": {"pacing": {"share": 0.8}}}}"#,
      "1:41: `share` is a whole number from 1 to 100", nil
    ),
    (
      #"{"profiles": {"a": {"base_url": "http://acme.example"}}}"#,
      "1:33: `base_url`: http:// would send the credential in the clear to acme.example: use https://",
      nil
    ),
    (
      #"{"profiles": {"a": {"key": {"command": ["./key"]}}}}"#,
      "1:28: `./key` is another program in every folder",
      "its path begins with `/` or `~/`, or it is a name that is found in PATH"
    ),
    (
      #"{"profiles": {"a": {"key": {"file": "key"}}}}"#,
      "1:28: the path of a key file begins with `/` or `~/`, not `key`", nil
    ),
    (
      #"{"profiles": {"a": {"key": {"command": "op read"}}}}"#,
      #"1:40: `command` is a list of texts: ["…", "…"], not a text"#, nil
    ),
  ])
  func `a mistake has its line and what is right`(text: String, message: String, help: String?)
    throws
  {
    let error = try #require(throws: UsageError.self) { try read(text) }
    #expect(error.message == "config.json:\(message)")
    #expect(error.help == help)
  }

  @Test func `a key is either a command or a file`() throws {
    for key in ["{}", #"{"command": ["op"], "file": "/key"}"#] {
      let error = try #require(throws: UsageError.self) {
        try read(#"{"profiles": {"a": {"key": \#(key)}}}"#)
      }
      #expect(error.message.hasSuffix("`key` of the profile `a` is either a command or a file"))
    }
  }

  @Test(arguments: [
    #"{"profiles": {"a": {"key": "sk-ant-admin01-abcdef"}}}"#,
    #"{"profiles": {"a": {"key": {"command": ["echo", "sk-ant-admin01-abcdef"]}}}}"#,
    #"{"profiles": {"a": {"api_key": "sk-ant-api03-abcdef"}}}"#,
    #"{"profiles": {"sk-ant-oat01-abcdef": {}}}"#,
    #"{"default": "sk-\u0061nt-admin01-abcdef"}"#,
  ])
  func `a key in the file is refused and not shown`(text: String) throws {
    let error = try #require(throws: UsageError.self) { try read(text) }
    #expect(error.message.hasSuffix("this looks like a key, and keys are never kept in this file"))
    #expect(!"\(error)".contains("abcdef"))
  }
}
