import StewardRuntime
import StewardSyntax

/// The modules that scripts may name.
struct ConformanceModules: ModuleLoader {
  private static let texts = [
    "people.steward": """
    const TEAM = "developer"
    ## People with a role.
    def with role (role: string) -> stream<User> { users list | where role == $role }
    def shout (text: string) { upper($text) }
    """,
    "again.steward": "source \"people.steward\"\ndef loud (text: string) { shout($text) }",
    "first.steward": "source \"second.steward\"",
    "second.steward": "source \"first.steward\"",
    "acting.steward": "print \"hello\"",
    "broken.steward": "def f () {\n  users lst\n}",
  ]

  func load(
    _ path: String,
    from importer: String
  ) throws(ModuleProblem) -> SourceText {
    guard let text = Self.texts[path] else { throw ModuleProblem("cannot be read: not there") }
    return SourceText(text, name: path)
  }
}
