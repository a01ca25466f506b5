internal import StewardValues

/// Which planned changes have been let out.
///
/// A planned change is known by its operation and its arguments. Where the plan has several that are
/// equal, the line of the script and the row of a parallel loop tell which of them one is, and of
/// those of one line and row the first that is open comes first. Where a run comes to an equal
/// change by another way than planned, since a refusal led it there, any that is open will do.
struct PlanLedger: Sendable {
  private let plan: ChangeSet?
  /// The places in the plan of changes that are not let out, in the plan's order.
  private var open: [String: [Int]] = [:]
  /// The placeholder of each object that this run created, by its real id.
  private var placeholders: [String: String] = [:]

  /// Lets everything out.
  init() { plan = nil }

  /// Lets out what the plan has.
  init(_ plan: ChangeSet) {
    self.plan = plan
    for (index, change) in plan.changes.enumerated() {
      open[Canonical.key(change.operation, change.arguments), default: []].append(index)
    }
  }

  var isLimited: Bool { plan != nil }
  var remaining: Int { open.values.reduce(0) { $0 + $1.count } }

  /// The planned change that this call stands for, which is then used up; nil if there is none.
  mutating func take(
    _ operation: Operation,
    _ arguments: Arguments,
    place: String?,
    step: ChangeStep
  ) -> (index: Int, change: PlannedChange)? {
    let key = Canonical.key(operation, arguments) { placeholders[$0] }
    guard let plan, let indices = open[key], !indices.isEmpty else { return nil }
    let ofRow = indices.indices.lazy.filter { plan.changes[indices[$0]].step.row == step.row }
    let chosen = ofRow.first { plan.changes[indices[$0]].place == place } ?? ofRow.first ?? 0
    guard let index = open[key]?.remove(at: chosen) else { return nil }
    return (index, plan.changes[index])
  }

  /// The change was certainly not made: it may be tried again.
  mutating func putBack(_ index: Int) {
    guard let change = plan?.changes[index] else { return }
    let key = Canonical.key(change.operation, change.arguments)
    let place = open[key]?.firstIndex { $0 > index } ?? open[key]?.count ?? 0
    open[key, default: []].insert(index, at: place)
  }

  /// The change was made: its object has a real id now.
  mutating func confirm(_ index: Int, _ answer: Value) {
    guard let placeholder = plan?.changes[index].placeholder,
      let id = answer.record?["id"]?.string
    else { return }
    placeholders[id] = placeholder
  }
}
