internal import StewardValues

/// What a stage worked out for each shape of its rows, so that what it gives for rows of one kind
/// shares one shape too.
struct ShapeMemo<Plan> {
  // Not in a tuple: that would be retained and released for each look.
  private var lastShape: Shape?
  private var lastPlan: Plan?
  // A shape stays alive as long as it is here, so that its identity is not another's.
  private var known: [ObjectIdentifier: (shape: Shape, plan: Plan)] = [:]
  // Where every row has a shape of its own, their plans are of no use later.
  private let capacity = 64

  /// The plan for a shape; made if it is not known.
  @inline(__always)
  mutating func plan(for shape: Shape, make: (Shape) -> Plan) -> Plan {
    if lastShape === shape, let lastPlan { return lastPlan }
    return lookedUp(shape, make)
  }

  private mutating func lookedUp(_ shape: Shape, _ make: (Shape) -> Plan) -> Plan {
    if known.count == capacity { known.removeAll(keepingCapacity: true) }
    let identity = ObjectIdentifier(shape)
    let entry = known[identity] ?? (shape, make(shape))
    known[identity] = entry
    (lastShape, lastPlan) = entry
    return entry.plan
  }
}
