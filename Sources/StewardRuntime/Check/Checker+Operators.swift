internal import StewardSyntax
internal import StewardValues

/// Operators: their types, and the nodes for them.
extension Checker {
  func checkUnary(
    _ operation: UnaryOperator,
    _ operand: Expression,
    _ range: SourceRange
  ) -> Typed {
    let value = check(operand)
    switch operation {
    case .not:
      requireBool(value, "`not`")
      return Typed(NotNode(site(range), value.node), .bool, range)
    case .negate:
      guard value.type.isNumber || value.type.isSigned
      else {
        report(.cannotNegate(value, isSortKey: isSortKey))
        return wrong(range)
      }
      if let known = value.constant, let negated = try? Operations.negated(known) {
        return constant(negated, value.type, range)
      }
      return Typed(NegateNode(site(range), value.node), value.type, range)
    }
  }

  func checkBinary(
    _ operation: BinaryOperator,
    _ place: SourceRange,
    _ left: Expression,
    _ right: Expression,
    _ range: SourceRange
  ) -> Typed {
    switch operation {
    case .and, .or: return checkLogic(operation, left, right, range)
    case .coalesce: return checkCoalesce(left, right, range)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      return checkComparison(operation, place, left, right, range)
    case .matches, .matchesNot: return checkMatch(operation, left, right, range)
    case .in, .notIn: return checkMembership(operation, place, left, right, range)
    case .add, .subtract, .multiply, .divide, .floorDivide, .remainder:
      return checkArithmetic(
        operation,
        place,
        check(left),
        check(right),
        range,
        isWritten: left.isLiteral && right.isLiteral
      )
    }
  }

  // MARK: Logic

  /// Where a condition must be true or false.
  func requireBool(_ value: Typed, _ owner: String) {
    switch value.type.unwrapped {
    case .bool, .any, .null: return
    case let type: report(.notBool(owner, type, at: value.range))
    }
  }

  private func checkLogic(
    _ operation: BinaryOperator,
    _ left: Expression,
    _ right: Expression,
    _ range: SourceRange
  ) -> Typed {
    let first = check(left)
    requireBool(first, "`\(operation.rawValue)`")
    let known = notNull
    // What `and` goes on with is true, what `or` goes on with is false.
    notNull.formUnion(
      operation == .and ? left.provesNotNull : right.isMissing ? [] : left.refutesNull
    )
    let second = check(right)
    notNull = known
    requireBool(second, "`\(operation.rawValue)`")
    let node = LogicNode(site(range), isAnd: operation == .and, first.node, second.node)
    return Typed(node, .bool, range)
  }

  private func checkCoalesce(
    _ left: Expression,
    _ right: Expression,
    _ range: SourceRange
  ) -> Typed {
    let first = check(left)
    let second = check(right)
    let type =
      first.type.isNullOnly ? second.type : first.type.unwrapped.joined(with: second.type)
    return Typed(CoalesceNode(site(range), first.node, second.node), type, range)
  }

  // MARK: Comparisons

  private func checkComparison(
    _ operation: BinaryOperator,
    _ place: SourceRange,
    _ left: Expression,
    _ right: Expression,
    _ range: SourceRange
  ) -> Typed {
    let isEquality = operation == .equal || operation == .notEqual
    observe(operand: right, comparedWith: left)
    if let mistaken = checkWordAsField(left, right) { return mistaken }
    let first = check(left)
    let second = check(right)
    noteComparison(left, first, right, second)
    if left.isLiteral, right.isLiteral { report(.constantComparison(at: range)) }
    if isEquality {
      checkEnumeration(first, second)
    } else {
      warnOfNull(first, operation)
      warnOfNull(second, operation)
    }
    if !first.type.isComparable(with: second.type, isEquality: isEquality) {
      report(.incomparable(first, second, operation, at: place))
    }
    let node = comparisonNode(operation, first, second, range)
    return Typed(node, .bool, range)
  }

