package import StewardValues

/// What a script may name. Immutable, and shared by all sessions.
package final class Vocabulary: Sendable {
  /// In the order in which the help lists them.
  package let commands: [Command]
  package let functions: [Function]
  /// Types that scripts may write by name beside the language's own: `ApiKey`.
  package let types: [String: DataType]
  /// What stands in `id<…>`.
  package let resources: [Resource]
  /// Options of the command line: no runbook may have a parameter of that name.
  package let optionNames: Set<String>

  package init(
    commands: [Command] = BuiltinCommands.all,
    functions: [Function] = BuiltinFunctions.all,
    types: [String: DataType] = [:],
    resources: [Resource] = [],
    optionNames: Set<String> = []
  ) {
    self.commands = commands
    self.functions = functions
    self.types = types
    self.resources = resources
    self.optionNames = optionNames
  }
}
