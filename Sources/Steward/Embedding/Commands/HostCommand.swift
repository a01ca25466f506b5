public import StewardRuntime
public import StewardValues

/// A command of the host's own, as scripts may use it.
///
/// ```swift
/// let restart = HostCommand(
///   "deploy restart",
///   "Restarts one service",
///   parameters: [
///     .positional("service", .string, "Which one"),
///     .toggle("force", "Also while it is busy"),
///   ],
///   output: .record(["service": .string, "state": .string]),
///   effects: .update,
///   predict: { arguments in ["service": arguments["service"] ?? .null, "state": "restarting"] }
/// ) { arguments, context in
///   let service: String = try arguments["service"]
///   context.log("restarting \(service)")
///   return .value(["service": .init(service), "state": "running"])
/// }
/// ```
///
/// Help, checks and the effects of scripts derive from this description: a wrong argument is found
/// before anything runs, and a script that may do more than the host's ``Policy`` allows is refused.
public struct HostCommand: Sendable {
  /// What a call does. It runs as a task of its own, which is cancelled with the run.
  public typealias Body = @Sendable (HostArguments, HostContext) async throws -> HostResult
  /// What a call would give, without doing anything.
  public typealias Prediction = @Sendable (HostArguments) throws -> Value

  /// The words that call it, joined by blanks.
  public let name: String
  let summary: String
  let parameters: [HostParameter]
  let input: CommandInput
  let output: DataType
  /// All that a call may do.
  public let effects: Effects
  let requests: String?
  let notes: [String]
  let examples: KeyValuePairs<String, String>
  let prediction: Prediction?
  let body: Body

  /// Describes a command; ``Engine`` says if the description has a mistake.
  ///
  /// - Parameters:
  ///   - name: One or more words in kebab case: `deploy restart`.
  ///   - summary: One sentence, without a full stop.
  ///   - parameters: Positional ones in their order; a `rest` stands behind them.
  ///   - input: What it takes from the stage before it, which the body finds in
  ///     ``HostArguments/input``.
  ///   - output: The type of what it gives, to which every result is held; `.stream` for rows.
  ///   - effects: All that a call may do. None means that it only computes.
  ///   - requests: What it costs, for the table of effects: `1 request`, `1 per page`.
  ///   - notes: Longer facts for the help, one paragraph each.
  ///   - examples: Runnable lines, each with what it shows.
  ///   - predict: What a call will give, for the first of two passes (see ``Policy/unplanned``).
  ///     Needed where it has effects beyond reading.
  ///   - run: What a call does.
  public init(
    _ name: String,
    _ summary: String,
    parameters: [HostParameter] = [],
    input: CommandInput = .none,
    output: DataType = .nothing,
    effects: Effects = [],
    requests: String? = nil,
    notes: [String] = [],
    examples: KeyValuePairs<String, String> = [:],
    predict: Prediction? = nil,
    run: @escaping Body
  ) {
    self.name = name
    self.summary = summary
    self.parameters = parameters
    self.input = input
    self.output = output
    self.effects = effects
    self.requests = requests
    self.notes = notes
    self.examples = examples
    prediction = predict
    body = run
  }
}
