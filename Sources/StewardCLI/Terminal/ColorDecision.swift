/// Whether a stream gets escape sequences for colours.
enum ColorDecision {
  /// `--color` decides; by default terminals have colours, unless `NO_COLOR` is set or the terminal
  /// is a dumb one.
  static func usesColor(
    _ choice: ColorChoice,
    isTerminal: Bool,
    _ surroundings: Surroundings
  ) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto:
      isTerminal && surroundings.variable("NO_COLOR") == nil
        && surroundings.variable("TERM") != "dumb"
    }
  }
}
