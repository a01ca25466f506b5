import AdminAPI
import AdminCommands
import StewardRuntime
import StewardSyntax
import StewardValues
import TestSupport

/// Calls commands as the evaluator does.
struct CommandCall {
  var client: AdminClient?
  var gate = Gate(.live(plan: nil), now: TestOrganization.now)
  var cancellation = Cancellation()

  init(_ client: AdminClient?) { self.client = client }

  /// Runs the command called `name`; arguments by parameter name.
  func output(_ name: String, _ arguments: [String: Value] = [:]) throws -> Output {
    let command = try command(name)
    let context = RunContext(
      cancellation: cancellation,
      host: TestHost(),
      now: TestOrganization.now,
      services: client.map { AdminServices(client: $0, gate: gate) }
    )
    let source = SourceText("# one\n\(name)", name: "test.steward")
    let call = Call(
      command: command,
      values: command.parameters.map { arguments[$0.name] },
      input: nil,
      evaluator: Evaluator(context: context, slots: 64),
      source: source,
      range: SourceRange(6, source.bytes.count)
    )
    return try command.run(call, context)
  }

  func value(_ name: String, _ arguments: [String: Value] = [:]) throws -> Value {
    try output(name, arguments).forced()
  }

  /// The rows of a list as a stream.
  func rows(_ name: String, _ arguments: [String: Value] = [:]) throws -> RowStream {
    guard case .rows(let stream) = try output(name, arguments) else {
      throw RunError(.type, "`\(name)` gives no rows")
    }
    return stream
  }
}

/// The command of that name.
func command(_ name: String) throws -> Command {
  guard let command = AdminCommands.all.first(where: { $0.name == name }) else {
    throw RunError(.internal, "there is no command `\(name)`")
  }
  return command
}

/// A call as the checker sees it; nil stands for a value that only the run will tell.
func checkedCall(_ arguments: [String: Value?]) -> CheckedCall {
  CheckedCall(
    arguments: arguments.mapValues { value in
      CheckedCall.Argument(type: .any, constant: value, range: SourceRange(0, 0))
    },
    input: nil
  )
}

extension RowStream {
  func count() throws -> Int {
    var count = 0
    while try next() != nil { count += 1 }
    return count
  }
}
