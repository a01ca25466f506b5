internal import StewardSyntax
internal import StewardValues

/// Why a value does not fit a type.
package struct ConversionProblem: Error, Sendable {
  /// In words that stand behind the parameter's name: `expects int, found string`, `is null`,
  /// `at [2].role cannot be "admn"`.
  package let message: String
  /// What to do about it.
  package let help: String?
  /// Where in the value: `[2].role`; empty for the value itself.
  private let path: String
  private let reason: String

  init(_ reason: String, help: String? = nil) { self.init(reason, help: help, path: "") }

  private init(_ reason: String, help: String?, path: String) {
    self.reason = reason
    self.help = help
    self.path = path
    message = path.isEmpty ? reason : "at \(path) \(reason)"
  }

  /// The same problem seen from the list or record around it.
  func inside(_ step: String) -> ConversionProblem {
    ConversionProblem(reason, help: help, path: step + path)
  }

  static func mismatch(_ value: Value, _ type: DataType) -> ConversionProblem {
    ConversionProblem("expects \(type), found \(value.typeName)", help: help(value, type))
  }

  static func unknownField(_ name: String, _ shape: Shape) -> ConversionProblem {
    let names = shape.fields.map(\.name)
    let near = Spelling.nearest(name, in: names).map { "did you mean `\($0)`?" }
    return ConversionProblem(
      "takes no field `\(name)`",
      help: near ?? "it takes: \(names.joined(separator: ", "))"
    )
  }

  private static func help(_ value: Value, _ type: DataType) -> String? {
    switch (type, value) {
    case (.int, .string): "text becomes a number with int(x)"
    case (.decimal, .string): "text becomes a number with decimal(x)"
    case (.money, .int), (.money, .decimal), (.money, .float): "an amount has a currency: 500USD"
    case (.date, .datetime): "the day of a moment is date_of(x)"
    case (.string, .int), (.string, .decimal), (.string, .date), (.string, .datetime):
      "a value becomes text with text(x)"
    case (.string, .secret), (.text, .secret): "`reveal` gives the text of a secret"
    case (.list, .string): "a list of one is written [x]; text is cut with split(x, \",\")"
    case (.list, _): "a list of one is written [x]"
    default: nil
    }
  }
}
