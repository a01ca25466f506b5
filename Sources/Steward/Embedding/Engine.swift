public import AdminAPI
internal import AdminCommands
public import StewardRuntime
internal import StewardSyntax
public import StewardValues

/// Checks and runs scripts of the Steward language for another program.
///
/// ```swift
/// let engine = Engine(client: client)
/// let script = try await engine.check("users list | where role == \"admin\" | select email")
/// let report = await engine.run(script)
/// print(report.output)
/// ```
///
/// It never changes once it is made, and its runs share nothing but its client: any number of tasks
/// may use it at once. Scripts run on threads of their own.
public final class Engine: Sendable {
  let vocabulary: Vocabulary
  let client: AdminClient?
  let policy: Policy
  let limits: Limits
  let now: @Sendable () -> Timestamp
  /// The names of the host's own commands.
  let hostCommands: Set<String>

  /// An engine with commands of the host's own.
  ///
  /// - Parameters:
  ///   - client: The organization that scripts work on; nil for scripts that need none.
  ///   - commands: What scripts may call besides the language's own commands.
  ///   - policy: What scripts may do, and who is asked.
  ///   - limits: What a run may use at most.
  ///   - now: The `now()` of a run, asked once as it starts.
  /// - Throws: ``CommandProblem`` for a command that is described wrongly, or whose name is taken.
  public init(
    client: AdminClient?,
    commands: [HostCommand],
    policy: Policy = Policy(),
    limits: Limits = .untrusted,
    now: @escaping @Sendable () -> Timestamp = { .now() }
  ) throws(CommandProblem) {
    var taken = commands.isEmpty ? [] : Set(AdminCommands.vocabulary.commands.map(\.name))
    for command in commands {
      try command.check(against: taken)
      taken.insert(command.name)
    }
    vocabulary = AdminCommands.vocabulary.adding(commands.map(\.command), optionNames: { [] })
    hostCommands = Set(commands.map(\.name))
    self.client = client
    self.policy = policy
    self.limits = limits
    self.now = now
  }

  /// An engine with the language's own commands.
  ///
  /// - Parameters:
  ///   - client: The organization that scripts work on; nil for scripts that need none.
  ///   - policy: What scripts may do, and who is asked.
  ///   - limits: What a run may use at most.
  ///   - now: The `now()` of a run, asked once as it starts.
  public init(
    client: AdminClient?,
    policy: Policy = Policy(),
    limits: Limits = .untrusted,
    now: @escaping @Sendable () -> Timestamp = { .now() }
  ) {
    vocabulary = AdminCommands.vocabulary
    hostCommands = []
    self.client = client
    self.policy = policy
    self.limits = limits
    self.now = now
  }

  /// Checks a script: names, arguments, types and effects. Nothing is run.
  ///
  /// - Parameters:
  ///   - text: The script. With a `name` that ends in `.md` it is a Markdown page, whose `steward`
  ///     fences are checked.
  ///   - name: What messages call it.
  /// - Returns: What can be run, and all that is known of it.
  /// - Throws: ``Diagnostics`` if there is any error.
  public func check(
    _ text: String,
    name: String = "script"
  ) async throws(Diagnostics) -> CheckedScript {
    let script = RunnableScript(SourceText(text, name: name))
    let modules = ModuleTexts(policy.modules)
    let checked = await EvaluatorThread.run {
      [vocabulary, limits] () -> Result<CheckedScript, Diagnostics> in
      let result = script.check(in: Session(vocabulary, loader: modules, limits: limits))
      guard let program = result.program else {
        return .failure(Diagnostics(all: result.diagnostics, source: script.source))
      }
      return .success(CheckedScript(program, script, modules, warnings: result.diagnostics))
    }
    return try checked.get()
  }
}
