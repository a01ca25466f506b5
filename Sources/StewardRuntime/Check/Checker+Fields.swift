internal import StewardSyntax
internal import StewardValues

/// Fields of rows and records.
extension Checker {
  /// A bare name in a row expression.
  func checkField(_ name: String, _ range: SourceRange) -> Typed {
    guard let row = rows.last else { return wrong(range) }
    if row.alias == name { return checkRow(range) }
    if let key = row.keys?[name] {
      return Typed(SlotNode(site(range), key.slot), key.type, range)
    }
    if let keys = row.keys, row.type.shape?.index(of: name) != nil || row.type.isAny {
      report(.fieldOutsideAggregate(name, keys: keys.keys.sorted(), at: range))
      return wrong(range)
    }
    guard let type = fieldType(name, of: row.type, range) else { return wrong(range) }
    row.code.fields?.insert(name)
    let known = notNull.contains(name) ? type.unwrapped : type
    let node = RowFieldNode(site(range), slot: 0, name, cache: newCache())
    if row.type.leavesOpen(name) { row.code.guessed.append(node) }
    return Typed(node, known, range)
  }

  /// `_`: the row itself.
  func checkRow(_ range: SourceRange) -> Typed {
    guard let row = rows.last else { return wrong(range) }
    if let keys = row.keys {
      report(.fieldOutsideAggregate("_", keys: keys.keys.sorted(), at: range))
      return wrong(range)
    }
    row.code.fields = nil
    return Typed(SlotNode(site(range), 0), row.type, range)
  }

  /// The type of a row's field; nil if it certainly has none.
  private func fieldType(_ name: String, of row: DataType, _ range: SourceRange) -> DataType? {
    switch row.unwrapped {
    case .any, .null: return .any
    case .map(let element): return element.orNull
    case .record(let shape):
      if let field = shape[name] { return field.type }
      if shape.isOpen { return shape.otherType }
      report(unknownField(name, shape, range))
      return nil
    case let other:
      report(.fieldOfPlainRow(name, other, at: range))
      return nil
    }
  }

  func unknownField(_ name: String, _ shape: Shape, _ range: SourceRange) -> Diagnostic {
    if rows.last != nil, let list = shape.list(with: name) {
      return .fieldOfElements(name, list, of: shape, at: range)
    }
    if let hint = hintForField(name) {
      return .unknownField(name, of: shape, nearest: nil, hint: hint, at: range)
    }
    let times = shape.fields.filter {
      if case .datetime = $0.type.unwrapped { true } else { false }
    }.map(\.name)
    if let hint = Habits.field(name, times: times) {
      return .unknownField(name, of: shape, nearest: nil, hint: hint, at: range)
    }
    let names = shape.fields.map(\.name)
    let near = Spelling.nearest(name, in: names) ?? fieldOneLevelDown(name, shape)
    return .unknownField(name, of: shape, nearest: near, at: range)
  }

  /// A bare name that means something else: an aggregate, or a variable.
  private func hintForField(_ name: String) -> String? {
    guard let row = rows.last else { return nil }
    if row.aggregates != nil, let function = AggregateFunction(rawValue: name) {
      return "an aggregate is called: \(name)(\(function.parameters.isEmpty ? "" : "…"))"
    }
    guard let (_, isHidden) = lookUp(name), !isHidden else { return nil }
    return "a bare name is a field; the variable is `$\(name)`"
  }

  /// `owner_id` → `created_by.id`: a field of a field that ends alike.
  private func fieldOneLevelDown(_ name: String, _ shape: Shape) -> String? {
    let last = name.split(separator: "_").last.map(String.init) ?? name
    for field in shape.fields {
      guard let inner = field.type.shape else { continue }
      let dot = field.type.isOptional ? "?." : "."
      if inner.index(of: name) != nil { return "\(field.name)\(dot)\(name)" }
      if name.contains("_"), name != last, inner.index(of: last) != nil,
        !names(shape).contains(name)
      {
        return "\(field.name)\(dot)\(last)"
      }
    }
    return nil
  }

  private func names(_ shape: Shape) -> [String] { shape.fields.map(\.name) }

  /// `base.name` and `base?.name`.
  func checkMember(
    _ base: Expression,
    _ name: Name,
    isOptional: Bool,
    _ whole: Expression,
    isInterpolated: Bool = false
  ) -> Typed {
    let container = check(base)
    observe(memberOf: container.type, name)
    if isInterpolated, container.type.unwrapped.hasNoFields {
      report(.memberInString(name, container.type, source[base.range]))
      return wrong(whole.range)
    }
    var isKnown = true
    if case .record(let shape) = container.type.unwrapped {
      isKnown = shape[name.text] != nil || shape.isOpen
    }
    if container.type.isOptional, !isOptional, isKnown {
      report(.memberOfNullable(name, source[base.range], at: whole.range))
    }
    guard let own = memberType(name, of: container, whole.range) else { return wrong(whole.range) }
    var type = isOptional && container.type.isOptional ? own.orNull : own
    if let path = whole.path, notNull.contains(path) { type = type.unwrapped }
    let node = MemberNode(
      site(whole.range),
      container.node,
      name.text,
      isOptional: isOptional || container.type.isMap,
      cache: newCache(),
      help: isInterpolated ? Diagnostic.helpForSuffix(name, source[base.range]) : nil
    )
    return Typed(node, type, whole.range)
  }

