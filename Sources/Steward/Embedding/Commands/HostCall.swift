internal import AdminAPI
internal import AdminCommands
internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// One call of a host's command, on the evaluator's thread.
struct HostCall {
  private let command: HostCommand
  private let call: Call
  private let context: RunContext

  init(_ command: HostCommand, _ call: Call, _ context: RunContext) {
    self.command = command
    self.call = call
    self.context = context
  }

  func output() throws(RunError) -> Output {
    let arguments = try arguments()
    guard context.host.isRecording, !(command.isHarmless && command.prediction == nil) else {
      return try carriedOut(arguments)
    }
    return try predicted(arguments)
  }

  private func arguments() throws(RunError) -> HostArguments {
    var values: [String: Value] = [:]
    for (parameter, value) in zip(command.parameters, call.values) {
      values[parameter.described.name] = value ?? parameter.defaultValue
    }
    return HostArguments(values, input: try input())
  }

  private func input() throws(RunError) -> Value? {
    guard let input = call.input else { return nil }
    if case .rows = command.input {
      return try Output.rows(try call.rows()).forced(by: call.evaluator)
    }
    return try input.forced(by: call.evaluator)
  }

  // MARK: The first pass

  private func predicted(_ arguments: HostArguments) throws(RunError) -> Output {
    guard let prediction = command.prediction else {
      throw RunError(.declined, "what `\(command.name)` would do cannot be told before it is done")
    }
    let value: Value
    do {
      value = try prediction(arguments)
    } catch {
      throw RunError(error, from: command.name)
    }
    let fitted = try fitted(value, to: command.output)
    if !command.isHarmless, let gate = context.gate {
      try clientErrors { () throws(ClientError) in try gate.record(change(fitted, arguments)) }
    }
    return output(of: fitted)
  }

  private func change(_ after: Value, _ arguments: HostArguments) -> PlannedChange {
    PlannedChange(
      operation: command.operation,
      arguments: planned(arguments),
      effects: command.effects,
      subject: subject(arguments),
      before: nil,
      after: after,
      place: place,
      placeholder: nil,
      step: ChangeStep(context.lane.nextStep())
    )
  }

  private var place: String { "\(call.source.name):\(call.source.line(of: call.range.lower))" }

  /// As a plan tells calls apart.
  private func planned(_ arguments: HostArguments) -> Arguments {
    let named = command.parameters.compactMap { parameter in
      arguments[parameter.described.name].map { (name: parameter.described.name, value: $0) }
    }
    return Arguments(named + (arguments.input.map { [(name: "input", value: $0)] } ?? []))
  }

  /// `web, force true`: what was given, the names of flags before their values.
  private func subject(_ arguments: HostArguments) -> String {
    let parts = zip(command.parameters, call.values).compactMap { parameter, value -> String? in
      guard let value else { return nil }
      let isPlaced = parameter.described.style == .positional || parameter.described.style == .rest
      return isPlaced ? value.plainText : "\(parameter.described.name) \(value.plainText)"
    }
    return parts.isEmpty ? command.summary : parts.joined(separator: ", ")
  }

  // MARK: The call itself

  private func carriedOut(_ arguments: HostArguments) throws(RunError) -> Output {
    guard !command.isHarmless, let gate = context.gate else {
      return try output(of: try result(arguments))
    }
    let operation = command.operation
    let planned = planned(arguments)
    let admission = try clientErrors { () throws(ClientError) in
      try gate.admit(
        operation,
        planned,
        intent: gate.now,
        place: place,
        step: ChangeStep(context.lane.nextStep())
      )
    }
    gate.willSend(admission)
    do throws(RunError) {
      let output = try output(of: try result(arguments))
      gate.settle(admission, .made(.null, requestID: nil))
      return output
    } catch {
      gate.settle(admission, ChangeOutcome(ClientError(error)))
      throw error
    }
  }

  private func result(_ arguments: HostArguments) throws(RunError) -> HostResult {
    let pending = context.start(command.isHarmless ? .read : .change) {
      [command, context] () async throws(RunError) in
      do {
        return try await command.body(arguments, HostContext(context, command: command.name))
      } catch {
        throw RunError(error, from: command.name)
      }
    }
    return try pending.value()
  }

  private func output(of result: HostResult) throws(RunError) -> Output {
    switch result.content {
    case .nothing: return output(of: try fitted(.null, to: command.output))
    case .value(let value): return output(of: try fitted(value, to: command.output))
    case .rows(let produce):
      let row = command.output.unwrapped.element ?? .any
      let rows = HostRows(produce, context, command: command.name) { value throws(RunError) in
        try fitted(value, to: row)
      }
      guard case .stream = command.output else {
        return .value(try Output.rows(rows.stream(at: call)).forced(by: call.evaluator))
      }
      return .rows(rows.stream(at: call))
    }
  }

  private func output(of value: Value) -> Output {
    switch (command.output, value) {
    case (.nothing, _): .nothing
    case (.stream, .list(let list)): .rows(ListStream(list.values))
    default: .value(value)
    }
  }

  /// The value as the command's description promises it to the checker.
  private func fitted(_ value: Value, to type: DataType) throws(RunError) -> Value {
    do throws(ConversionProblem) {
      return try FittedValue.of(value, type)
    } catch {
      throw RunError(.type, "what `\(command.name)` gives \(error.message)", help: error.help)
    }
  }

  private func clientErrors<Result>(
    _ body: () throws(ClientError) -> Result
  ) throws(RunError) -> Result {
    do throws(ClientError) {
      return try body()
    } catch {
      throw RunError(error)
    }
  }
}

extension ClientError {
  /// A body that throws has changed nothing; only of one that was cancelled nobody knows.
  fileprivate init(_ error: RunError) {
    self.init(.internal, error.message, nothingWasSent: error.kind != .cancelled)
    outcomeUnknown = error.kind == .cancelled
  }
}
