internal import StewardValues

/// Which planned changes have been let out.
struct PlanLedger: Sendable {
  private let plan: ChangeSet?
  private var open: [String: [Int]] = [:]
  /// The placeholder of each object that this run created, by its real id.
  private var placeholders: [String: String] = [:]

  /// Lets everything out.
  init() { plan = nil }

  /// Lets out what the plan has.
  init(_ plan: ChangeSet) {
    self.plan = plan
    for (index, change) in plan.changes.enumerated().reversed() {
      open[Canonical.key(change.operation, change.arguments), default: []].append(index)
    }
  }

  var isLimited: Bool { plan != nil }
  var remaining: Int { open.values.reduce(0) { $0 + $1.count } }

  /// The planned change that these arguments stand for, which is then used up; nil if there is
  /// none.
  mutating func take(
    _ operation: Operation,
    _ arguments: Arguments
  ) -> (index: Int, change: PlannedChange)? {
    let key = Canonical.key(operation, arguments) { placeholders[$0] }
    guard let index = open[key]?.popLast(), let plan else { return nil }
    return (index, plan.changes[index])
  }

  /// The change was certainly not made: it may be tried again.
  mutating func putBack(_ index: Int) {
    guard let change = plan?.changes[index] else { return }
    open[Canonical.key(change.operation, change.arguments), default: []].append(index)
  }

  /// The change was made: its object has a real id now.
  mutating func confirm(_ index: Int, _ answer: Value) {
    guard let placeholder = plan?.changes[index].placeholder,
      let id = answer.record?["id"]?.string
    else { return }
    placeholders[id] = placeholder
  }
}
