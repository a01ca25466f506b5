internal import StewardSyntax
internal import StewardValues

/// What must hold of a row's fields for a condition to be true, found in the code of the condition.
///
/// Only as far as no part before it can fail: a server that leaves rows out must not hide an error
/// that the rows would have led to.
struct Requirements {
  private enum Step {
    /// The field equals the value, or is in the list.
    case field([String], Node, isList: Bool)
    /// What does not hang on the row: it must not fail.
    case operand(Node)
  }
  private var steps: [Step] = []
  /// True if no part of the condition can fail on a row.
  private var isHarmless = true

  init(of condition: Node) { isHarmless = add(condition) }

  private init() {}

  /// The fields with their values as they are now, and whether the whole condition cannot fail.
  func matches(_ frame: RowFrame) -> (matches: [FieldMatch], isHarmless: Bool) {
    var matches: [FieldMatch] = []
    for step in steps {
      do throws(RunError) {
        switch step {
        case .operand(let node): _ = try frame.value(node)
        case .field(let path, let node, let isList):
          let value = try frame.value(node)
          if let match = FieldMatch(path, value, isList: isList) { matches.append(match) }
        }
      } catch {
        // It will be said when a row is there to be compared.
        return (matches, false)
      }
    }
    return (matches, isHarmless)
  }

  // MARK: Reading the condition

  /// Adds what a condition requires. Gives false, and is not asked for more, where it may fail.
  private mutating func add(_ node: Node) -> Bool {
    switch node {
    case let logic as LogicNode where logic.isAnd: return add(logic.left) && add(logic.right)
    case let logic as LogicNode: return addHarmless(logic.left) && addHarmless(logic.right)
    case let not as NotNode: return addHarmless(not.operand)
    case let equality as FieldEqualsTextNode:
      guard !equality.isNegated else { return true }
      let value = ConstantNode(equality.site, .string(equality.box))
      steps.append(.field([equality.field.name], value, isList: false))
      return true
    case let binary as BinaryNode: return add(binary)
    default: return node.rowPath != nil || addOperand(node)
    }
  }

  /// Adds what is not required, as one side of an `or` is not, but must not fail.
  private mutating func addHarmless(_ node: Node) -> Bool {
    var inner = Requirements()
    guard inner.add(node) else { return false }
    for step in inner.steps {
      switch step {
      case .operand(let node), .field(_, let node, _): steps.append(.operand(node))
      }
    }
    return true
  }

  private mutating func add(_ binary: BinaryNode) -> Bool {
    let (left, right) = (binary.left, binary.right)
    switch (binary.operation, left.rowPath, right.rowPath) {
    case (.equal, let path?, nil): return add(path, right, isList: false)
    case (.equal, nil, let path?): return add(path, left, isList: false)
    case (.in, let path?, nil): return add(path, right, isList: true)
    case (.equal, .some, .some), (.notEqual, .some, .some): return true
    case (.notEqual, .some, nil), (.notIn, .some, nil), (.less, .some, nil),
      (.lessOrEqual, .some, nil), (.greater, .some, nil), (.greaterOrEqual, .some, nil):
      return addOperand(right)
    case (.notEqual, nil, .some), (.less, nil, .some), (.lessOrEqual, nil, .some),
      (.greater, nil, .some), (.greaterOrEqual, nil, .some):
      return addOperand(left)
    default: return addOperand(binary)
    }
  }

  private mutating func add(_ path: [String], _ value: Node, isList: Bool) -> Bool {
    guard value.isFixed else { return false }
    steps.append(.field(path, value, isList: isList))
    return true
  }

  private mutating func addOperand(_ node: Node) -> Bool {
    guard node.isFixed else { return false }
    steps.append(.operand(node))
    return true
  }
}

extension FieldMatch {
  /// Nil where rows with null in the field, or no rows at all, are wanted: no server is asked that.
  fileprivate init?(_ path: [String], _ value: Value, isList: Bool) {
    let values = isList ? value.list.map { Array($0) } ?? [] : [value]
    guard !values.isEmpty, !values.contains(where: \.isNull) else { return nil }
    self.init(path: path, values: values)
  }
}

extension Node {
  /// The way to a field of the row in slot 0; nil for anything else.
  fileprivate var rowPath: [String]? {
    switch self {
    case let field as RowFieldNode: [field.name]
    case let member as MemberNode: member.base.rowPath.map { $0 + [member.name] }
    default: nil
    }
  }

  /// True if its value is the same for every row.
  fileprivate var isFixed: Bool {
    switch self {
    case is ConstantNode: true
    case let slot as SlotNode: slot.slot != 0
    case let member as MemberNode: member.base.isFixed
    case let function as FunctionNode: function.arguments.allSatisfy(\.isFixed)
    case let binary as BinaryNode: binary.left.isFixed && binary.right.isFixed
    default: false
    }
  }
}
