internal import StewardSyntax
internal import StewardValues

/// `as-curl`: the request that a command would send, as text. Nothing is sent.
final class RequestTextNode: Node {
  private let command: Command
  private let arguments: [ArgumentCode?]
  private let request: @Sendable (Call) throws(RunError) -> String

  init(
    _ site: Site,
    _ command: Command,
    _ arguments: [ArgumentCode?],
    _ request: @escaping @Sendable (Call) throws(RunError) -> String
  ) {
    self.command = command
    self.arguments = arguments
    self.request = request
    super.init(site)
  }

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    var values: [Value?] = []
    for argument in arguments { values.append(try argument?.value(evaluator, frame)) }
    let call = Call(
      command: command,
      values: values,
      input: nil,
      evaluator: evaluator,
      source: site.unit.text,
      range: site.range
    )
    do {
      return Value(try request(call))
    } catch {
      throw site.placed(error)
    }
  }
}
