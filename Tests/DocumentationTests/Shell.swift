import Glibc

/// The shell of the system, in which the built program is called `steward`.
enum Shell {
  /// Runs a command to its end in a folder.
  ///
  /// - Returns: What it wrote to standard output and standard error, in the order of writing.
  static func output(of command: String, in folder: String) -> String {
    outputs(of: [command], in: folder).first ?? ""
  }

  /// Runs commands one after the other in one shell, as a person types them.
  ///
  /// - Returns: What each wrote to standard output and standard error, in the order of writing.
  static func outputs(of commands: [String], in folder: String) -> [String] {
    let steps = commands.map { "{ \($0)\n} 2>&1 </dev/null\nprintf '\\036'\n" }
    let output = run(
      """
      cd '\(folder)' && PATH='\(programs)':"$PATH" && export PATH
      unset ANTHROPIC_ADMIN_KEY ANTHROPIC_ADMIN_API_KEY ANTHROPIC_AUTH_TOKEN STEWARD_PROFILE
      unset STEWARD_BASE_URL XDG_CONFIG_HOME XDG_STATE_HOME
      export HOME='\(folder)'
      \(steps.joined())
      """
    )
    let pieces = output.split(separator: "\u{1E}", omittingEmptySubsequences: false)
    return pieces.prefix(commands.count).map(String.init)
  }

  private static func run(_ script: String) -> String {
    guard let stream = popen(script, "r") else { return "popen: \(errno)" }
    defer { pclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = fread(&buffer, 1, buffer.count, stream)
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The folder of the built program: that of the tests.
  private static let programs: String = {
    var path = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &path, path.count)
    let program = String(decoding: path.prefix(max(count, 0)), as: UTF8.self)
    return "/" + program.split(separator: "/").dropLast().joined(separator: "/")
  }()
}
