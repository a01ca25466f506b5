internal import StewardValues

/// Types as the help shows them.
enum TypeWords {
  /// In words, with the values that an enumeration has; empty for plain text and for anything.
  static func text(_ type: DataType) -> String {
    switch type {
    case .any, .string, .text: ""
    case .optional(.oneOf), .optional(.list): "\(text(type.unwrapped)), or null"
    case .oneOf(let enumeration): values(of: enumeration)
    case .list(.oneOf(let enumeration)): "any of " + enumeration.values.joined(separator: ", ")
    case .list(let element): "several: \(name(element))"
    default: name(type)
    }
  }

  private static func values(of enumeration: Enumeration) -> String {
    let values = enumeration.values
    return values.count == 1 ? "always \(values[0])" : "one of " + values.joined(separator: ", ")
  }

  /// In one word or two, without the values of an enumeration.
  static func name(_ type: DataType) -> String {
    switch type {
    case .oneOf(let enumeration): enumeration.name
    case .list(let element): "list<\(name(element))>"
    case .stream(let element): "stream<\(name(element))>"
    case .optional(let inner): "\(name(inner))?"
    case .record(let shape): shape.name ?? "record"
    default: type.description
    }
  }
}
