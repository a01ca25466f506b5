internal import Steward
internal import StewardRuntime
internal import StewardSyntax

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// What completion asks for that is no table: each only when it is wanted, and nothing is sent.
package struct CompletionSources {
  /// Names of profiles.
  let profiles: () -> [String]
  /// Names of runs, the latest first.
  let runs: () -> [String]
  /// The parameters of a runbook, as flags; none if the file cannot be read.
  let parameters: (_ file: String) -> [CommandParameter]

  package init(
    profiles: @escaping () -> [String] = { [] },
    runs: @escaping () -> [String] = { [] }
  ) {
    self.profiles = profiles
    self.runs = runs
    parameters = Self.parameters
  }

  init(_ options: GlobalOptions, _ console: Console) {
    self.init(
      profiles: {
        (try? ProfileChoice(option: nil, console.surroundings))?.names ?? []
      },
      runs: {
        let runs = (try? RunFolders(options, console).folder())?.runs() ?? []
        return ["latest"] + runs.prefix(20).map(\.description)
      }
    )
  }

  private static func parameters(_ file: String) -> [CommandParameter] {
    // A pipe would have to be waited for.
    var status = stat()
    guard stat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let source = try? ScriptText.file(file)
    else { return [] }
    let program = RunnableScript(source).check(in: Session(.program)).program
    return program?.terms?.parameters.filter { !$0.isSecret }.map(\.asFlag) ?? []
  }
}
