internal import StewardSyntax
internal import StewardValues

/// Expressions, apart from operators, fields and calls.
extension Checker {
  func check(_ expression: Expression) -> Typed {
    let range = expression.range
    observe(expression)
    switch expression.kind {
    case .literal(let literal): return check(literal, range)
    case .string(let literal): return check(literal)
    case .variable(let name): return checkVariable(name, range)
    case .field(let name): return checkField(name, range)
    case .row: return checkRow(range)
    case .member(let base, let name, let isOptional):
      return checkMember(base, name, isOptional: isOptional, expression)
    case .index(let base, let index): return checkIndex(base, index, range)
    case .slice(let base, let lower, let upper): return checkSlice(base, lower, upper, range)
    case .call(let name, let arguments): return checkCall(name, arguments, range)
    case .unary(let operation, let operand): return checkUnary(operation, operand, range)
    case .binary(let operation, let place, let left, let right):
      return checkBinary(operation, place, left, right, range)
    case .range(let lower, let upper): return checkRange(lower, upper, range)
    case .list(let elements): return checkList(elements, range)
    case .record(let entries): return checkRecord(entries, range)
    case .closure(let closure): return checkClosure(closure, parameterTypes: []).value
    case .pipeline(let pipeline): return checkValue(pipeline)
    case .parenthesized(let inner): return check(inner)
    case .missing: return wrong(range)
    }
  }

  func constant(_ value: Value, _ type: DataType, _ range: SourceRange) -> Typed {
    Typed(ConstantNode(site(range), value), type, constant: value, range)
  }

  // MARK: Literals

  private func noted(_ value: Value, _ type: DataType, _ range: SourceRange) -> Typed {
    note(LiteralUse(range: range, value: value, type: type, place: .elsewhere))
    return constant(value, type, range)
  }

  private func check(_ literal: Literal, _ range: SourceRange) -> Typed {
    switch literal {
    case .null: return constant(.null, .null, range)
    case .bool(let bool): return constant(.bool(bool), .bool, range)
    case .int(let int): return constant(.int(int), .int, range)
    case .float(let double): return constant(.float(double), .float, range)
    case .duration(let span):
      return constant(.duration(TimeSpan(nanoseconds: span)), .duration, range)
    case .decimal(let text):
      guard let decimal = ExactDecimal(text) else { return unreadableDecimal(text, range) }
      return constant(Value(decimal), .decimal, range)
    case .money(let amount, let currency):
      guard let money = Money("\(amount) \(currency)") else {
        return unreadable("\(amount)\(currency)", "amount", range)
      }
      return constant(Value(money), .money, range)
    case .datetime(let text):
      if let day = CalendarDate(text) { return noted(.date(day), .date, range) }
      guard let moment = Timestamp(text) else { return unreadable("@\(text)", "datetime", range) }
      return noted(.datetime(moment), .datetime, range)
    }
  }

  private func unreadableDecimal(_ text: String, _ range: SourceRange) -> Typed {
    report(.unreadableDecimal(text, at: range))
    return wrong(range)
  }

  private func unreadable(_ text: String, _ type: String, _ range: SourceRange) -> Typed {
    report(.unreadableLiteral(text, type, at: range))
    return wrong(range)
  }

  func check(_ literal: StringLiteral) -> Typed {
    if let text = literal.constant { return noted(Value(text), .string, literal.range) }
    var segments: [InterpolationNode.Segment] = []
    var type = DataType.string
    for segment in literal.segments {
      let value: Typed
      switch segment {
      case .text(let text):
        segments.append(.text(text))
        continue
      case .expression(let expression): value = checkInterpolated(expression)
      case .pipeline(let pipeline): value = checkValue(pipeline)
      }
      segments.append(.node(value.node))
      if case .secret = value.type.unwrapped { type = .secret }
    }
    return Typed(InterpolationNode(site(literal.range), segments), type, literal.range)
  }

  // MARK: Variables

  private func checkVariable(_ name: String, _ range: SourceRange) -> Typed {
    guard let (variable, isHidden) = lookUp(name) else {
      report(unknownVariable(name, range))
      return wrong(range)
    }
    variable.isUsed = true
    guard !isHidden else {
      report(.hiddenFromDefinition(name, at: range))
      return wrong(range)
    }
    if let value = variable.constant { return constant(value, variable.type, range) }
    if let result = variable.result {
      return Typed(LastResultNode(site(range), result), variable.type, range)
    }
    let type = notNull.contains("$\(name)") ? variable.type.unwrapped : variable.type
    if case .closure = type.unwrapped { tally.callsClosures = true }
    return Typed(SlotNode(site(range), context.slot(of: variable)), type, range)
  }

  private func unknownVariable(_ name: String, _ range: SourceRange) -> Diagnostic {
    let near = Spelling.nearest(name, in: visibleNames)
    let isRow = rows.last != nil && ["it", "in", "item", "row", "this"].contains(name)
    return .unknownVariable(
      name,
      nearest: isRow ? nil : near,
      hint: isRow ? "a field of the row is its bare name: where role == …" : nil,
      at: range
    )
  }

  // MARK: Lists, records, ranges

