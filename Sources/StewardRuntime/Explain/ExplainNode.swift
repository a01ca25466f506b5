internal import StewardValues

/// `explain`: what a pipeline would do. Nothing of it is run.
final class ExplainNode: Node {
  private let stages: [ExplainedStage]
  /// What becomes of its result.
  private let consumer: Demand

  init(_ site: Site, _ stages: [ExplainedStage], consumer: Demand) {
    self.stages = stages
    self.consumer = consumer
    super.init(site)
  }

  override func evaluate(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Value {
    evaluator.isExplaining = true
    defer { evaluator.isExplaining = false }
    return .list(ListBox(Explainer(stages, consumer, evaluator, frame).records))
  }
}
