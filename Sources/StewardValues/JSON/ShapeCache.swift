/// The shapes of objects that nobody described, by the keys in the order in which they come.
///
/// A tree: each way down from a root is a sequence of keys, and each node may have a shape. Rows
/// with the same keys walk the same way and share the shape. It belongs to one reader, and stops
/// growing at ``maximumCount`` nodes.
struct ShapeCache: Sendable {
  private struct Node: Sendable {
    let key: KeyTable.Key
    let parent: Int
    /// Keys on the way to this node, and how many of them are fields that are kept.
    let depth: Int
    let fieldCount: Int
    let isKept: Bool
    /// The fields of the root's shape are of this type if they are added.
    let root: Int
    var firstChild = -1
    var nextSibling = -1
    var lastUsed = -1
    var score = TextCache.Score()
  }
  private struct Root: Sendable {
    let shape: Shape
    let type: DataType
    /// The only fields to add; nil for all.
    let kept: Set<String>?
  }

  private var keys = KeyTable()
  private var nodes: ContiguousArray<Node> = []
  private var shapes: ContiguousArray<Shape?> = []
  private var roots: [Root] = []

  static let maximumCount = 1024
  /// An object with more fields has a shape of its own.
  static let maximumDepth = 64
  /// Where more keys follow one key, they are data and not names.
  static let maximumChildren = 32
  /// Bytes of a key that is kept.
  static let maximumLength = 128

  /// A node from which objects start with the fields of `shape`, and add fields of `type`.
  mutating func addRoot(
    _ shape: Shape,
    adding type: DataType,
    keeping kept: Set<String>? = nil
  ) -> Int {
    roots.append(Root(shape: shape, type: type, kept: kept))
    return append(
      Node(
        key: keys.add(""),
        parent: -1,
        depth: 0,
        fieldCount: 0,
        isKept: false,
        root: roots.count - 1
      ),
      shape
    )
  }

  private mutating func append(_ node: Node, _ shape: Shape?) -> Int {
    nodes.append(node)
    shapes.append(shape)
    return nodes.count - 1
  }

  /// False for a field that is to be skipped, by the node of its key.
  @inline(__always) func isKept(_ node: Int) -> Bool { nodes[node].isKept }

  /// Takes a key if it is the one that came after this node the last time.
  @inline(__always)
  func consumeLikely(after node: Int, _ cursor: inout JSONCursor) -> Int? {
    let child = nodes[node].lastUsed
    guard child >= 0, keys.consume(nodes[child].key, &cursor) else { return nil }
    return child
  }

  /// The node for a key that has been taken; nil if there is none and no room for it.
  private mutating func child(of node: Int, _ name: String) -> Int? {
    var child = nodes[node].firstChild
    var count = 0
    while child >= 0 {
      if keys.isEqual(nodes[child].key, name) {
        nodes[node].lastUsed = child
        return child
      }
      child = nodes[child].nextSibling
      count += 1
    }
    guard nodes.count < Self.maximumCount, nodes[node].depth < Self.maximumDepth,
      count < Self.maximumChildren, name.utf8.count <= Self.maximumLength
    else { return nil }
    let parent = nodes[node]
    let isKept = roots[parent.root].kept?.contains(name) ?? true
    let added = append(
      Node(
        key: keys.add(name),
        parent: node,
        depth: parent.depth + 1,
        fieldCount: parent.fieldCount + (isKept ? 1 : 0),
        isKept: isKept,
        root: parent.root
      ),
      nil
    )
    nodes[added].nextSibling = parent.firstChild
    nodes[node].firstChild = added
    nodes[node].lastUsed = added
    return added
  }

  /// What becomes of a member with a key that has been taken.
  enum Place {
    case skipped
    /// It is a new field, behind the others.
    case last
    /// It replaces the value of one of the added fields, from 0.
    case field(Int)
  }

  /// Goes on to the node of a name, or to fields without nodes where there is no room.
  mutating func place(
    of name: String,
    after node: inout Int,
    _ fields: inout OpenFields?
  ) -> Place {
    if fields == nil {
      if let known = index(of: name, at: node) { return .field(known) }
      if let child = child(of: node, name) {
        node = child
        return isKept(child) ? .last : .skipped
      }
      fields = OpenFields(names(at: node))
    }
    guard roots[nodes[node].root].kept?.contains(name) ?? true else { return .skipped }
    return fields?.index(of: name).map { .field($0) } ?? .last
  }

  /// Which of the added fields has this name; nil for a new one.
  private func index(of name: String, at node: Int) -> Int? {
    var node = node
    while nodes[node].depth > 0 {
      if nodes[node].isKept, keys.isEqual(nodes[node].key, name) {
        return nodes[node].fieldCount - 1
      }
      node = nodes[node].parent
    }
    return nil
  }

  /// The names that the way to a node adds.
  func names(at node: Int) -> [String] {
    var names: [String] = []
    var node = node
    while nodes[node].depth > 0 {
      if nodes[node].isKept { names.append(keys.name(nodes[node].key)) }
      node = nodes[node].parent
    }
    return names.reversed()
  }

  @inline(__always)
  mutating func shape(at node: Int) -> Shape {
    if let shape = shapes[node] { return shape }
    let shape =
      isShared(node) ? shape(at: nodes[node].parent) : shape(at: node, adding: names(at: node))
    shapes[node] = shape
    return shape
  }

  /// True of a key that is skipped: the shape stays as it was.
  private func isShared(_ node: Int) -> Bool { !nodes[node].isKept && nodes[node].depth > 0 }

  /// A shape that is not kept: the root's fields and others.
  func shape(at node: Int, adding names: [String]) -> Shape {
    let root = roots[nodes[node].root]
    let added = names.map { Field($0, root.type) }
    return Shape(root.shape.name, fields: root.shape.fields + added, isOpen: root.shape.isOpen)
  }

  /// Whether the texts of the field that a node adds repeat.
  @inline(__always)
  subscript(scoreAt node: Int) -> TextCache.Score {
    get { nodes[node].score }
    set { nodes[node].score = newValue }
  }
}
