internal import LineEditing
internal import StewardRuntime
internal import StewardValues

/// Flags of commands, and their values.
enum FlagCandidates {
  static func flags(of place: InspectedPlace, besides given: Set<String>) -> [Candidate] {
    let parameters: [CommandParameter] =
      switch place.stage {
      case .command(let command, _): command.parameters
      case .definition(let definition): definition.parameters
      default: []
      }
    return parameters.filter { $0.style == .flag || $0.style == .toggle }
      .map { Candidate("--\($0.name)", description: description(of: $0)) }
      .filter { !given.contains($0.text) }
  }

  /// `INT  At most so many (default 20)`.
  private static func description(of parameter: CommandParameter) -> String {
    let value = parameter.style == .toggle ? "" : parameter.type.placeholder
    return [value, meaning(of: parameter)].filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// `At most so many (default 20)`.
  static func meaning(of parameter: CommandParameter) -> String {
    var remarks: [String] = []
    if parameter.isRequired, parameter.style == .flag { remarks.append("required") }
    if let value = parameter.defaultValue { remarks.append("default \(value)") }
    return remarks.isEmpty
      ? parameter.summary : "\(parameter.summary) (\(remarks.joined(separator: ", ")))"
  }

  /// Values of an enumeration, of a list of them, and truth.
  static func values(of type: DataType, _ typed: TypedPlace) -> [Candidate] {
    switch type {
    case .optional(let inner): return values(of: inner, typed)
    case .oneOf(let enumeration):
      return enumeration.values.map { Candidate($0).quoted(typed.quote) }
    case .bool: return typed.quote == nil ? ["true", "false"].map { Candidate($0) } : []
    case .datetime: return typed.quote == nil ? moments + days : []
    case .date: return typed.quote == nil ? days : []
    case .list(let element): return elements(element, typed)
    default: return []
    }
  }

  /// Some that are meant often: what they look like says how others are written.
  private static let moments = [
    Candidate("(ago(7d))", description: "a week before now"),
    Candidate("(ago(30d))", description: "30 days before now"),
    Candidate("(month_start())", description: "the first of this month"),
    Candidate("(week_start())", description: "Monday of this week"),
    Candidate("(now())", description: "now"),
  ]
  private static let days = [
    Candidate("(today())", description: "this day, in UTC"),
    Candidate("2026-01-31", description: "a day that you name"),
  ]

  /// `admin,billing`: what is there already stays.
  private static func elements(_ element: DataType, _ typed: TypedPlace) -> [Candidate] {
    guard typed.quote == nil, let comma = typed.partial.lastIndex(of: ",") else {
      return values(of: element, typed)
    }
    let head = typed.partial[...comma]
    let given = head.split(separator: ",").map(String.init)
    return values(of: element, typed).filter { !given.contains($0.text) }
      .map { Candidate(head + $0.text, description: $0.description) }
  }
}
