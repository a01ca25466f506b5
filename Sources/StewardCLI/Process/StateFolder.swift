/// Where Steward keeps what outlives a run; only its owner can read it.
package struct StateFolder: Equatable {
  package let path: String

  /// Where the journals of runs lie.
  package var runsPath: String { path + "/runs" }
  package var historyPath: String { path + "/history.ndjson" }

  /// `$XDG_STATE_HOME/steward`, by default `~/.local/state/steward`; nil without a home. Relative
  /// paths do not count, as the standard says.
  package init?(_ surroundings: Surroundings) {
    if let state = surroundings.variable("XDG_STATE_HOME"), state.hasPrefix("/") {
      path = state + "/steward"
    } else if let home = surroundings.variable("HOME"), home.hasPrefix("/") {
      path = home + "/.local/state/steward"
    } else {
      return nil
    }
  }
}
