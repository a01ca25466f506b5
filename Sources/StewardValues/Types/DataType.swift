/// A static type: what the checker knows of a value before the run, and what the decoder makes of text.
public indirect enum DataType: Sendable {
  /// Nothing is known; checked at run time where it meets a typed parameter.
  case any
  case null
  case bool, int, decimal, float
  case money
  case string
  /// A stream of pieces of text, such as `to csv` gives; forced, it is a string.
  case text
  case date, datetime, duration
  /// The id of a resource: a string that is not mistaken for another resource's id.
  case id(Resource)
  /// The name by which people know an object of a resource: a text that is looked up where an id is
  /// expected.
  case name(Resource)
  /// One of a known set of strings.
  case oneOf(Enumeration)
  case list(DataType)
  /// Rows that are pulled one by one and only once.
  case stream(DataType)
  /// An object with open keys, each of the given type.
  case map(DataType)
  case record(Shape)
  /// The type or null.
  case optional(DataType)
  case closure
  case secret
  /// A command that gives nothing, such as `print`.
  case nothing
}

/// What an id names: `workspace` with the prefix `wrkspc_`.
public struct Resource: Sendable, Hashable {
  /// The word in `id<workspace>`.
  public let name: String
  /// With what every id of this resource begins; nil where ids have no prefix (an organization's UUID).
  public let prefix: String?

  /// A resource and how its ids begin.
  public init(_ name: String, prefix: String?) {
    self.name = name
    self.prefix = prefix
  }
}

/// A closed set of strings as the API knows it today. A server may answer with others; a script may not write them.
public final class Enumeration: Sendable {
  /// In words that finish "`admn` is not …": `a role of User`.
  public let name: String
  /// In the order of the reference.
  public let values: [String]
  /// Values that exist but not here, each with the reason: `admin` for a role to assign.
  public let refused: [String: String]
  package let boxes: [StringBox]

  /// The values as the API knows them, and those that exist but are refused, with reasons.
  public init(_ name: String, _ values: [String], refused: [String: String] = [:]) {
    self.name = name
    self.values = values
    self.refused = refused
    boxes = values.map(StringBox.init)
  }
}

extension DataType {
  /// The type without its `?`.
  public var unwrapped: DataType {
    if case .optional(let inner) = self { inner.unwrapped } else { self }
  }
  /// True if the value may be null.
  public var isOptional: Bool { if case .optional = self { true } else { false } }
  /// The type with exactly one `?`.
  public var orNull: DataType {
    switch self {
    case .any, .null, .optional: self
    default: .optional(self)
    }
  }
  /// The type of one row, for a list or a stream.
  public var element: DataType? {
    switch self {
    case .list(let inner), .stream(let inner): inner
    default: nil
    }
  }
}

extension DataType: CustomStringConvertible {
  /// As it is written in the language.
  public var description: String {
    switch self {
    case .any: "any"
    case .null: "null"
    case .bool: "bool"
    case .int: "int"
    case .decimal: "decimal"
    case .float: "float"
    case .money: "money"
    case .string: "string"
    case .text: "text"
    case .date: "date"
    case .datetime: "datetime"
    case .duration: "duration"
    case .id(let resource): "id<\(resource.name)>"
    case .name(let resource): "name<\(resource.name)>"
    case .oneOf(let enumeration):
      enumeration.values.map { "\"\($0)\"" }.joined(separator: "|")
    case .list(let inner): "list<\(inner)>"
    case .stream(let inner): "stream<\(inner)>"
    case .map(let inner): "map<\(inner)>"
    case .record(let shape):
      shape.name
        ?? "{\(shape.fields.map { "\($0.name): \($0.type)" }.joined(separator: ", "))}"
    case .optional(let inner): "\(inner)?"
    case .closure: "closure"
    case .secret: "secret"
    case .nothing: "nothing"
    }
  }
}
