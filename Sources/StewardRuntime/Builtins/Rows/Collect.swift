internal import StewardValues

extension Command {
  static let collect = Command(
    "collect",
    "All rows as one list, before the next stage begins",
    input: .value,
    notes: ["Holds all rows. Variables and arguments collect by themselves."],
    examples: [CommandExample("1..3 | collect", "a list")],
    searchTerms: ["list", "array", "force", "materialize"],
    output: { call in
      switch call.input?.unwrapped {
      case .stream(let element), .list(let element): .list(element)
      case .text: .string
      case let other: other ?? .any
      }
    },
    holds: { _ in .rows },
    run: { call, _ throws(RunError) in
      switch call.input {
      case .rows(let stream): .value(try Output.rows(stream).forced(by: call.evaluator))
      case .text(let stream): .value(try Output.text(stream).forced(by: call.evaluator))
      case .value(let value): .value(value)
      case .nothing, nil: .value(.null)
      }
    }
  )
}
