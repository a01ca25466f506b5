/// What to make of each value of a message, worked out from its type once.
struct DecodingPlan: Sendable {
  enum Kind: UInt8, Sendable {
    case any, bool, int, float, decimal, money, string, secret, date, datetime, duration
    /// An amount in the smallest unit, of which the currency stands in the same object.
    case minorUnits
    case enumeration, list, map, object
    /// A row that nobody described, of which only some fields are wanted, or a list of them.
    case openRow
  }

  struct Node: Sendable {
    let kind: Kind
    /// The node of the elements, or the number of the enumeration or object.
    let child: Int
  }

  private(set) var nodes: ContiguousArray<Node> = []
  private(set) var objects: ContiguousArray<ObjectPlan> = []
  private(set) var enumerations: ContiguousArray<EnumerationPlan> = []
  /// The types of the values of maps, by node.
  private(set) var mapTypes: [Int: DataType] = [:]
  /// The node of a whole message.
  private(set) var root = 0
  /// The fields to keep of rows that nobody described.
  let kept: Set<String>?
  /// What `.any` is decoded by.
  let untyped: Int

  /// How messages of a type are decoded, with the given fields of their rows or all; `place` is the
  /// field of the message that has the rows, nil if the message is the rows, or one.
  init(_ type: DataType, fields: Set<String>?, at place: String?) {
    nodes.append(Node(kind: .any, child: 0))
    untyped = 0
    kept = fields
    root = add(type, Projection(fields: fields, place: place), money: nil)
  }

  /// What is left out, on the way from a message to its rows.
  private struct Projection {
    var fields: Set<String>?
    var place: String?
    static let none = Projection(fields: nil, place: nil)
  }

  private mutating func add(
    _ type: DataType,
    _ projection: Projection,
    money: MoneyRule?
  ) -> Int {
    switch type {
    case .optional(let inner): return add(inner, projection, money: money)
    case .list(let inner), .stream(let inner):
      return append(.list, add(inner, projection, money: money))
    case .map(let inner):
      let node = append(.map, add(inner, .none, money: nil))
      mapTypes[node] = inner
      return node
    case .record(let shape):
      let plan = object(shape, projection)
      objects.append(plan)
      return append(.object, objects.count - 1)
    case .oneOf(let enumeration):
      enumerations.append(EnumerationPlan(enumeration))
      return append(.enumeration, enumerations.count - 1)
    case .any where projection.fields != nil && projection.place == nil: return append(.openRow, 0)
    default: return append(Self.kind(of: type, money), 0)
    }
  }

  private mutating func append(_ kind: Kind, _ child: Int) -> Int {
    nodes.append(Node(kind: kind, child: child))
    return nodes.count - 1
  }

  private static func kind(of type: DataType, _ money: MoneyRule?) -> Kind {
    switch type {
    case .bool: .bool
    case .int: .int
    case .float: .float
    case .decimal: .decimal
    case .money: money == nil ? .money : .minorUnits
    case .string, .text, .id, .name: .string
    case .secret: .secret
    case .date: .date
    case .datetime: .datetime
    case .duration: .duration
    default: .any
    }
  }

  private mutating func object(_ shape: Shape, _ projection: Projection) -> ObjectPlan {
    let isOfRows = projection.place == nil
    let kept = isOfRows ? projection.fields : nil
    let children = shape.fields.map { field in
      let inner =
        field.name == projection.place ? Projection(fields: projection.fields) : Projection.none
      return add(field.type, inner, money: field.money)
    }
    return ObjectPlan(shape, children: children, keeping: kept)
  }
}
