extension Value {
  /// The language's word for its type, for messages.
  package var typeName: String {
    switch self {
    case .null: "null"
    case .bool: "bool"
    case .int: "int"
    case .float: "float"
    case .decimal: "decimal"
    case .money: "money"
    case .date: "date"
    case .datetime: "datetime"
    case .duration: "duration"
    case .string: "string"
    case .list: "list"
    case .record: "record"
    case .secret: "secret"
    case .closure: "closure"
    }
  }
}
