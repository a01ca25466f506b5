internal import StewardSyntax
internal import StewardValues

/// `group`, `agg` and the single aggregates.
extension Checker {
  func checkGroup(
    _ keys: [Selection],
    _ aggregates: [Selection]?,
    _ row: DataType,
    _ range: SourceRange
  ) -> Typed {
    let list = AggregateList()
    let (parts, code) = inRows(of: row) { _ in
      let values = keys.map { check($0.value) }
      let slots = keys.map { _ in context.reserveSlot() }
      let keyTypes = zip(zip(keys, values), slots).map {
        ($0.0.name.text, (slot: $1, type: $0.1.type))
      }
      rows[rows.count - 1].keys = Dictionary(keyTypes) { first, _ in first }
      rows[rows.count - 1].aggregates = list
      return (values, slots, checkOutputs(aggregates, keys, range))
    }
    let (values, slots, outputs) = parts
    let shape = Shape(
      fields: zip(keys, values).map { Field($0.name.text, $1.type.forced) }
        + outputs.map { Field($0.name, $0.value.type.forced) }
    )
    let node = GroupNode(
      site(range),
      code,
      keys: values.map(\.node),
      keySlots: slots,
      aggregates: list.codes,
      outputs: outputs.map(\.value.node),
      shape: shape
    )
    return Typed(node, .stream(.record(shape)), range)
  }

  /// Without braces a group has its `count`.
  private func checkOutputs(
    _ selections: [Selection]?,
    _ keys: [Selection],
    _ range: SourceRange
  ) -> [(name: String, value: Typed)] {
    guard let selections else {
      guard let row = rows.last else { return [] }
      return [("count", aggregate(.count, [], row, range))]
    }
    var names = Set(keys.map(\.name.text))
    return selections.map { selection in
      if !names.insert(selection.name.text).inserted { report(.fieldTwice(selection.name)) }
      return (selection.name.text, check(selection.value))
    }
  }

  func checkAgg(_ selections: [Selection], _ row: DataType, _ range: SourceRange) -> Typed {
    let list = AggregateList()
    let (outputs, code) = inRows(of: row, aggregates: list) { _ in
      rows[rows.count - 1].keys = [:]
      return checkOutputs(selections, [], range)
    }
    let shape = Shape(fields: outputs.map { Field($0.name, $0.value.type.forced) })
    let node = AggregateRowsNode(
      site(range),
      code,
      aggregates: list.codes,
      outputs: outputs.map(\.value.node),
      shape: shape
    )
    return Typed(node, .record(shape), range)
  }

  /// `sum amount`, or `sum` of rows that are numbers.
  func checkSingleAggregate(
    _ name: Name,
    _ expression: Expression?,
    _ row: DataType,
    _ range: SourceRange
  ) -> Typed {
    guard let function = AggregateFunction(rawValue: name.text) else { return wrong(range) }
    let list = AggregateList()
    let (value, code) = inRows(of: row) { _ in
      let argument = expression.map { check($0) } ?? checkRow(name.range)
      rows[rows.count - 1].aggregates = list
      guard let scope = rows.last else { return wrong(range) }
      return aggregate(function, [argument], scope, range)
    }
    guard let aggregate = list.codes.first else { return wrong(range) }
    return Typed(SingleAggregateNode(site(range), code, aggregate), value.type, range)
  }
}
