internal import StewardSyntax
internal import StewardValues

/// Reads text that stands in a script where a parameter has a type: `10` for an int, `2026-10-01`
/// for a datetime, `admin,billing` for a list.
enum WordReader {
  /// Why text is no value of a type.
  struct Problem: Error {
    let code: String
    /// Stands behind the parameter's name: "takes int, not `abc`".
    let message: String
    let hint: String?
    /// What stands at the text's place when it is mended.
    let replacement: String?
    let labels: [String]

    init(
      _ code: String,
      _ message: String,
      hint: String? = nil,
      replacement: String? = nil,
      labels: [String] = []
    ) {
      self.code = code
      self.message = message
      self.hint = hint
      self.replacement = replacement
      self.labels = labels
    }
  }

  /// The value that text is for a type. Commas cut a list only in a bare word, without quotes.
  static func value(
    of text: String,
    as type: DataType,
    isBare: Bool
  ) -> Result<Value, Problem> {
    switch type {
    case .any, .string, .text: .success(Value(text))
    case .optional(let inner): value(of: text, as: inner, isBare: isBare)
    case .bool: bool(text)
    case .int: read(text, Int(strictly: text).map { .int($0) }, "int", hint: "such as 10")
    case .decimal: read(text, ExactDecimal(text).map { Value($0) }, "decimal", hint: "such as 2.5")
    case .float: read(text, Double(text).map { .float($0) }, "float", hint: "such as 1e6")
    case .money: money(text)
    case .date: read(text, CalendarDate(text).map { .date($0) }, "date", hint: "such as 2026-10-01")
    case .datetime: datetime(text)
    case .duration:
      read(
        text,
        TimeSpan(text).map { .duration($0) },
        "duration",
        hint: Int(strictly: text) == nil
          ? "such as 12h" : "with a unit: \(text)s, \(text)m, \(text)h"
      )
    case .id, .name: named(text, type)
    case .oneOf(let enumeration): member(text, of: enumeration)
    case .list(let element): list(text, of: element, isBare: isBare)
    case .secret: .success(.secret(Secret(text)))
    case .closure:
      .failure(Problem("E0304", "takes a closure", hint: "written {|x| … }"))
    case .record, .map: record(text, type)
    case .stream: .failure(Problem("E0304", "takes rows, not text"))
    case .null, .nothing: .failure(Problem("E0304", "takes no value"))
    }
  }

  /// A record as JSON: the only way in which a shell can give one.
  private static func record(_ text: String, _ type: DataType) -> Result<Value, Problem> {
    var reader = JSONReader()
    guard let value = try? reader.read(Array(text.utf8)), value.record != nil else {
      return .failure(
        Problem(
          "E0304",
          "takes a record, not text",
          hint: "written {name: value}; from a shell as JSON: '{\"name\": \"value\"}'"
        )
      )
    }
    return Conversion.convert(value, to: type).mapError { problem in
      Problem("E0304", problem.message, hint: problem.help)
    }
  }

  private static func read(
    _ text: String,
    _ value: Value?,
    _ type: String,
    hint: String
  ) -> Result<Value, Problem> {
    if let value { return .success(value) }
    return .failure(Problem("E0304", "takes \(type), not `\(text)`", hint: hint))
  }

  private static func bool(_ text: String) -> Result<Value, Problem> {
    switch text {
    case "true": .success(true)
    case "false": .success(false)
    default: .failure(Problem("E0304", "takes true or false, not `\(text)`"))
    }
  }

  private static func money(_ text: String) -> Result<Value, Problem> {
    if let money = Money(text) ?? Money(spacing(text)) { return .success(Value(money)) }
    if ExactDecimal(text) != nil {
      return .failure(
        Problem("E0306", "takes an amount: \(text) what?", hint: "write \(text)USD")
      )
    }
    return .failure(Problem("E0304", "takes an amount, not `\(text)`", hint: "such as 12.50USD"))
  }

  /// `12.50USD` with the blank that an amount has in data.
  private static func spacing(_ text: String) -> String {
    "\(text.prefix { !$0.isLetter }) \(text.drop { !$0.isLetter })"
  }

  private static func datetime(_ text: String) -> Result<Value, Problem> {
    if let day = CalendarDate(text) { return .success(.datetime(Timestamp(day))) }
    if let moment = Timestamp(text) { return .success(.datetime(moment)) }
    return .failure(Problem("E0304", "takes a datetime, not `\(text)`", hint: momentHint(text)))
  }

  private static func momentHint(_ text: String) -> String {
    if TimeSpan(text) != nil { return "the moment so long ago is (ago(\(text)))" }
    switch text {
    case "now", "today": return "this moment is (now()), this day (today())"
    case "yesterday": return "the moment a day ago is (ago(1d))"
    default: return "such as 2026-10-01 or 2026-10-01T12:00:00Z"
    }
  }

  /// An id, or a name that is looked up when the script runs.
  private static func named(_ text: String, _ type: DataType) -> Result<Value, Problem> {
    guard !text.isEmpty else {
      return .failure(Problem("E0304", "takes \(type), and this is empty"))
    }
    return .success(Value(text))
  }

  /// The enumeration's own box for a value, so that it is compared by identity.
  static func member(_ text: String, of enumeration: Enumeration) -> Result<Value, Problem> {
    if let index = enumeration.values.firstIndex(of: text) {
      return .success(.string(enumeration.boxes[index]))
    }
    if let reason = enumeration.refused[text] {
      return .failure(Problem("E0312", "`\(text)` cannot be given here: \(reason)"))
    }
    return .failure(unknown(text, enumeration))
  }

  /// What was meant may also be a value that exists and cannot be given here.
  private static func unknown(_ text: String, _ enumeration: Enumeration) -> Problem {
    let known = enumeration.values.joined(separator: ", ")
    let message = "`\(text)` is not \(enumeration.name)"
    let refused = enumeration.refused.keys.sorted()
    guard let near = Spelling.nearest(text, in: enumeration.values + refused) else {
      return Problem("E0312", message, hint: "one of: \(known)")
    }
    if let reason = enumeration.refused[near] {
      return Problem(
        "E0312",
        message,
        hint: "did you mean \"\(near)\"? \(reason)",
        labels: [known]
      )
    }
    return Problem(
      "E0312",
      message,
      hint: "did you mean \"\(near)\"?",
      replacement: near,
      labels: [known]
    )
  }

  private static func list(
    _ text: String,
    of element: DataType,
    isBare: Bool
  ) -> Result<Value, Problem> {
    let parts = isBare ? text.split(separator: ",").map(String.init) : [text]
    var values: ContiguousArray<Value> = []
    for part in parts {
      switch value(of: part, as: element, isBare: false) {
      case .success(let value): values.append(value)
      case .failure(let problem): return .failure(problem)
      }
    }
    return .success(.list(ListBox(values)))
  }
}

extension Int {
  /// Digits with an optional minus sign, nothing else.
  init?(strictly text: String) {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    self.init(text)
  }
}
