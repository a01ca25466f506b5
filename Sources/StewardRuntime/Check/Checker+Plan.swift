internal import StewardSyntax
internal import StewardValues

/// `plan`: a pipeline is checked as if it were run; all that is left of its effects is to read.
extension Checker {
  func checkPlanned(_ name: Name, _ pipeline: Pipeline) -> Typed {
    let outer = tally
    tally = EffectTally()
    let value = check(pipeline)
    plans.append((tally, name.range))
    let inner = tally
    tally = outer
    tally.rehearsed.append(inner)
    let node = PlanNode(
      site(pipeline.range),
      value.node,
      slotCount: context.frameSize,
      session.vocabulary.rehearsal
    )
    return Typed(node, .stream(.record(PlannedRow.shape)), name.range.union(pipeline.range))
  }
}
