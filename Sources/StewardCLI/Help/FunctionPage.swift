internal import StewardRuntime

/// The help on one function.
struct FunctionPage {
  private let function: Function

  init(_ function: Function) { self.function = function }

  /// `round(number, places?)`.
  var usage: String {
    let names = function.parameters.map { $0.name + ($0.isOptional ? "?" : "") }
    let more = function.isVariadic ? ", …" : ""
    return "\(function.name)(\(names.joined(separator: ", "))\(more))"
  }

  var text: String {
    let parameters = function.parameters.map { (name: $0.name, meaning: "\($0.type)") }
    var lines = [usage, ""] + Columns.wrapped(function.summary, indent: 2) + [""]
    if !parameters.isEmpty { lines += ["PARAMETERS"] + Columns.table(parameters) + [""] }
    let example = function.example
    lines += ["EXAMPLE", "  \(example.code)   gives   \(example.result)"]
    return lines.joined(separator: "\n") + "\n"
  }
}
