internal import StewardSyntax

extension RunError: CustomStringConvertible {
  /// On one line: where it happened, the message, and what to do about it.
  public var description: String {
    let line = [placeText, message].compactMap(\.self).joined(separator: ": ")
    return help.map { "\(line) (\($0))" } ?? line
  }

  /// `offboard.steward:13:3`.
  var placeText: String? {
    place.map { place in
      let position = place.source.position(of: place.range.lower)
      return "\(place.source.name):\(position.line):\(position.column)"
    }
  }
}