  private func comparisonNode(
    _ operation: BinaryOperator,
    _ left: Typed,
    _ right: Typed,
    _ range: SourceRange
  ) -> Node {
    if case .int = left.type, case .int = right.type {
      return IntegerComparisonNode(site(range), operation, left.node, right.node)
    }
    if operation == .equal || operation == .notEqual, let field = left.node as? RowFieldNode,
      case .string(let box)? = right.constant
    {
      let shared = left.type.sharedBox(for: box)
      return FieldEqualsTextNode(site(range), field, shared, isNegated: operation == .notEqual)
    }
    return BinaryNode(site(range), operation, left.node, right.node)
  }

  /// E0312: a value that the enumeration on the other side cannot have.
  private func checkEnumeration(_ left: Typed, _ right: Typed) {
    for (field, text) in [(left, right), (right, left)] {
      guard case .oneOf(let enumeration) = field.type.unwrapped, let word = text.constant?.string,
        !enumeration.values.contains(word)
      else { continue }
      report(.notInEnumeration(word, enumeration, at: text.range, field: field.range))
    }
  }

  func warnOfNull(_ value: Typed, _ operation: BinaryOperator) {
    guard value.type.isOptional, value.constant == nil, !isGuessed(value) else { return }
    report(.mayBeNull(value, operation, source[value.range], meaning: nullMeaning(of: value)))
  }

  /// True for a field of rows that nobody described: that it may be null is no news.
  private func isGuessed(_ value: Typed) -> Bool {
    rows.last?.code.guessed.contains { $0 === value.node } ?? false
  }

  private func nullMeaning(of value: Typed) -> String? {
    guard let field = value.node as? RowFieldNode, let row = rows.last else { return nil }
    return row.type.shape?[field.name]?.nullMeaning
  }

  // MARK: `=~`, `in`

  private func checkMatch(
    _ operation: BinaryOperator,
    _ left: Expression,
    _ right: Expression,
    _ range: SourceRange
  ) -> Typed {
    let text = check(left)
    let pattern = check(right)
    warnOfNull(text, operation)
    for side in [text, pattern] where !side.type.isTextual && !side.type.unwrapped.isOpenEnded {
      report(.mismatch("`\(operation.rawValue)` compares text, not \(side.type)", at: side.range))
    }
    guard let constant = pattern.constant?.string else {
      return Typed(BinaryNode(site(range), operation, text.node, pattern.node), .bool, range)
    }
    do throws(PatternError) {
      let compiled = try TextPattern(constant)
      let node = PatternNode(
        site(range),
        text.node,
        compiled,
        isNegated: operation == .matchesNot
      )
      return Typed(node, .bool, range)
    } catch {
      report(.badPattern(error.message, at: pattern.range))
      return wrong(range)
    }
  }

  private func checkMembership(
    _ operation: BinaryOperator,
    _ place: SourceRange,
    _ left: Expression,
    _ right: Expression,
    _ range: SourceRange
  ) -> Typed {
    observe(operand: right, comparedWith: left)
    let element = check(left)
    let container = check(right)
    noteComparison(left, element, right, container)
    let node = BinaryNode(site(range), operation, element.node, container.node)
    let result = Typed(node, .bool, range)
    guard let inner = container.type.unwrapped.element else {
      if !container.type.unwrapped.isOpenEnded {
        report(.notAContainer(container, operation))
      }
      return result
    }
    checkElements(of: container, against: element)
    if !element.type.isComparable(with: inner, isEquality: true) {
      report(.cannotContain(element, container, inner, at: place))
    }
    return result
  }

  /// E0312 for each text in a list that the enumeration before `in` cannot have.
  private func checkElements(of container: Typed, against element: Typed) {
    guard case .oneOf(let enumeration) = element.type.unwrapped,
      let values = container.constant?.list
    else { return }
    for case .string(let box) in values where !enumeration.values.contains(box.string) {
      report(
        .notInEnumeration(box.string, enumeration, at: container.range, field: element.range)
      )
    }
  }

  // MARK: Arithmetic

