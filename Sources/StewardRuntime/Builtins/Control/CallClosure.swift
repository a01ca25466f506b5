internal import StewardValues

extension Command {
  static let call = Command(
    "call",
    "Calls a closure",
    parameters: [
      CommandParameter("body", .positional, .closure, required: true, "The closure"),
      CommandParameter("arguments", .rest, .any, "What it is called with"),
      CommandParameter(
        "timeout",
        .flag,
        .duration,
        "How long it may take, such as 30s; then the error `timeout` ends it, which can be caught"
      ),
    ],
    notes: [
      "A timeout ends all waiting inside at once, but for a change that is being made: its outcome is "
        + "awaited for up to 5 seconds. `finally` blocks inside still have 2 seconds."
    ],
    examples: [
      CommandExample("call {|a, b| $a + $b } (1) (2)", "3"),
      CommandExample("call --timeout 5s {|| [1, 2] | count }", "2, or an error after 5 seconds"),
    ],
    searchTerms: ["do", "invoke", "apply", "run", "timeout", "deadline"],
    output: { call in
      switch call["body"]?.closureResult {
      case .stream(let element): .list(element)
      case .text: .string
      case let result: result ?? .any
      }
    },
    validate: { call in
      guard case .duration(let time)? = call["timeout"]?.constant, time.nanoseconds <= 0 else {
        return []
      }
      return [ArgumentProblem("timeout", "E0307", "a timeout is longer than no time")]
    },
    run: { call, _ throws(RunError) in
      guard case .closure(let box) = try call.required("body"), let closure = box as? ClosureValue
      else { throw call.site.error(.type, "`call` takes a closure") }
      let arguments = Array(call["arguments"]?.list ?? [])
      guard let timeout = call["timeout"] else {
        return .value(try closure.call(call.evaluator, arguments))
      }
      guard case .duration(let time) = timeout, time.nanoseconds > 0 else {
        throw call.site.error(.invalid, "a timeout is longer than no time")
      }
      return .value(
        try call.evaluator.within(time) { () throws(RunError) in
          try closure.call(call.evaluator, arguments)
        }
      )
    }
  )
}
