extension Value: Codable {
  /// Anything that JSON can say.
  public init(from decoder: any Decoder) throws {
    if let fields = try? decoder.container(keyedBy: FieldKey.self) {
      let keys = fields.allKeys
      let shape = Shape(fields: keys.map { Field($0.stringValue, .any) })
      let values = try keys.map { try fields.decode(Value.self, forKey: $0) }
      self = .record(Record(shape: shape, values: values))
    } else if var elements = try? decoder.unkeyedContainer() {
      var values: ContiguousArray<Value> = []
      while !elements.isAtEnd { values.append(try elements.decode(Value.self)) }
      self = .list(ListBox(values))
    } else {
      self = try Value(scalar: try decoder.singleValueContainer())
    }
  }

  private init(scalar container: any SingleValueDecodingContainer) throws {
    if container.decodeNil() {
      self = .null
    } else if let bool = try? container.decode(Bool.self) {
      self = .bool(bool)
    } else if let int = try? container.decode(Int.self) {
      self = .int(int)
    } else if let double = try? container.decode(Double.self) {
      self = .float(double)
    } else {
      self = Value(try container.decode(String.self))
    }
  }

  /// As JSON has it: what has no JSON of its own as text, a secret as dots.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .list(let list):
      var container = encoder.unkeyedContainer()
      for value in list.values { try container.encode(value) }
    case .record(let record):
      var container = encoder.container(keyedBy: FieldKey.self)
      for (field, value) in zip(record.shape.fields, record.values) {
        try container.encode(value, forKey: FieldKey(stringValue: field.name))
      }
    default:
      var container = encoder.singleValueContainer()
      switch self {
      case .null: try container.encodeNil()
      case .bool(let bool): try container.encode(bool)
      case .int(let int): try container.encode(int)
      case .float(let double): try container.encode(double)
      default: try container.encode(plainText)
      }
    }
  }
}

/// The name of a field of a record.
package struct FieldKey: CodingKey {
  package let stringValue: String
  package let intValue: Int?

  package init(stringValue: String) {
    self.stringValue = stringValue
    intValue = nil
  }

  package init(intValue: Int) {
    stringValue = "\(intValue)"
    self.intValue = intValue
  }
}
