internal import StewardSyntax
internal import StewardValues

/// The query stages: row expressions checked against the type of the rows before them.
extension Checker {
  func check(
    _ query: Query,
    _ row: DataType,
    _ input: DataType,
    _ range: SourceRange
  ) -> Typed {
    switch query.kind {
    case .where(let condition): return checkWhere(condition, row, range)
    case .select(let selections): return checkSelect(selections, row, range)
    case .extend(let selections): return checkExtend(selections, row, range)
    case .drop(let names): return checkDrop(names, row, range)
    case .sort(let keys): return checkSort(keys, row, range)
    case .group(let keys, let aggregates): return checkGroup(keys, aggregates, row, range)
    case .agg(let aggregates): return checkAgg(aggregates, row, range)
    case .aggregate(let name, let expression):
      return checkSingleAggregate(name, expression, row, range)
    case .join(let join): return checkJoin(join, row, range)
    }
  }

  private func checkWhere(
    _ condition: Expression,
    _ row: DataType,
    _ range: SourceRange
  ) -> Typed {
    let (value, code) = inRows(of: row) { _ in check(condition) }
    requireBool(value, "`where`")
    if let known = value.constant { report(.constantCondition(known, at: value.range)) }
    return Typed(WhereNode(site(range), code, condition: value.node), .stream(row), range)
  }

  private func checkSelect(
    _ selections: [Selection],
    _ row: DataType,
    _ range: SourceRange
  ) -> Typed {
    let (values, code) = inRows(of: row) { _ in selections.map { check($0.value) } }
    let shape = Shape(fields: fields(selections, values, row))
    let node = SelectNode(site(range), code, shape: shape, values: values.map(\.node))
    return Typed(node, .stream(.record(shape)), range)
  }

  /// Fields that are taken over keep what they mean.
  private func fields(
    _ selections: [Selection],
    _ values: [Typed],
    _ row: DataType
  ) -> [Field] {
    var seen: Set<String> = []
    return zip(selections, values).map { selection, value in
      if !seen.insert(selection.name.text).inserted { report(.fieldTwice(selection.name)) }
      let original: Field? =
        if case .field(let name) = selection.value.kind { row.shape?[name] } else { nil }
      return Field(
        selection.name.text,
        value.type.forced,
        original?.summary ?? "",
        nullMeaning: original?.nullMeaning
      )
    }
  }

  private func checkExtend(
    _ selections: [Selection],
    _ row: DataType,
    _ range: SourceRange
  ) -> Typed {
    let (values, code) = inRows(of: row) { _ in selections.map { check($0.value) } }
    let added = fields(selections, values, row)
    let node = ExtendNode(
      site(range),
      code,
      names: added.map(\.name),
      values: values.map(\.node)
    )
    return Typed(node, .stream(row.extended(with: added)), range)
  }

  private func checkDrop(_ names: [Name], _ row: DataType, _ range: SourceRange) -> Typed {
    let dropped = names.map(\.text)
    for name in names { observe(fieldOf: row, at: name.range) }
    let node = DropNode(site(range), names: dropped)
    guard let shape = row.shape else { return Typed(node, .stream(row), range) }
    for name in names where shape.index(of: name.text) == nil && !shape.isOpen {
      report(unknownField(name.text, shape, name.range))
    }
    let rest = shape.named(nil, fields: shape.fields.filter { !dropped.contains($0.name) })
    return Typed(node, .stream(.record(rest)), range)
  }

  private func checkSort(_ keys: [SortKey], _ row: DataType, _ range: SourceRange) -> Typed {
    isSortKey = true
    defer { isSortKey = false }
    let (values, code) = inRows(of: row) { rowCode in
      if keys.isEmpty { rowCode.fields = nil }
      return keys.map { check($0.value) }
    }
    for value in values {
      switch value.type.unwrapped {
      case .list, .record, .map, .closure, .secret:
        report(.mismatch("\(value.type) has no order", at: value.range))
      default: break
      }
    }
    let pairs = zip(keys, values).map { (value: $1.node, descending: $0.descending) }
    return Typed(SortNode(site(range), code, keys: pairs), .stream(row), range)
  }

  // MARK: Join

  private func checkJoin(_ join: Join, _ row: DataType, _ range: SourceRange) -> Typed {
    let right = check(join.right)
    guard let rightRow = right.type.forced.row else {
      report(.noRows(right.type, verb: "join", at: join.right.range))
      return wrong(range)
    }
    guard let (left, other) = joinSides(join) else {
      report(.joinCondition(join))
      return wrong(range)
    }
    if let shape = row.shape, shape.index(of: join.name.text) != nil, join.kind.addsField {
      report(.joinNameTaken(join.name))
    }
    let (leftKey, leftCode) = inRows(of: row) { _ in check(left) }
    let (rightKey, rightCode) = inRows(of: rightRow, alias: join.name.text) { _ in check(other) }
    if !leftKey.type.isComparable(with: rightKey.type, isEquality: true) {
      report(.incomparable(leftKey, rightKey, .equal, at: join.condition.range))
    }
    let node = JoinNode(
      site(range),
      kind: join.kind,
      right: right.node,
      rightCode: rightCode,
      rightKey: rightKey.node,
      leftCode: leftCode,
      leftKey: leftKey.node,
      name: join.name.text,
      leftShape: row.shape ?? .empty
    )
    return Typed(node, .stream(joinedRow(join, row, rightRow)), range)
  }

  private func joinedRow(_ join: Join, _ row: DataType, _ right: DataType) -> DataType {
    switch join.kind {
    case .semi, .anti: return row
    case .inner: return row.extended(with: [Field(join.name.text, right)])
    case .left: return row.extended(with: [Field(join.name.text, right.orNull)])
    case .full:
      guard let shape = row.shape else { return .any }
      let fields = shape.fields.map { Field($0.name, $0.type.orNull, $0.summary) }
      return DataType.record(shape.named(nil, fields: fields))
        .extended(with: [Field(join.name.text, right.orNull)])
    }
  }

  /// The sides of `left == name.field`, whichever way round.
  private func joinSides(_ join: Join) -> (left: Expression, right: Expression)? {
    var condition = join.condition
    while case .parenthesized(let inner) = condition.kind { condition = inner }
    guard case .binary(.equal, _, let first, let second) = condition.kind else { return nil }
    switch (first.mentions(join.name.text), second.mentions(join.name.text)) {
    case (false, true): return (first, second)
    case (true, false): return (second, first)
    default: return nil
    }
  }
}

extension Join.Kind {
  /// The others give the rows as they are.
  fileprivate var addsField: Bool { self != .semi && self != .anti }
}

extension DataType {
  /// A row with more fields, or others of the same name.
  func extended(with fields: [Field]) -> DataType {
    guard let shape else { return .any }
    var all = shape.fields
    for field in fields {
      if let index = all.firstIndex(where: { $0.name == field.name }) {
        all[index] = field
      } else {
        all.append(field)
      }
    }
    return .record(shape.named(nil, fields: all))
  }
}

extension Expression {
  /// True if the bare name stands anywhere in it as a value.
  func mentions(_ name: String) -> Bool {
    switch kind {
    case .field(let own): own == name
    case .member(let base, _, _): base.mentions(name)
    case .parenthesized(let inner), .unary(_, let inner): inner.mentions(name)
    case .index(let base, let index): base.mentions(name) || index.mentions(name)
    case .binary(_, _, let left, let right): left.mentions(name) || right.mentions(name)
    case .call(_, let arguments): arguments.contains { $0.mentions(name) }
    default: false
    }
  }
}
