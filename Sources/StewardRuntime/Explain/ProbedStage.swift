/// Stands for the input of a stage. It has no rows, and keeps what it is told of its consumer.
final class ProbeStream: RowStream {
  private(set) var demand: Demand?
  private(set) var matches: [FieldMatch] = []

  override func expect(_ demand: Demand) { self.demand = demand }
  override func narrow(to matches: [FieldMatch]) { self.matches += matches }
}

/// What is taken of the rows between two stages.
struct Taking {
  var demand: Demand?
  var matches: [FieldMatch] = []
}

/// What a stage does with its input, found out on no rows at all.
struct ProbedStage {
  /// What it takes if so much is taken of it.
  let taking: Taking
  /// The rows that it drops itself.
  let ownMatches: [FieldMatch]
  /// True if it takes all rows before it gives the first one.
  let blocks: Bool

  /// Nil for a stage that would do something, or of which nobody knows.
  init?(_ stage: Node, _ consumer: Taking, _ evaluator: Evaluator, _ frame: Frame) {
    let probe = ProbeStream()
    guard let output = Self.opened(stage, probe, evaluator, frame) else { return nil }
    ownMatches = probe.matches
    Self.consume(output, consumer)
    taking = Taking(demand: probe.demand, matches: probe.matches)
    let second = ProbeStream()
    if let output = Self.opened(stage, second, evaluator, frame) {
      Self.consume(output, Taking(demand: Demand()))
    }
    blocks = second.demand?.drains ?? false
  }

  private static func opened(
    _ stage: Node,
    _ probe: ProbeStream,
    _ evaluator: Evaluator,
    _ frame: Frame
  ) -> Output? {
    do throws(RunError) {
      return try stage.probe(evaluator, frame, probe)
    } catch {
      // Such as `one`, which has heard that there is no row.
      return probe.demand == nil ? nil : .nothing
    }
  }

  /// Takes the rows that are none: some stages say only then what they take.
  private static func consume(_ output: Output, _ consumer: Taking) {
    switch output {
    case .rows(let rows):
      rows.narrow(to: consumer.matches)
      rows.expect(consumer.demand ?? Demand())
      _ = try? rows.next()
    case .text(let text): _ = try? text.next()
    case .nothing, .value: return
    }
  }
}
