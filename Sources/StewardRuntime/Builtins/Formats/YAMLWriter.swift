internal import StewardValues

/// YAML for reading and for tools: block style, text quoted wherever it could be taken for
/// something else.
enum YAMLWriter {
  /// A whole value, with a newline at the end.
  static func document(_ value: Value) -> String {
    var text = ""
    append(value, indent: 0, to: &text)
    return text
  }

  /// A value as one element of the list that is the document.
  static func item(_ value: Value) -> String {
    var text = ""
    appendItem(value, indent: 0, to: &text)
    return text
  }

  private static func append(_ value: Value, indent: Int, to text: inout String) {
    switch value {
    case .record(let record) where record.count > 0:
      for (field, value) in zip(record.shape.fields, record.values) {
        text += blanks(indent) + scalar(field.name) + ":"
        appendNested(value, indent: indent, to: &text)
      }
    case .list(let list) where !list.values.isEmpty:
      for element in list.values { appendItem(element, indent: indent, to: &text) }
    default:
      text += blanks(indent) + scalar(value) + "\n"
    }
  }

  /// What stands behind `name:`: on the same line, or below it and further in.
  private static func appendNested(_ value: Value, indent: Int, to text: inout String) {
    guard isBlock(value) else {
      text += " " + scalar(value) + "\n"
      return
    }
    text += "\n"
    append(value, indent: indent + 2, to: &text)
  }

  private static func appendItem(_ value: Value, indent: Int, to text: inout String) {
    guard isBlock(value) else {
      text += blanks(indent) + "- " + scalar(value) + "\n"
      return
    }
    var block = ""
    append(value, indent: indent + 2, to: &block)
    // The dash takes the place of the first line's indentation.
    text += blanks(indent) + "- " + block.dropFirst(indent + 2)
  }

  private static func isBlock(_ value: Value) -> Bool {
    switch value {
    case .record(let record): record.count > 0
    case .list(let list): !list.values.isEmpty
    default: false
    }
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  private static func scalar(_ value: Value) -> String {
    switch value {
    case .null: "null"
    case .record: "{}"
    case .list: "[]"
    case .bool, .int, .float, .decimal: value.plainText
    case .string(let box): scalar(box.string)
    // Times and amounts stay text: readers of YAML guess at them.
    case .money, .date, .datetime, .duration, .secret, .closure:
      JSONWriter.text(Value(value.plainText))
    }
  }

  private static func scalar(_ text: String) -> String {
    isPlain(text) ? text : JSONWriter.text(Value(text))
  }

  private static let words: Set<String> = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n", "~",
  ]

  /// Letters, digits and a few marks, beginning with a letter and no word of YAML's own.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetter(first), text.utf8.last != UInt8(ascii: " "),
      !words.contains(text.lowercased())
    else { return false }
    return text.utf8.allSatisfy { byte in
      isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || " _-./@+".utf8.contains(byte)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    return letters.contains(byte | 0x20) || byte == UInt8(ascii: "_")
  }
}
