internal import StewardSyntax
internal import StewardValues

/// The prose of a runbook, when the run comes to it. It is no result.
final class ProseAction: Action {
  private let text: String

  init(_ site: Site, _ text: String) {
    self.text = text
    super.init(site)
  }

  override func execute(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Flow {
    guard !evaluator.context.host.isRecording else { return .next }
    evaluator.context.host.note("\n\(text)\n", .log)
    return .next
  }
}

/// The last value of a fence, shown below its prose.
final class ShowAction: Action {
  private let pipeline: Node
  private let type: DataType

  init(_ site: Site, _ pipeline: Node, _ type: DataType) {
    self.pipeline = pipeline
    self.type = type
    super.init(site)
  }

  override func execute(_ evaluator: Evaluator, _ frame: Frame) throws(RunError) -> Flow {
    do {
      let output = try pipeline.open(evaluator, frame, nil)
      if evaluator.context.host.isRecording {
        try output.drained(by: evaluator)
      } else {
        try evaluator.context.host.show(output, type)
      }
    } catch {
      throw site.placed(error)
    }
    return .next
  }
}
