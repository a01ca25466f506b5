internal import StewardValues

extension Command {
  static let call = Command(
    "call",
    "Calls a closure",
    parameters: [
      CommandParameter("body", .positional, .closure, required: true, "The closure"),
      CommandParameter("arguments", .rest, .any, "What it is called with"),
    ],
    examples: [CommandExample("call {|a, b| $a + $b } (1) (2)", "3")],
    searchTerms: ["do", "invoke", "apply", "run"],
    output: { call in
      switch call["body"]?.closureResult {
      case .stream(let element): .list(element)
      case .text: .string
      case let result: result ?? .any
      }
    },
    run: { call, _ throws(RunError) in
      guard case .closure(let box) = try call.required("body"), let closure = box as? ClosureValue
      else { throw call.site.error(.type, "`call` takes a closure") }
      return .value(try closure.call(call.evaluator, Array(call["arguments"]?.list ?? [])))
    }
  )
}
