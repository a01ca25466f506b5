internal import StewardSyntax
internal import StewardValues

/// One argument of a call: the code that gives it, and what must be done with what it gives.
struct ArgumentCode {
  let node: Node
  /// As the script names it: `--role`, `user_id`.
  let label: String
  /// Set where only the run tells whether the value fits.
  let target: DataType?
  /// Written with `?`: a null leaves the argument out.
  let skipsNull: Bool
  let isNullable: Bool

  /// The value as the parameter wants it; nil if it is left out.
  func value(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value? {
    let value = try node.evaluate(evaluator, frame)
    if value.isNull {
      if skipsNull { return nil }
      guard isNullable else { throw nullError }
      return value
    }
    guard let target else { return value }
    return try node.site.converted(value, to: target, label)
  }

  private var nullError: RunError {
    node.site.error(
      .null,
      "`\(label)` is null",
      help: label.hasPrefix("--")
        ? "write `\(label)?` to leave the flag out when the value is null"
        : "give a fallback value with `??`"
    )
  }
}

extension Site {
  /// The value as the type wants it.
  func converted(
    _ value: Value,
    to type: DataType,
    _ label: String
  ) throws(RunError) -> Value {
    switch Conversion.convert(value, to: type) {
    case .success(let converted): return converted
    case .failure(let problem):
      throw error(.type, "`\(label)` \(problem.message)", help: problem.help)
    }
  }
}

/// A value checked at run time against a written type: `let x: int = $row.n`.
final class ConvertNode: Node {
  private let operand: Node
  private let type: DataType
  private let label: String

  init(_ site: Site, _ operand: Node, to type: DataType, label: String) {
    self.operand = operand
    self.type = type
    self.label = label
    super.init(site)
  }

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    try site.converted(try operand.evaluate(evaluator, frame), to: type, label)
  }
}

/// A stage that calls a command.
final class CommandNode: StageNode {
  private let command: Command
  private let arguments: [ArgumentCode?]
  private let inputType: DataType

  init(_ site: Site, _ command: Command, _ arguments: [ArgumentCode?], inputType: DataType) {
    self.command = command
    self.arguments = arguments
    self.inputType = inputType
    super.init(site)
  }

  /// The same call as the text of its request; nil for a command that sends none.
  var asRequest: RequestTextNode? {
    command.request.map { RequestTextNode(site, command, arguments, $0) }
  }

  override func open(
    _ evaluator: Evaluator,
    _ frame: Frame,
    _ input: Output?
  ) throws(RunError) -> Output {
    // A change that was awaited although the run is cancelled is the last one.
    if evaluator.context.cancellation.isCancelled {
      do { try evaluator.context.cancellation.check() } catch { throw site.placed(error) }
    }
    var values: [Value?] = []
    values.reserveCapacity(arguments.count)
    for argument in arguments { values.append(try argument?.value(evaluator, frame)) }
    let call = Call(
      command: command,
      values: values,
      input: input,
      evaluator: evaluator,
      source: site.unit.text,
      range: site.range,
      inputType: inputType
    )
    do {
      let output = try evaluator.charged(try command.run(call, evaluator.context))
      guard command.requests != nil, case .rows(let rows) = output else { return output }
      return .rows(PlacedStream(rows, site))
    } catch {
      throw site.placed(error)
    }
  }
}

/// Rows of a source: what goes wrong while they are pulled happened there.
final class PlacedStream: StageStream {
  private let site: Site

  init(_ input: RowStream, _ site: Site) {
    self.site = site
    super.init(input)
  }

  override func next() throws(RunError) -> Value? {
    do {
      return try input.next()
    } catch {
      throw site.placed(error)
    }
  }
}

/// A stage that calls a def.
final class DefinedCommandNode: StageNode {
  private let code: Code
  private let arguments: [ArgumentCode]

  init(_ site: Site, _ code: Code, _ arguments: [ArgumentCode]) {
    self.code = code
    self.arguments = arguments
    super.init(site)
  }

  override func open(
    _ evaluator: Evaluator,
    _ frame: Frame,
    _ input: Output?
  ) throws(RunError) -> Output {
    var values: [Value] = []
    values.reserveCapacity(arguments.count)
    for argument in arguments { values.append(try argument.value(evaluator, frame) ?? .null) }
    do {
      return try code.invoke(evaluator, values)
    } catch {
      guard evaluator.unwinding == .next else { throw error }
      throw site.placed(error).called(code.name, at: site.range, in: site.unit.text)
    }
  }
}

/// `=~` with a pattern that was compiled before the run.
final class PatternNode: Node {
  private let text: Node
  private let pattern: TextPattern
  private let isNegated: Bool

  init(_ site: Site, _ text: Node, _ pattern: TextPattern, isNegated: Bool) {
    self.text = text
    self.pattern = pattern
    self.isNegated = isNegated
    super.init(site)
  }

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    switch try text.evaluate(evaluator, frame) {
    case .string(let box):
      do {
        return .bool(try pattern.matches(in: box.string, evaluator.context) != isNegated)
      } catch {
        throw site.placed(error)
      }
    case .null: return .null
    case let value: throw text.mismatch(value, "text")
    }
  }
}
