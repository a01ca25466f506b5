package import StewardValues

/// What a script may name. Immutable, and shared by all sessions.
package final class Vocabulary: Sendable {
  /// In the order in which the help lists them.
  package let groups: [CommandGroup]
  package let functions: [Function]
  /// Types that scripts may write by name beside the language's own: `ApiKey`.
  package var types: [String: DataType] { deferredTypes.value }
  private let deferredTypes: Deferred<[String: DataType]>
  /// What stands in `id<…>`.
  package let resources: [Resource]
  /// How objects are found that are given by name where an id is expected.
  package let names: NameLookup
  /// What `plan` lays over a run, so that nothing is changed.
  package let rehearsal: @Sendable (RunContext) -> any Rehearsal
  /// Options of the command line: no runbook may have a parameter of that name.
  package let optionNames: @Sendable () -> Set<String>

  package init(
    groups: [CommandGroup] = [.builtin],
    functions: [Function] = BuiltinFunctions.all,
    types: @escaping @Sendable () -> [String: DataType] = { [:] },
    resources: [Resource] = [],
    names: NameLookup = .none,
    rehearsal: @escaping @Sendable (RunContext) -> any Rehearsal = { FileRehearsal($0) },
    optionNames: @escaping @Sendable () -> Set<String> = { [] }
  ) {
    self.groups = groups
    self.functions = functions
    deferredTypes = Deferred(types)
    self.resources = resources
    self.names = names
    self.rehearsal = rehearsal
    self.optionNames = optionNames
  }
}

extension CommandGroup {
  /// The commands of the language.
  package static let builtin = CommandGroup(BuiltinCommands.all)
}

extension Vocabulary {
  /// All commands; whoever looks for one by its words finds it without building the others.
  package var commands: [Command] { groups.flatMap(\.commands) }

  /// The same with more commands, and with the options of the program that runs it.
  package func adding(
    _ more: [Command],
    optionNames: @escaping @Sendable () -> Set<String>
  ) -> Vocabulary {
    Vocabulary(
      groups: groups + [CommandGroup(more)],
      functions: functions,
      types: { [deferredTypes] in deferredTypes.value },
      resources: resources,
      names: names,
      rehearsal: rehearsal,
      optionNames: optionNames
    )
  }

  /// The resource whose ids begin as the text does, or nil.
  package func resource(ofID text: String) -> Resource? {
    resources.first { resource in resource.prefix.map { text.hasPrefix($0) } ?? false }
  }

  /// Whether a text that stands where an id is expected is looked up as a name.
  func isName(_ text: String, of resource: Resource) -> Bool {
    names.hasNames(resource) && self.resource(ofID: text) == nil
  }
}