  private func checkList(_ elements: [Element], _ range: SourceRange) -> Typed {
    var type: DataType?
    var nodes: [(node: Node, isSpread: Bool)] = []
    var constants: ContiguousArray<Value>? = []
    for element in elements {
      let value = check(element.value)
      nodes.append((value.node, element.isSpread))
      let own = element.isSpread ? value.type.unwrapped.element ?? .any : value.type.forced
      type = type?.joined(with: own) ?? own
      if !element.isSpread, let known = value.constant {
        constants?.append(known)
      } else {
        constants = nil
      }
    }
    let list = DataType.list(type ?? .any)
    if let constants { return constant(.list(ListBox(constants)), list, range) }
    return Typed(ListNode(site(range), nodes), list, range)
  }

  private func checkRecord(_ entries: [Entry], _ range: SourceRange) -> Typed {
    var fields: [(field: Field, value: Typed)] = []
    for entry in entries {
      guard case .field(let name, let expression) = entry else {
        return checkSpreadRecord(entries, range)
      }
      let value = check(expression)
      if fields.contains(where: { $0.field.name == name.text }) {
        report(.fieldTwice(name))
        continue
      }
      fields.append((Field(name.text, value.type.forced), value))
    }
    let shape = Shape(fields: fields.map(\.field))
    let constants = fields.compactMap(\.value.constant)
    if constants.count == fields.count {
      return constant(.record(Record(shape: shape, values: constants)), .record(shape), range)
    }
    return Typed(RecordNode(site(range), shape, fields.map(\.value.node)), .record(shape), range)
  }

  private func checkSpreadRecord(_ entries: [Entry], _ range: SourceRange) -> Typed {
    let parts = entries.map { entry -> SpreadRecordNode.Part in
      switch entry {
      case .field(let name, let expression): .field(name.text, check(expression).node)
      case .spread(let expression): .spread(check(expression).node)
      }
    }
    return Typed(SpreadRecordNode(site(range), parts), .any, range)
  }

  private func checkRange(
    _ lower: Expression,
    _ upper: Expression,
    _ range: SourceRange
  ) -> Typed {
    let bounds = [check(lower), check(upper)]
    for bound in bounds where bound.type.assignability(to: .int) == .never {
      report(
        .mismatch("a range goes from one int to another, not to \(bound.type)", at: bound.range)
      )
    }
    return Typed(RangeNode(site(range), bounds[0].node, bounds[1].node), .stream(.int), range)
  }

  private func checkIndex(_ base: Expression, _ index: Expression, _ range: SourceRange) -> Typed {
    let container = check(base)
    let place = check(index)
    let type: DataType
    switch container.type.unwrapped {
    case .list(let element), .stream(let element): type = element
    case .map(let element): type = element.orNull
    case .record(let shape): type = place.constant?.string.flatMap { shape[$0]?.type } ?? .any
    case .string: type = .string
    case .any, .null: type = .any
    case let other:
      report(.mismatch("\(other) has no elements", at: container.range))
      return wrong(range)
    }
    checkPlace(place, in: container.type.unwrapped)
    return Typed(IndexNode(site(range), container.node, place.node), type, range)
  }

  /// E0320 for what names no field and counts no element.
  private func checkPlace(_ place: Typed, in container: DataType) {
    let wanted: DataType
    switch container {
    case .list, .stream, .string: wanted = .int
    case .map, .record: wanted = .string
    default: return
    }
    guard place.type.assignability(to: wanted) == .never, !place.type.isNullOnly else { return }
    report(.notAnIndex(place, of: container))
  }

  private func checkSlice(
    _ base: Expression,
    _ lower: Expression?,
    _ upper: Expression?,
    _ range: SourceRange
  ) -> Typed {
    let container = check(base)
    let bounds = [lower, upper].map { $0.map { check($0) } }
    for case let bound? in bounds where bound.type.assignability(to: .int) == .never {
      report(.mismatch("a slice goes from one int to another, not \(bound.type)", at: bound.range))
    }
    let node = SliceNode(site(range), container.node, bounds[0]?.node, bounds[1]?.node)
    return Typed(node, container.type.forced, range)
  }

  // MARK: Closures

  /// A closure that a stage calls with `parameterTypes`; annotations win.
  func checkClosure(
    _ closure: Closure,
    parameterTypes: [DataType],
    per occasion: String? = nil
  ) -> (value: Typed, result: DataType) {
    let inner = Context(.closure, in: context)
    let code = Code(name: "closure", unit: unit)
    let state = (loopDepth, isInBody, repetition, returnTypes, promise)
    (loopDepth, isInBody, returnTypes, promise) = (0, true, [], nil)
    repetition = occasion ?? "call of line \(line(of: closure.range))"
    let result = inContext(inner) { () -> DataType in
      for (index, parameter) in closure.parameters.enumerated() {
        let given = index < parameterTypes.count ? parameterTypes[index] : .any
        let type = parameter.type.map { self.type($0) } ?? given
        let variable = declare(parameter.name, .parameter, type)
        code.parameterSlots.append(variable.slot)
      }
      let (body, type) = checkStatements(closure.body, wantsValue: true)
      code.body = body
      return resultType(type)
    }
    (loopDepth, isInBody, repetition, returnTypes, promise) = state
    code.frameSize = inner.frameSize
    code.captures = inner.captures
    let node = ClosureNode(site(closure.range), code)
    return (Typed(node, .closure, closure.range), result)
  }
}
