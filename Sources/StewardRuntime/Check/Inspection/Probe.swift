internal import StewardSyntax
internal import StewardValues

/// Collects what a checker knows when it comes to one place of a text. What lies further inside
/// comes later, and counts.
final class Probe {
  private let offset: UInt32?
  var place = InspectedPlace()
  /// A module was named, and not read.
  var hasSkippedModule = false
  /// What is compared at the place: the operand, and the type of the other one.
  var comparison: (operand: SourceRange, type: DataType)?

  init(_ offset: Int?) { self.offset = offset.map { UInt32($0) } }

  /// True for what the place is in, or right behind.
  func isIn(_ range: SourceRange) -> Bool {
    guard let offset else { return false }
    return range.lower < offset && offset <= range.upper
  }
}

extension Checker {
  /// The probe, if its place is in a range.
  private func probe(in range: SourceRange) -> Probe? {
    guard let probe, probe.isIn(range) else { return nil }
    return probe
  }

  func observe(_ stage: Stage, input: DataType?) {
    guard let probe = probe(in: stage.range) else { return }
    probe.place.scopes = scopes
    probe.place.expectation = nil
    probe.place.flag = nil
    probe.place.function = nil
    probe.place.stageStart = Int(stage.range.lower)
    switch stage.kind {
    case .query(let query):
      let verb = QueryVerb(rawValue: source[query.verb])
      probe.place.stage = verb.map { .query($0, row: input?.row ?? .any) }
    case .command: probe.place.stage = .words(input: input)
    default: probe.place.stage = .expression
    }
  }

  /// A call whose words name something; behind them stand its arguments.
  func observe(_ call: CommandCall, _ stage: InspectedStage, after wordCount: Int) {
    probe(in: call.range)?.place.stage = stage
  }

  func observe(_ argument: Argument, of parameter: CommandParameter) {
    guard let probe = probe(in: argument.range) else { return }
    probe.place.expectation = .argument(parameter)
    probe.place.flag = parameter.style == .flag ? parameter : nil
  }

  func observe(flag: CommandParameter, _ argument: Argument) {
    probe(in: argument.range)?.place.flag = flag
  }

  func observe(_ expression: Expression) {
    guard let probe = probe(in: expression.range) else { return }
    probe.place.scopes = scopes
    switch expression.kind {
    case .field, .row: observeField(at: expression.range, probe)
    case .variable: probe.place.expectation = .variable
    case .string:
      if let type = probe.comparedType(at: expression.range) {
        probe.place.expectation = .text(comparedWith: type)
      }
    case .call(let name, _):
      if !probe.isIn(name.range) {
        probe.place.function = name.text
        probe.place.expectation = nil
      } else {
        observeField(at: expression.range, probe)
      }
    case .missing: observeField(at: expression.range, probe)
    default: break
    }
  }

  private func observeField(at range: SourceRange, _ probe: Probe) {
    guard let row = rows.last else {
      probe.place.expectation = .value
      return
    }
    var others = (row.keys ?? [:]).map { (name: $0.key, type: $0.value.type) }
    if let alias = row.alias { others.append((alias, row.type)) }
    let names = InspectedPlace.RowNames(
      row: row.type,
      others: others.sorted { $0.name < $1.name },
      allowsAggregates: row.aggregates != nil,
      allowsFields: row.keys == nil
    )
    probe.place.expectation = .field(names, comparedWith: probe.comparedType(at: range))
  }

  /// A field that is named without being read, as in `drop`.
  func observe(fieldOf row: DataType, at range: SourceRange) {
    let names = InspectedPlace.RowNames(
      row: row,
      others: [],
      allowsAggregates: false,
      allowsFields: true
    )
    probe(in: range)?.place.expectation = .field(names, comparedWith: nil)
  }

  func observe(memberOf type: DataType, _ name: Name) {
    probe(in: name.range)?.place.expectation = .member(of: type)
  }

  /// The right side of a comparison, or an element of the list there.
  func observe(operand: Expression, comparedWith other: Expression) {
    guard let probe = probe(in: operand.range) else { return }
    var operand = operand
    while case .parenthesized(let inner) = operand.kind { operand = inner }
    if case .list(let elements) = operand.kind,
      let element = elements.first(where: { probe.isIn($0.value.range) })
    {
      operand = element.value
    }
    let known = diagnostics
    probe.comparison = (operand.range, check(other).type)
    diagnostics = known
  }
}

extension Probe {
  fileprivate func comparedType(at range: SourceRange) -> DataType? {
    comparison.flatMap { $0.operand == range ? $0.type : nil }
  }
}
