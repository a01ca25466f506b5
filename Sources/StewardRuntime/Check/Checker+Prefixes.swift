internal import StewardSyntax
internal import StewardValues

/// Words before a pipeline that ask about it instead of running it.
extension Checker {
  func checkPrefixed(_ name: Name, _ pipeline: Pipeline) -> Typed {
    switch name.text {
    case "as-curl": return checkRequestText(pipeline)
    case "explain": return checkExplained(pipeline)
    default: return checkPlanned(name, pipeline)
    }
  }

  private func checkRequestText(_ pipeline: Pipeline) -> Typed {
    // Nothing is sent: what the command would do is not what this does.
    let before = tally
    defer { tally = before }
    let value = check(pipeline)
    guard pipeline.stages.count == 1, let node = (value.node as? CommandNode)?.asRequest else {
      if !value.isWrong { report(.noSingleRequest(at: pipeline.range)) }
      return wrong(pipeline.range)
    }
    return Typed(node, .string, pipeline.range)
  }
}

extension Typed {
  /// True for what stands in for something that was reported already.
  fileprivate var isWrong: Bool { type.isAny && node is ConstantNode && constant == nil }
}
