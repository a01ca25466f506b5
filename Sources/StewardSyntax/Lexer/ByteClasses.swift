/// What a byte of source text may be. All punctuation of the language is ASCII.
extension UInt8 {
  static var newline: UInt8 { UInt8(ascii: "\n") }
  static var carriageReturn: UInt8 { UInt8(ascii: "\r") }
  static var backslash: UInt8 { UInt8(ascii: "\\") }
  static var hash: UInt8 { UInt8(ascii: "#") }
  static var dollar: UInt8 { UInt8(ascii: "$") }
  static var quote: UInt8 { UInt8(ascii: "\"") }
  static var apostrophe: UInt8 { UInt8(ascii: "'") }
  static var comma: UInt8 { UInt8(ascii: ",") }
  static var dot: UInt8 { UInt8(ascii: ".") }
  static var colon: UInt8 { UInt8(ascii: ":") }
  static var semicolon: UInt8 { UInt8(ascii: ";") }
  static var bar: UInt8 { UInt8(ascii: "|") }
  static var minus: UInt8 { UInt8(ascii: "-") }
  static var equals: UInt8 { UInt8(ascii: "=") }
  static var question: UInt8 { UInt8(ascii: "?") }
  static var underscore: UInt8 { UInt8(ascii: "_") }
  static var atSign: UInt8 { UInt8(ascii: "@") }
  static var openParenthesis: UInt8 { UInt8(ascii: "(") }
  static var closeParenthesis: UInt8 { UInt8(ascii: ")") }
  static var openBracket: UInt8 { UInt8(ascii: "[") }
  static var closeBracket: UInt8 { UInt8(ascii: "]") }
  static var openBrace: UInt8 { UInt8(ascii: "{") }
  static var closeBrace: UInt8 { UInt8(ascii: "}") }

  /// Any control character but a line feed counts as a blank; most are reported by `TextChecks`.
  var isBlank: Bool { (self <= 0x20 && self != .newline) || self == 0x7F }
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isUppercase: Bool { self >= 0x41 && self <= 0x5A }
  var isLetter: Bool { isUppercase || (self >= 0x61 && self <= 0x7A) }
  var isHexDigit: Bool {
    isDigit || (self >= 0x41 && self <= 0x46) || (self >= 0x61 && self <= 0x66)
  }
  var isNameStart: Bool { isLetter || self == .underscore }
  var isNamePart: Bool { isNameStart || isDigit }
  var isHeadPart: Bool { isNamePart || self == .minus }

  /// A byte of a bare word; a comma is one only between two of them.
  var isWordPart: Bool {
    guard self > 0x20, self != 0x7F else { return false }
    switch self {
    case .semicolon, .bar, .comma, .quote, .apostrophe, .dollar: return false
    default: return !isBracket
    }
  }

  /// A byte that makes no word by itself.
  var isOperatorPart: Bool {
    switch self {
    case UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "%"), .equals,
      UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "~"), .question,
      UInt8(ascii: "&"):
      true
    default: false
    }
  }

  var isBracket: Bool { closer != nil || isCloser }
  var isCloser: Bool {
    self == .closeParenthesis || self == .closeBracket || self == .closeBrace
  }

  /// The bracket that closes this one.
  var closer: UInt8? {
    switch self {
    case .openParenthesis: .closeParenthesis
    case .openBracket: .closeBracket
    case .openBrace: .closeBrace
    default: nil
    }
  }
}
