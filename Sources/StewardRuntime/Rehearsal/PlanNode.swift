internal import StewardValues

/// `plan`: goes through a pipeline without changing anything, and gives what it would change.
final class PlanNode: StageNode {
  private let pipeline: Node
  private let rehearsal: @Sendable (RunContext) -> any Rehearsal
  /// Of the frame that the pipeline shares with what stands around it.
  private let slotCount: Int

  init(
    _ site: Site,
    _ pipeline: Node,
    slotCount: Int,
    _ rehearsal: @escaping @Sendable (RunContext) -> any Rehearsal
  ) {
    self.pipeline = pipeline
    self.slotCount = slotCount
    self.rehearsal = rehearsal
    super.init(site)
  }

  override func open(
    _ evaluator: Evaluator,
    _ frame: Frame,
    _ input: Output?
  ) throws(RunError) -> Output {
    try evaluator.mayRun(at: site)
    let host = RehearsalHost(evaluator.context.host)
    let rehearsal = rehearsal(evaluator.context)
    let context = evaluator.context.rehearsed(on: host, with: rehearsal.services)
    try keeping(frame) { () throws(RunError) in
      try evaluator.with(context) { () throws(RunError) in try rehearse(evaluator, frame) }
    }
    return .rows(try rehearsal.outcome(host.files))
  }

  /// Variables are as they were afterwards.
  private func keeping(_ frame: Frame, _ body: () throws(RunError) -> Void) throws(RunError) {
    let values = (0..<slotCount).map { frame[$0] }
    defer { for (index, value) in values.enumerated() { frame[index] = value } }
    try body()
  }

  /// `exit` and what else leaves the pipeline end the plan.
  private func rehearse(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) {
    do {
      try pipeline.open(evaluator, frame, nil).drained(by: evaluator)
    } catch {
      guard error.kind == .exit else { throw site.placed(error) }
      evaluator.unwinding = .next
      _ = evaluator.takeReturned()
    }
  }
}
