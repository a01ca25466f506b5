/// Values as JSON, for output and for the bodies of requests.
///
/// Amounts are text, `"1.2378912 USD"`; decimals are numbers with all their digits; times and
/// lengths of time are text; secrets are dots; code, and a float that is not a number, are null.
package struct JSONWriter {
  /// What has been written.
  package private(set) var bytes: [UInt8] = []
  private let isPretty: Bool
  private var depth = 0

  /// - Parameter pretty: One member a line, indented by two blanks; else all on one line.
  package init(pretty: Bool = false) { isPretty = pretty }

  /// The value on one line, without a line break.
  package static func text(_ value: Value, pretty: Bool = false) -> String {
    String(decoding: utf8(value, pretty: pretty), as: UTF8.self)
  }

  package static func utf8(_ value: Value, pretty: Bool = false) -> [UInt8] {
    var writer = JSONWriter(pretty: pretty)
    writer.write(value)
    return writer.bytes
  }

  /// Appends the value to bytes that are already there.
  package static func append(_ value: Value, to bytes: inout [UInt8], pretty: Bool = false) {
    var writer = JSONWriter(pretty: pretty)
    swap(&writer.bytes, &bytes)
    writer.write(value)
    swap(&writer.bytes, &bytes)
  }

  package mutating func write(_ value: Value) {
    switch value {
    case .null, .closure: append("null")
    case .bool(let bool): append(bool ? "true" : "false")
    case .int(let int): append(int)
    case .float(let double): append(double)
    case .decimal(let box): append(box.decimal)
    case .money(let box): quoted { $0.append(box.money.description) }
    case .date(let date): quoted { date.append(to: &$0.bytes) }
    case .datetime(let timestamp): quoted { timestamp.append(to: &$0.bytes) }
    case .duration(let span): quoted { $0.append(span.description) }
    case .string(let box): write(text: box.string)
    case .list(let box): write(list: box.values)
    case .record(let record): write(record: record)
    case .secret: write(text: Secret.mask)
    }
  }

  /// Appends bytes that are JSON already, or what separates values.
  package mutating func append(raw: some Sequence<UInt8>) { bytes.append(contentsOf: raw) }
}

extension JSONWriter {
  private mutating func write(list: ContiguousArray<Value>) {
    surrounded(by: "[", "]", isEmpty: list.isEmpty) { writer in
      for (index, value) in list.enumerated() {
        writer.separate(isFirst: index == 0)
        writer.write(value)
      }
    }
  }

  private mutating func write(record: Record) {
    surrounded(by: "{", "}", isEmpty: record.count == 0) { writer in
      for (index, field) in record.shape.fields.enumerated() {
        writer.separate(isFirst: index == 0)
        writer.write(text: field.name)
        writer.append(writer.isPretty ? ": " : ":")
        writer.write(record[index])
      }
    }
  }

  private mutating func surrounded(
    by opening: StaticString,
    _ closing: StaticString,
    isEmpty: Bool,
    _ body: (inout JSONWriter) -> Void
  ) {
    append(opening)
    depth += 1
    body(&self)
    depth -= 1
    if isPretty, !isEmpty { breakLine() }
    append(closing)
  }

  private mutating func separate(isFirst: Bool) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    if isPretty { breakLine() }
  }

  private mutating func breakLine() {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }
}

extension JSONWriter {
  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func append(_ int: Int) {
    if int < 0 { bytes.append(UInt8(ascii: "-")) }
    guard let magnitude = Int(exactly: int.magnitude) else { return append(String(int.magnitude)) }
    bytes.append(digits: magnitude, width: 1)
  }

  private mutating func append(_ double: Double) {
    append(double.isFinite ? double.description : "null")
  }

  private mutating func append(_ decimal: ExactDecimal) {
    append(decimal.description)
  }

  private mutating func quoted(_ body: (inout JSONWriter) -> Void) {
    bytes.append(UInt8(ascii: "\""))
    body(&self)
    bytes.append(UInt8(ascii: "\""))
  }
}
