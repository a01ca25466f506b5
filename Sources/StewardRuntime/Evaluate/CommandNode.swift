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
  /// What to do about a value that does not fit, where the type alone does not say it.
  var help: String?

  /// The same with other code for the value.
  func with(_ node: Node) -> ArgumentCode {
    ArgumentCode(
      node: node,
      label: label,
      target: target,
      skipsNull: skipsNull,
      isNullable: isNullable,
      help: help
    )
  }

  /// The value as the parameter wants it; nil if it is left out.
  func value(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value? {
    let value = try node.evaluate(evaluator, frame)
    if value.isNull {
      if skipsNull { return nil }
      guard isNullable else { throw nullError }
      return value
    }
    guard let target else { return value }
    return try node.site.converted(value, to: target, label, help: help)
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
    _ label: String,
    help: String? = nil
  ) throws(RunError) -> Value {
    switch Conversion.convert(value, to: type) {
    case .success(let converted): return converted
    case .failure(let problem):
      let helps = [problem.help, help].compactMap(\.self)
      throw error(
        .type,
        "`\(label)` \(problem.message)",
        help: helps.isEmpty ? nil : helps.joined(separator: "; ")
      )
    }
  }
}

/// An argument that may be a name where an id is expected.
final class ResolvedNameNode: Node {
  private let operand: Node
  private let type: DataType
  private let lookup: NameLookup

  init(_ site: Site, _ operand: Node, _ type: DataType, _ lookup: NameLookup) {
    self.operand = operand
    self.type = type
    self.lookup = lookup
    super.init(site)
  }

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    let value = try operand.evaluate(evaluator, frame)
    do {
      return try lookup.resolve(value, type, evaluator.context)
    } catch {
      throw site.placed(error)
    }
  }
}

/// A value checked at run time against a written type: `let x: int = $row.n`.
final class ConvertNode: Node {
  private let operand: Node
  private let type: DataType
  private let label: String
  private let help: String?

  init(_ site: Site, _ operand: Node, to type: DataType, label: String, help: String? = nil) {
    self.operand = operand
    self.type = type
    self.label = label
    self.help = help
    super.init(site)
  }

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    try site.converted(try operand.evaluate(evaluator, frame), to: type, label, help: help)
  }
}

/// A stage that calls a command.
final class CommandNode: StageNode {
  private let command: Command
  private let arguments: [ArgumentCode?]
  private let inputType: DataType
  /// What it keeps of its rows; nil where it takes none, or nobody knows.
  let holding: Holding?
  private let isPure: Bool

  init(
    _ site: Site,
    _ command: Command,
    _ arguments: [ArgumentCode?],
    _ checked: CheckedCall
  ) {
    self.command = command
    self.arguments = arguments
    inputType = checked.input ?? .any
    holding = command.holds(checked)
    isPure = command.effects(checked).isEmpty
    super.init(site)
  }

  /// The same call as the text of its request; nil for a command that sends none.
  var asRequest: RequestTextNode? {
    command.request.map { RequestTextNode(site, command, arguments, $0) }
  }

  override func probe(
    _ evaluator: Evaluator,
    _ frame: Frame,
    _ rows: RowStream
  ) throws(RunError) -> Output? {
    guard holding != nil, isPure else { return nil }
    return try command.run(try call(evaluator, frame, .rows(rows)), evaluator.context)
  }

  override func open(
    _ evaluator: Evaluator,
    _ frame: Frame,
    _ input: Output?
  ) throws(RunError) -> Output {
    try evaluator.mayRun(at: site)
    // A change that was awaited although the run is cancelled is the last one.
    if evaluator.context.cancellation.isCancelled {
      do { try evaluator.context.cancellation.check() } catch { throw site.placed(error) }
    }
    let call = try call(evaluator, frame, input)
    do {
      let output = try evaluator.charged(try command.run(call, evaluator.context))
      guard command.requests != nil, case .rows(let rows) = output else { return output }
      return .rows(PlacedStream(rows, site))
    } catch {
      throw site.placed(error)
    }
  }
}

extension CommandNode {
  private func call(
    _ evaluator: Evaluator,
    _ frame: Frame,
    _ input: Output?
  ) throws(RunError) -> Call {
    var values: [Value?] = []
    values.reserveCapacity(arguments.count)
    for argument in arguments { values.append(try argument?.value(evaluator, frame)) }
    return Call(
      command: command,
      values: values,
      input: input,
      evaluator: evaluator,
      source: site.unit.text,
      range: site.range,
      inputType: inputType
    )
  }

  /// What it would fetch, as far as that is known without running anything.
  func fetching(_ evaluator: Evaluator, _ frame: Frame, _ taking: Taking) -> Fetching? {
    guard let fetches = command.fetches else { return nil }
    var unknown: Set<String> = []
    let values = zip(command.parameters, arguments).map { parameter, argument -> Value? in
      do throws(RunError) {
        return try argument?.value(evaluator, frame)
      } catch {
        unknown.insert(parameter.name)
        return nil
      }
    }
    return fetches(
      CallSketch(
        command: command,
        values: values,
        unknown: unknown,
        demand: taking.demand,
        matches: taking.matches
      )
    )
  }
}

/// Rows of a source: what goes wrong while they are pulled happened there.
final class PlacedStream: StageStream {
  private let site: Site

  init(_ input: RowStream, _ site: Site) {
    self.site = site
    super.init(input)
  }

  override func narrow(to matches: [FieldMatch]) { input.narrow(to: matches) }

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
    try evaluator.mayRun(at: site)
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
