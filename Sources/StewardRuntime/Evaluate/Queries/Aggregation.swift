package import StewardValues

/// One call of an aggregate, resolved.
package struct AggregateCode {
  let function: AggregateFunction
  /// What it looks at; nil for `count()`, and for the row itself.
  let argument: Node?
  /// The percentage of `pct`, the same for all rows.
  let parameter: Node?
  /// Where the expressions over the results find this one.
  let slot: Int
  /// What `sum` gives for no rows: ``AggregateFunction/zero(of:)``.
  let zero: Value

  package init(
    _ function: AggregateFunction,
    _ argument: Node? = nil,
    parameter: Node? = nil,
    slot: Int,
    zero: Value = .null
  ) {
    self.function = function
    self.argument = argument
    self.parameter = parameter
    self.slot = slot
    self.zero = zero
  }
}

/// The aggregates of a stage, at run time. Many sets of accumulators stand one behind the other.
final class Aggregation {
  private let codes: [AggregateCode]
  /// Those of the codes by themselves, since a row only needs them.
  private let arguments: ContiguousArray<Node?>
  private let percentages: [ExactDecimal]
  private let frame: RowFrame
  private let site: Site
  private var accumulators: ContiguousArray<Accumulator> = []
  /// Which of the codes keep every value.
  private let keeps: ContiguousArray<Bool>
  private let holding: HeldValues

  init(_ codes: [AggregateCode], _ frame: RowFrame, _ site: Site) throws(RunError) {
    self.codes = codes
    arguments = ContiguousArray(codes.map(\.argument))
    self.frame = frame
    self.site = site
    keeps = ContiguousArray(codes.map(\.function.keepsValues))
    holding = HeldValues(frame.evaluator.context.budget)
    var percentages: [ExactDecimal] = []
    for code in codes { percentages.append(try Aggregation.percentage(of: code, frame)) }
    self.percentages = percentages
  }

  private static func percentage(
    of code: AggregateCode,
    _ frame: RowFrame
  ) throws(RunError) -> ExactDecimal {
    guard let parameter = code.parameter else { return .zero }
    do {
      return try AggregateFunction.percentage(try frame.value(parameter, .null))
    } catch {
      throw parameter.site.placed(error)
    }
  }

  /// Begins the next set.
  func addSet() {
    for (code, percentage) in zip(codes, percentages) {
      accumulators.append(
        code.function.accumulator(
          zero: code.zero,
          percentage: percentage,
          frame.evaluator.context.cancellation
        )
      )
    }
  }

  /// Adds the row that the frame holds to a set.
  func addRow(toSet set: Int) throws(RunError) {
    let first = set * arguments.count
    for index in arguments.indices {
      do {
        let value = try argument(index)
        if keeps[index] { try holding.add(value) }
        try accumulators[first + index].add(value)
      } catch {
        throw place(of: index).placed(error)
      }
    }
  }

  /// What an aggregate looks at, or the row itself.
  @inline(__always)
  private func argument(_ index: Int) throws(RunError) -> Value {
    guard let argument = arguments[index] else { return frame.slots[0] }
    return try frame.value(argument)
  }

  private func place(of index: Int) -> Site { arguments[index]?.site ?? site }

  /// Puts the results of a set into their slots.
  func fill(fromSet set: Int) throws(RunError) {
    for (index, code) in codes.enumerated() {
      do {
        let result = try accumulators[set * codes.count + index].result()
        frame.slots[code.slot] = try frame.evaluator.charged(result)
      } catch {
        throw place(of: index).placed(error)
      }
    }
  }
}
