/// Who was added to which workspace. A workspace's roster is made when it is first asked for.
struct Memberships: Sendable {
  private var rosters: [Int: Roster] = [:]
  /// Changes that reads do not show yet, oldest first.
  private var recent: [Change] = []

  private struct Change: Sendable {
    let workspace: Int
    let user: Int
    let before: WorkspaceRole?
    let visibleAt: Int64
  }

  /// Makes sure that the workspace has its roster.
  mutating func load(_ workspace: Int, _ make: () -> Roster) {
    if rosters[workspace] == nil { rosters[workspace] = make() }
  }

  func role(of user: Int, in workspace: Int) -> WorkspaceRole? { rosters[workspace]?[user] }

  /// As a read shows it at that moment.
  mutating func shown(_ workspace: Int, at moment: Moment) -> Roster {
    recent.removeAll { $0.visibleAt <= moment.uptime }
    var roster = rosters[workspace] ?? Roster()
    for change in recent.reversed() where change.workspace == workspace {
      roster[change.user] = change.before
    }
    return roster
  }

  mutating func set(_ role: WorkspaceRole?, of user: Int, in workspace: Int, at moment: Moment) {
    let before = rosters[workspace]?[user]
    rosters[workspace]?[user] = role
    if moment.visible > moment.uptime {
      recent.append(
        Change(workspace: workspace, user: user, before: before, visibleAt: moment.visible)
      )
    }
  }

  /// Ends all memberships of somebody who is removed.
  mutating func removeAll(of user: Int, at moment: Moment) {
    for (workspace, roster) in rosters where roster[user] != nil {
      set(nil, of: user, in: workspace, at: moment)
    }
  }
}
