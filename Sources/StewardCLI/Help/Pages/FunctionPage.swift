internal import StewardRuntime
internal import StewardValues

/// The help on one function.
struct FunctionPage {
  private let function: Function

  init(_ function: Function) { self.function = function }

  /// `round(number, places?)`.
  var usage: String {
    Self.usage(function.name, function.parameters, isVariadic: function.isVariadic)
  }

  var page: HelpPage {
    let example = function.example
    let parts = HelpSection(
      "example",
      [.examples([(code: example.code, meaning: "gives \(example.result)")])]
    )
    return HelpPage(
      .function,
      function.name,
      function.summary,
      [HelpSection("usage", [.usage([usage])])] + Self.parameters(function.parameters) + [parts]
    )
  }

  static func usage(
    _ name: String,
    _ parameters: [Function.Parameter],
    isVariadic: Bool = false
  ) -> String {
    let names = parameters.map { $0.name + ($0.isOptional ? "?" : "") }
    return "\(name)(\(names.joined(separator: ", "))\(isVariadic ? ", …" : ""))"
  }

  static func parameters(_ parameters: [Function.Parameter]) -> [HelpSection] {
    guard !parameters.isEmpty else { return [] }
    let terms = parameters.map { parameter in
      HelpTerm(
        parameter.name,
        "",
        type: TypeWords.name(parameter.type),
        remarks: parameter.isOptional ? ["may be left out"] : []
      )
    }
    return [HelpSection("parameters", [.terms(terms)])]
  }
}
