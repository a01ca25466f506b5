extension JSONReader {
  /// An object of which nobody knows the keys. Its values wait in `pending` until the shape is known.
  mutating func open(
    element: Int,
    root: Int,
    _ cursor: inout JSONCursor
  ) throws(JSONError) -> Value {
    let first = pending.count
    var node = root
    var others: OpenFields?
    if try cursor.opens(until: UInt8(ascii: "}")) {
      repeat {
        if others == nil, let child = shapes.consumeLikely(after: node, &cursor) {
          try cursor.expectColon()
          node = child
          if shapes.isKept(child) {
            pending.append(try watched(try value(element, ofField: child, &cursor), cursor))
          } else {
            try cursor.skipValue()
          }
        } else {
          try newMember(element, first, &node, &others, &cursor)
        }
      } while try cursor.continues(until: UInt8(ascii: "}"))
    }
    let shape =
      others.map { shapes.shape(at: root, adding: $0.names) } ?? shapes.shape(at: node)
    let record = Record(shape: shape) { pending[first + $0] }
    pending.removeLast(pending.count - first)
    return .record(record)
  }

  /// A text of a field is looked up among the repeated ones if this field's texts repeat.
  @inline(__always)
  private mutating func value(
    _ element: Int,
    ofField node: Int,
    _ cursor: inout JSONCursor
  ) throws(JSONError) -> Value {
    guard element == plan.untyped, cursor.byte == UInt8(ascii: "\"") else {
      return try value(element, &cursor)
    }
    let text = try cursor.text()
    var score = shapes[scoreAt: node]
    defer { shapes[scoreAt: node] = score }
    return .string(texts.box(text, &score))
  }

  /// A member that did not follow here the last time.
  private mutating func newMember(
    _ element: Int,
    _ first: Int,
    _ node: inout Int,
    _ others: inout OpenFields?,
    _ cursor: inout JSONCursor
  ) throws(JSONError) {
    let name = try cursor.key().string
    try cursor.expectColon()
    switch shapes.place(of: name, after: &node, &others) {
    case .skipped: try cursor.skipValue()
    case .last: pending.append(try watched(try value(element, &cursor), cursor))
    case .field(let index): pending[first + index] = try value(element, &cursor)
    }
  }
}
