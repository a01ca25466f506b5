internal import StewardSyntax
package import StewardValues

package final class ConstantNode: Node {
  let value: Value
  package init(_ site: Site, _ value: Value) {
    self.value = value
    super.init(site)
  }
  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) -> Value { value }
}

/// A variable, or the row in slot 0 of a row frame.
package final class SlotNode: Node {
  let slot: Int
  package init(_ site: Site, _ slot: Int) {
    self.slot = slot
    super.init(site)
  }
  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) -> Value { frame[slot] }
  override func integer(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Int {
    if case .int(let int) = frame[slot] { return int }
    throw mismatch(frame[slot], "int")
  }
}

/// A call of a built-in function.
final class FunctionNode: Node {
  private let function: Function
  let arguments: [Node]

  init(_ site: Site, _ function: Function, _ arguments: [Node]) {
    self.function = function
    self.arguments = arguments
    super.init(site)
  }

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    let values = try arguments.values(evaluator, frame)
    do {
      for value in values { try evaluator.step(over: value) }
      return try evaluator.charged(try function.evaluate(values, evaluator.context))
    } catch {
      throw site.placed(error)
    }
  }
}

/// A call of a pure one-word def in an expression.
final class DefinedFunctionNode: Node {
  private let code: Code
  private let arguments: [Node]

  init(_ site: Site, _ code: Code, _ arguments: [Node]) {
    self.code = code
    self.arguments = arguments
    super.init(site)
  }

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    let values = try arguments.values(evaluator, frame)
    do {
      return try code.invoke(evaluator, values).forced(by: evaluator)
    } catch {
      guard evaluator.unwinding == .next else { throw error }
      throw site.placed(error).called(code.name, at: site.range, in: site.unit.text)
    }
  }
}

/// A string that interpolates. With a secret in it, it is one.
final class InterpolationNode: Node {
  enum Segment {
    case text(String)
    case node(Node)
  }
  private let segments: [Segment]

  init(_ site: Site, _ segments: [Segment]) {
    self.segments = segments
    super.init(site)
  }

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    var text = ""
    var isSecret = false
    for segment in segments {
      switch segment {
      case .text(let piece): text += piece
      case .node(let node):
        let value = try node.evaluate(evaluator, frame)
        guard case .secret(let secret) = value else {
          try append(value, to: &text, evaluator)
          continue
        }
        isSecret = true
        text += secret.reveal()
      }
    }
    return isSecret ? .secret(Secret(text)) : try accounted(Value(text), evaluator)
  }

  private func append(
    _ value: Value,
    to text: inout String,
    _ evaluator: Evaluator
  ) throws(RunError) {
    do {
      text += try evaluator.context.text(of: value)
      try evaluator.context.budget.check(textOf: text.utf8.count)
    } catch {
      throw site.placed(error)
    }
  }
}

extension [Node] {
  /// The value of each.
  fileprivate func values(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(count)
    for node in self { values.append(try node.evaluate(evaluator, frame)) }
    return values
  }
}
