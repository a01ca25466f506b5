import Glibc
import Testing

/// The completion scripts in the shells that they are for.
@Suite struct ShellCompletionTests {
  private let folder: TemporaryFolder
  private let runbook: String

  init() throws {
    folder = try TemporaryFolder()
    runbook = try folder.file(
      "promote.steward",
      "runbook \"Promote\" {\n  param role: \"user\" | \"developer\"\n}\nprint $role\n"
    )
    _ = try folder.file("other.txt", "")
  }

  /// Command lines, and a word that is offered at their ends.
  static let lines: [(words: [String], offered: String)] = [
    (["us"], "users"),
    (["chec"], "check"),
    (["users", "li"], "list"),
    (["users", "list", "--ro"], "--roles"),
    (["users", "list", "--roles", "dev"], "developer"),
    (["--sandbox", "workspaces", ""], "list"),
    (["--colo"], "--color"),
    (["--color", "al"], "always"),
    (["--allow", "read,cu"], "read,cut"),
    (["help", "lang"], "language"),
    (["completions", "f"], "fish"),
    (["resume", "lat"], "latest"),
    (["profile", "u"], "use"),
  ]

  /// `$1…`: The words.
  private func offers(
    _ shell: String,
    _ words: [String],
    _ script: String
  ) throws -> [String] {
    let program = try #require(InstalledShell.path(shell))
    let completion = try StewardRun("completions", shell)
    #expect(completion.status == 0)
    let file = try folder.file("completion.\(shell)", completion.output)
    let code = try folder.file("test.\(shell)", script.replacing("SCRIPT", with: file))
    let run = try StewardRun(
      InstalledShell.options(shell) + [code, Spawning.program] + words,
      of: program,
      environment: ["HOME": folder.path, "XDG_STATE_HOME": folder.path]
    )
    return run.output.split(separator: "\n").map(String.init)
  }

  private static let bash = """
    source SCRIPT
    COMP_WORDS=("$@")
    COMP_CWORD=$(($# - 1))
    _steward
    printf '%s\\n' "${COMPREPLY[@]}"

    """

  @Test(.enabled(if: InstalledShell.path("bash") != nil, "bash is not installed"), arguments: lines)
  func `bash completes`(words: [String], offered: String) throws {
    let offers = try offers("bash", words, Self.bash)
    #expect(offers.contains(offered), "\(offers)")
    #expect(offers.allSatisfy { $0.hasPrefix(words.last ?? "") })
  }

  @Test(.enabled(if: InstalledShell.path("bash") != nil, "bash is not installed"))
  func `bash cuts words where steward does not`() throws {
    #expect(try offers("bash", ["--color", "=", "al"], Self.bash) == ["always"])
    #expect(try offers("bash", ["--color", "="], Self.bash) == ["auto", "always", "never"])
  }

  @Test(.enabled(if: InstalledShell.path("bash") != nil, "bash is not installed"))
  func `runbooks are offered as files, and their parameters as flags`() throws {
    let files = try offers("bash", ["\(folder.path)/"], Self.bash)
    #expect(files.contains(runbook))
    #expect(!files.contains("\(folder.path)/other.txt"))
    #expect(try offers("bash", [runbook, "--ro"], Self.bash) == ["--role"])
    #expect(try offers("bash", [runbook, "--role", ""], Self.bash) == ["user", "developer"])
    #expect(try offers("bash", ["plan", runbook, "--role", "d"], Self.bash) == ["developer"])
  }

  /// The functions that only the line editor of zsh has are there to see what they are told.
  private static let zsh = """
    compdef() { }
    compset() { return 1 }
    compadd() { while [[ $1 != -- ]]; do shift; done; shift; print -rl -- "$@" }
    _files() { }
    source SCRIPT
    words=("$@")
    CURRENT=$#
    PREFIX=${words[-1]}
    _steward

    """

  @Test(.enabled(if: InstalledShell.path("zsh") != nil, "zsh is not installed"), arguments: lines)
  func `zsh completes`(words: [String], offered: String) throws {
    let offers = try offers("zsh", words, Self.zsh)
    #expect(offers.contains(offered), "\(offers)")
  }

  private static let fish = """
    source SCRIPT
    complete -C (string join ' ' -- steward $argv[2..-1]) | string split -f 1 \\t

    """

  @Test(.enabled(if: InstalledShell.path("fish") != nil, "fish is not installed"), arguments: lines)
  func `fish completes`(words: [String], offered: String) throws {
    // fish asks the program of the line, which has to be in the path.
    let script = Self.fish.replacing(
      "source SCRIPT",
      with: "set -x PATH (dirname $argv[1]) $PATH\nsource SCRIPT"
    )
    let offers = try offers("fish", words, script)
    #expect(offers.contains(offered), "\(offers)")
  }
}

/// A shell of this machine.
enum InstalledShell {
  static func path(_ name: String) -> String? {
    ["/bin/\(name)", "/usr/bin/\(name)", "/usr/local/bin/\(name)"].first { access($0, X_OK) == 0 }
  }

  /// So that nobody's configuration is read.
  static func options(_ name: String) -> [String] {
    switch name {
    case "bash": ["--norc"]
    case "zsh": ["-f"]
    default: ["--no-config"]
    }
  }
}
