internal import StewardValues

/// Values as they stand in a table's cells.
enum CellText {
  /// The text of a cell. Money is rounded to cents; without its currency where the header has it.
  static func text(of value: Value, currency: String? = nil) -> String {
    switch value {
    case .null: ""
    case .money(let box): money(box.money, currency)
    case .datetime(let time): short(time)
    case .record(let record): fields(record)
    case .list(let box): box.values.map(element).joined(separator: ", ")
    case .string(let box): escapingControls(box.string)
    case .bool, .int, .float, .decimal, .date, .duration, .secret, .closure: value.plainText
    }
  }

  /// `type: workspace, workspace_id: wrkspc_01…`, without fields that have no value: a table is for
  /// people, and programs get the JSON.
  private static func fields(_ record: Record) -> String {
    zip(record.shape.fields, record.values).filter { !$1.isNull }
      .map { "\(escapingControls($0.name)): \(element($1))" }.joined(separator: ", ")
  }

  /// Within another value, where braces tell what belongs together.
  private static func element(_ value: Value) -> String {
    switch value {
    case .null: "null"
    case .record: "{\(text(of: value))}"
    case .list: "[\(text(of: value))]"
    default: text(of: value)
    }
  }

  private static func money(_ money: Money, _ currency: String?) -> String {
    money.currency == currency ? money.rounded.amount.description : money.roundedDescription
  }

  /// The text, or its beginning and `…` where it is wider than `width` columns.
  static func cut(_ text: String, to width: Int) -> String {
    guard DisplayWidth.of(text) > width else { return text }
    var end = text.startIndex
    var used = 1
    // By character: a mark is not parted from its letter.
    while end < text.endIndex {
      let next = text.index(after: end)
      used += DisplayWidth.of(String(text[end..<next]))
      guard used <= width else { break }
      end = next
    }
    return text[..<end] + "…"
  }

  /// `2026-10-01 10:00Z`: seconds are not shown.
  private static func short(_ time: Timestamp) -> String {
    var text: [UInt8] = []
    time.append(to: &text)
    guard text.count >= 16, text[10] == UInt8(ascii: "T") else { return time.description }
    text[10] = UInt8(ascii: " ")
    return String(decoding: text[..<16], as: UTF8.self) + "Z"
  }
}