  func checkArithmetic(
    _ operation: BinaryOperator,
    _ place: SourceRange,
    _ left: Typed,
    _ right: Typed,
    _ range: SourceRange,
    isWritten: Bool = false
  ) -> Typed {
    let types = (left.type.unwrapped.forced, right.type.unwrapped.forced)
    guard let type = DataType.arithmetic(operation, types.0, types.1) else {
      report(.noArithmetic(left, right, operation, at: place))
      return wrong(range)
    }
    warnOfNull(left, operation)
    warnOfNull(right, operation)
    if let first = left.constant, let second = right.constant {
      do throws(RunError) {
        return constant(try Operations.apply(operation, first, second), type, range)
      } catch {
        // Of variables only the run tells whether it ever comes to this.
        if isWritten {
          report(.impossibleArithmetic(error.message, hint: error.help, at: place))
          return wrong(range)
        }
      }
    }
    if case .int = left.type, case .int = right.type, operation != .divide {
      let node = IntegerArithmeticNode(site(range), operation, left.node, right.node)
      return Typed(node, .int, range)
    }
    return Typed(BinaryNode(site(range), operation, left.node, right.node), type, range)
  }
}

extension DataType {
  /// Null and `any`: nothing is certain.
  var isOpenEnded: Bool { isAny || isNullOnly }

  /// Whether `==`, or an order, can make sense between the two.
  func isComparable(with other: DataType, isEquality: Bool) -> Bool {
    let (left, right) = (unwrapped.forced, other.unwrapped.forced)
    if left.isOpenEnded || right.isOpenEnded { return true }
    if left.isNumber, right.isNumber { return true }
    if left.isTextual, right.isTextual { return left.mayBeSameText(as: right) }
    if left.isTime, right.isTime { return true }
    switch (left, right) {
    case (.duration, .duration), (.money, .money): return true
    case (.bool, .bool), (.list, .list), (.record, .record), (.map, .map), (.record, .map),
      (.map, .record), (.secret, .secret):
      return isEquality
    default: return false
    }
  }

  /// Ids of different resources never meet, and no name is an id.
  private func mayBeSameText(as other: DataType) -> Bool {
    switch (self, other) {
    case (.id(let left), .id(let right)), (.name(let left), .name(let right)): left == right
    case (.id, .name), (.name, .id): false
    default: true
    }
  }

  /// The enumeration's own box for a text, so that rows which share it compare by identity.
  func sharedBox(for box: StringBox) -> StringBox {
    guard case .oneOf(let enumeration) = unwrapped,
      let index = enumeration.values.firstIndex(of: box.string)
    else { return box }
    return enumeration.boxes[index]
  }

  /// The type of `left operation right`; nil where there is none.
  static func arithmetic(
    _ operation: BinaryOperator,
    _ left: DataType,
    _ right: DataType
  ) -> DataType? {
    if left.isNullOnly || right.isNullOnly { return nil }
    if left.isAny || right.isAny { return .any }
    if left.isNumber, right.isNumber {
      if left.isFloat || right.isFloat { return .float }
      guard case .int = left, case .int = right else { return .decimal }
      return operation == .divide ? .decimal : .int
    }
    switch (operation, left, right) {
    case (.add, _, _) where left.isTextual && right.isTextual: return .string
    case (.add, .list(let first), .list(let second)): return .list(first.joined(with: second))
    case (.add, .money, .money), (.subtract, .money, .money): return .money
    case (.divide, .money, .money), (.divide, .duration, .duration): return .decimal
    case (.multiply, .money, _), (.divide, .money, _): return right.isNumber ? .money : nil
    case (.multiply, _, .money): return left.isNumber ? .money : nil
    case (.add, .duration, .duration), (.subtract, .duration, .duration): return .duration
    case (.multiply, .duration, _), (.divide, .duration, _): return right.isNumber ? .duration : nil
    case (.multiply, _, .duration): return left.isNumber ? .duration : nil
    case (.add, .datetime, .duration), (.add, .duration, .datetime),
      (.subtract, .datetime, .duration):
      return .datetime
    case (.add, .date, .duration), (.add, .duration, .date), (.subtract, .date, .duration):
      return .any
    case (.subtract, _, _): return left.isTime && right.isTime ? .duration : nil
    default: return nil
    }
  }
}

extension DataType {
  /// What beside numbers has a sign.
  fileprivate var isSigned: Bool {
    switch unwrapped {
    case .money, .duration, .any: true
    default: false
    }
  }
}
