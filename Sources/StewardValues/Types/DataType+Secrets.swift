extension DataType {
  /// True for a secret, and for what has one among its elements or fields.
  package var holdsSecret: Bool {
    switch self {
    case .secret: true
    case .optional(let inner), .list(let inner), .stream(let inner), .map(let inner):
      inner.holdsSecret
    case .record(let shape): shape.fields.contains { $0.type.holdsSecret }
    default: false
    }
  }
}

extension Value {
  /// The secrets in it, at any depth.
  package var secrets: [Secret] {
    switch self {
    case .secret(let secret): [secret]
    case .list(let box): box.values.flatMap(\.secrets)
    case .record(let record): record.values.flatMap(\.secrets)
    default: []
    }
  }

  /// The same with the text of its secrets, for the request that sends them.
  package var revealed: Value {
    switch self {
    case .secret(let secret): Value(secret.reveal())
    case .list(let box): Value(box.values.lazy.map(\.revealed))
    case .record(let record):
      .record(Record(shape: record.shape, values: record.values.map(\.revealed)))
    default: self
    }
  }
}
