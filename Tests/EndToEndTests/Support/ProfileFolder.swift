import Glibc
import Testing

/// A sandbox on a port, and a home whose profiles are for it.
final class ProfileFolder {
  let folder: TemporaryFolder
  let address: String
  let key: String
  private let server: RunningSteward

  init() throws {
    folder = try TemporaryFolder()
    server = try RunningSteward(["sandbox", "--port", "0"])
    let words = server.firstLine().split(separator: " ").map(String.init)
    try #require(words.count == 2)
    (address, key) = (words[0], words[1])
  }

  deinit {
    server.signal(SIGINT)
    _ = server.status()
  }

  var path: String { folder.path }

  /// Profiles and state are kept here; there is no key.
  var environment: [String: String] {
    ["HOME": path, "XDG_CONFIG_HOME": path + "/config", "XDG_STATE_HOME": path + "/state"]
  }

  /// The same with the key of the sandbox.
  var environmentWithKey: [String: String] {
    environment.merging(["ANTHROPIC_ADMIN_KEY": key]) { $1 }
  }

  var keyFile: String {
    get throws {
      let file = try folder.file("key", key + "\n")
      #expect(chmod(file, 0o600) == 0)
      return file
    }
  }

  /// Writes the configuration as a person does.
  func write(_ configuration: String) throws {
    for name in ["config", "config/steward"] { mkdir("\(path)/\(name)", 0o700) }
    let file = try folder.file("config/steward/config.json", configuration)
    #expect(chmod(file, 0o600) == 0)
  }

  /// Writes one profile, which is the default, with more fields.
  func write(profile name: String, _ fields: String) throws {
    let text = """
      {"default": "\(name)", "profiles": {"\(name)": {
        "base_url": "\(address)", "key": {"file": "\(try keyFile)"}\(fields.isEmpty ? "" : ", ")\(fields)
      }}}
      """
    try write(text)
  }

  func run(_ arguments: String..., environment: [String: String]? = nil) throws -> StewardRun {
    try StewardRun(arguments, environment: environment ?? self.environment)
  }
}
