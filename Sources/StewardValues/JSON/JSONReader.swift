/// JSON into values, in one pass over the bytes.
///
/// It is strict where RFC 8259 is (escapes, surrogates, numbers, UTF-8, nothing after the value) and
/// lenient where a server may change: a value that does not fit its described type is kept as it is,
/// a field that nobody described is kept, a described field that is missing is null, and of two
/// members with one name the last counts. Only an amount of money that cannot be read is an error,
/// since no guess about money is a good one.
///
/// A reader remembers shapes and repeated texts from message to message: keep it for all pages of a
/// list.
package struct JSONReader: Sendable {
  let plan: DecodingPlan
  var texts = TextCache()
  var scores: ContiguousArray<TextCache.Score>
  var shapes = ShapeCache()
  /// Values of objects that are not finished, the inner ones last.
  var pending: ContiguousArray<Value> = []
  /// Where the shapes of maps, and of objects with fields that are not described, begin.
  var mapRoots: ContiguousArray<Int>
  var objectRoots: ContiguousArray<Int>
  /// Hears, each 64 KB or so, what untyped values take, while they are made; false stops the reading.
  package var watch: (@Sendable (_ bytes: Int) -> Bool)?
  private var unreported = 0

  /// The largest message.
  package static let maximumCount = 1 << 30

  /// A reader of messages of the given type.
  ///
  /// - Parameters:
  ///   - type: What a message is; `.any` if nobody knows.
  ///   - fields: Of the rows, the only fields to build; nil for all. The rest is checked for its
  ///     form and skipped. The rows keep the order of the described fields.
  ///   - place: The field of the message that has the rows, such as `data`; nil if the message is
  ///     a list of rows, or one row.
  package init(type: DataType, projecting fields: Set<String>? = nil, at place: String? = nil) {
    plan = DecodingPlan(type, fields: fields, at: place)
    scores = ContiguousArray(repeating: TextCache.Score(), count: plan.nodes.count)
    mapRoots = ContiguousArray(repeating: -1, count: plan.nodes.count)
    objectRoots = ContiguousArray(repeating: -1, count: plan.objects.count)
    mapRoots[plan.untyped] = shapes.addRoot(.empty, adding: .any)
  }

  /// A reader of messages that nobody described.
  package init() { self.init(type: .any) }

  /// The value of a whole message.
  package mutating func read(_ bytes: [UInt8]) throws(JSONError) -> Value {
    try bytes.withUnsafeBufferPointer { bytes throws(JSONError) in try read(bytes) }
  }

  /// The value of a whole message that is a part of other bytes.
  package mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) -> Value {
    guard bytes.count <= Self.maximumCount else {
      throw JSONError("the message has more than \(Self.maximumCount) bytes", offset: 0)
    }
    guard var cursor = JSONCursor(bytes) else {
      throw JSONError("expected a value, found the end", offset: 0)
    }
    pending.removeAll(keepingCapacity: true)
    cursor.skipWhitespace()
    let value = try value(plan.root, &cursor)
    cursor.skipWhitespace()
    guard cursor.isAtEnd else { throw cursor.unexpected("the end") }
    return value
  }
}

extension JSONReader {
  /// The value here, by a node of the plan.
  mutating func value(_ node: Int, _ cursor: inout JSONCursor) throws(JSONError) -> Value {
    switch cursor.byte {
    case UInt8(ascii: "\""):
      return try text(node, &cursor)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return try number(node, &cursor)
    case UInt8(ascii: "{"):
      return try object(node, &cursor)
    case UInt8(ascii: "["):
      return try list(node, &cursor)
    case UInt8(ascii: "n"):
      try cursor.expect("null")
      return .null
    case UInt8(ascii: "t"):
      try rejectAmount(node, cursor)
      try cursor.expect("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try rejectAmount(node, cursor)
      try cursor.expect("false")
      return .bool(false)
    default:
      throw cursor.unexpected()
    }
  }

  /// The value, of which ``watch`` has heard or will.
  @inline(__always)
  mutating func watched(_ value: Value, _ cursor: JSONCursor) throws(JSONError) -> Value {
    if watch != nil {
      unreported += value.shallowBytes
      if unreported >= 1 << 16 { try report(cursor) }
    }
    return value
  }

  private mutating func report(_ cursor: JSONCursor) throws(JSONError) {
    let bytes = unreported
    unreported = 0
    guard watch?(bytes) ?? true else { throw JSONError(stoppedAt: cursor.position - cursor.start) }
  }

  private mutating func list(
    _ node: Int,
    _ cursor: inout JSONCursor
  ) throws(JSONError) -> Value {
    try rejectAmount(node, cursor)
    let plan = plan.nodes[node]
    let element =
      switch plan.kind {
      case .list: plan.child
      case .openRow: node
      default: self.plan.untyped
      }
    var values: ContiguousArray<Value> = []
    if try cursor.opens(until: UInt8(ascii: "]")) {
      repeat {
        values.append(try watched(try value(element, &cursor), cursor))
      } while try cursor.continues(until: UInt8(ascii: "]"))
    }
    return .list(ListBox(values))
  }

  private mutating func object(
    _ node: Int,
    _ cursor: inout JSONCursor
  ) throws(JSONError) -> Value {
    let plan = plan.nodes[node]
    switch plan.kind {
    case .object: return try described(plan.child, &cursor)
    case .map: return try open(element: plan.child, root: mapRoot(node), &cursor)
    case .openRow: return try open(element: self.plan.untyped, root: mapRoot(node), &cursor)
    default:
      try rejectAmount(node, cursor)
      return try open(element: self.plan.untyped, root: mapRoots[self.plan.untyped], &cursor)
    }
  }

  private mutating func mapRoot(_ node: Int) -> Int {
    if mapRoots[node] < 0 {
      let kept = plan.nodes[node].kind == .openRow ? plan.kept : nil
      mapRoots[node] =
        shapes.addRoot(.empty, adding: plan.mapTypes[node] ?? .any, keeping: kept)
    }
    return mapRoots[node]
  }
}
