internal import StewardValues

/// What a census has read, and what it says of one change.
struct CensusFindings {
  /// By the names of collections; nil for what could not be read.
  var objects: [String: ContiguousArray<Value>?] = [:]
  /// Nil if it was not asked for, or could not be read.
  var use: KeyUse?

  /// Whether the use of any key matters: there may be none.
  func asksUse(_ plan: ChangeSet) -> Bool {
    plan.changes.contains { change in
      change.sideEffects.contains { $0.tellsUse && ids(of: $0, change)?.isEmpty == false }
    }
  }

  /// In words; nil if there is nothing to say.
  func text(of effect: SideEffect, _ change: PlannedChange) -> String? {
    guard let ids = ids(of: effect, change) else {
      return effect.summary.map { "\($0) (could not be counted)" }
    }
    guard !ids.isEmpty else { return nil }
    let use = effect.tellsUse ? useText(ids) : nil
    guard let related = effect.related else { return use.map { "it \($0)" } }
    let count =
      ids.count == 1
      ? related.one
      : related.many.split(separator: "#", omittingEmptySubsequences: false)
        .joined(separator: "\(ids.count)")
    guard let use else { return count }
    return ids.count == 1 ? "\(count), which \(use)" : "\(count); \(use)"
  }

  /// The ids of the objects that are concerned; nil if they are not known.
  private func ids(of effect: SideEffect, _ change: PlannedChange) -> [String]? {
    guard let id = change.objectID else { return [] }
    guard let related = effect.related else { return [id] }
    guard let known = objects[related.collection.name], let objects = known else { return nil }
    return objects.filter { object in
      object.value(at: related.field)?.string == id
        && related.condition.allSatisfy { object.value(at: $0.key)?.string == $0.value }
    }.map { $0.record?["id"]?.string ?? "" }
  }

  /// `was used today`, or of several `2 were used in the last 7 days, 1 of them today`.
  private func useText(_ ids: [String]) -> String? {
    guard let use else { return "may be in use (that could not be read)" }
    let week = ids.count { use.week.contains($0) }
    let today = ids.count { use.today.contains($0) }
    guard ids.count > 1 else {
      if today > 0 { return "was used today" }
      return week > 0 ? "was used in the last 7 days" : "was not used in the last 7 days"
    }
    guard week > 0 else { return "none was used in the last 7 days" }
    let used = "\(week) \(week == 1 ? "was" : "were") used in the last 7 days"
    guard today > 0 else { return used }
    return week == 1 ? "\(used), today" : "\(used), \(today) of them today"
  }
}