  /// `$x.csv` in a string is a field of what is in `$x`.
  func checkInterpolated(_ expression: Expression) -> Typed {
    guard case .member(let base, let name, let isOptional) = expression.kind else {
      return check(expression)
    }
    return checkMember(base, name, isOptional: isOptional, expression, isInterpolated: true)
  }

  private func memberType(
    _ name: Name,
    of container: Typed,
    _ range: SourceRange
  ) -> DataType? {
    switch container.type.unwrapped {
    case .any, .null: return .any
    case .map(let element): return element.orNull
    case .record(let shape):
      if let field = shape[name.text] { return field.type }
      if shape.isOpen { return shape.otherType }
      report(unknownField(name.text, shape, name.range))
      return nil
    case .list(let element), .stream(let element):
      report(.memberOfList(name, element, source[container.range]))
      return nil
    case let other:
      report(.memberOfPlain(name, other))
      return nil
    }
  }

  /// `where role == admin`: the bare word is meant to be a value of the field before it.
  func checkWordAsField(_ left: Expression, _ right: Expression) -> Typed? {
    guard let row = rows.last, let shape = row.type.shape, !shape.isOpen,
      case .field(let word) = right.kind, shape.index(of: word) == nil, row.alias != word,
      row.keys?[word] == nil, case .field(let name) = left.kind, let field = shape[name]
    else { return nil }
    observe(right)
    if case .oneOf(let enumeration) = field.type.unwrapped {
      let near =
        enumeration.values.contains(word) ? word : Spelling.nearest(word, in: enumeration.values)
      guard let near else { return nil }
      report(.wordIsValue(word, near, of: name, at: right.range))
      return wrong(right.range)
    }
    guard field.type.isTextual, Spelling.nearest(word, in: names(shape)) == nil else { return nil }
    report(.wordIsText(word, at: right.range))
    return wrong(right.range)
  }
}

extension Shape {
  /// The field that is a list of records which have a field of that name.
  fileprivate func list(with name: String) -> Field? {
    fields.first { $0.type.unwrapped.element?.shape?.index(of: name) != nil }
  }
}

extension DataType {
  /// True for text, numbers and the like.
  fileprivate var hasNoFields: Bool {
    switch self {
    case .any, .null, .record, .map, .list, .stream, .optional, .closure, .nothing: false
    default: true
    }
  }

  /// Whether only the rows tell if they have a field of that name.
  fileprivate func leavesOpen(_ name: String) -> Bool {
    switch unwrapped {
    case .any, .null, .map: true
    case .record(let shape): shape.isOpen && shape.index(of: name) == nil
    default: false
    }
  }
}

/// What a condition says about null.
extension Expression {
  /// `$x.owner?.id` as text, for what is a variable or a field with names behind it.
  var path: String? {
    switch kind {
    case .variable(let name): "$\(name)"
    case .field(let name): name
    case .member(let base, let name, _): base.path.map { "\($0).\(name.text)" }
    case .parenthesized(let inner): inner.path
    default: nil
    }
  }

  /// Written out, so that a comparison of two such says nothing.
  var isLiteral: Bool {
    switch kind {
    case .literal: true
    case .string(let literal): literal.constant != nil
    case .parenthesized(let inner), .unary(_, let inner): inner.isLiteral
    case .binary(_, _, let left, let right): left.isLiteral && right.isLiteral
    default: false
    }
  }

  var isMissing: Bool { if case .missing = kind { true } else { false } }

  private var isNull: Bool {
    if case .literal(.null) = kind { true } else { false }
  }

  /// The paths that are not null where this is true.
  var provesNotNull: Set<String> {
    switch kind {
    case .parenthesized(let inner): inner.provesNotNull
    case .binary(.and, _, let left, let right): left.provesNotNull.union(right.provesNotNull)
    case .binary(.notEqual, _, let left, let right):
      Set([right.isNull ? left.path : nil, left.isNull ? right.path : nil].compactMap(\.self))
    case .unary(.not, let inner): inner.refutesNull
    // A comparison with null is unknown, so one that is true had no null.
    case .binary(.less, _, let left, let right), .binary(.lessOrEqual, _, let left, let right),
      .binary(.greater, _, let left, let right), .binary(.greaterOrEqual, _, let left, let right):
      Set([left.path, right.path].compactMap(\.self))
    default: []
    }
  }

  /// The paths that are not null where this is false.
  var refutesNull: Set<String> {
    switch kind {
    case .parenthesized(let inner): inner.refutesNull
    case .binary(.or, _, let left, let right): left.refutesNull.union(right.refutesNull)
    case .binary(.equal, _, let left, let right):
      Set([right.isNull ? left.path : nil, left.isNull ? right.path : nil].compactMap(\.self))
    case .unary(.not, let inner): inner.provesNotNull
    default: []
    }
  }
}
