internal import StewardSyntax

/// All profiles, and which of them is used where nobody says.
package struct Configuration: Sendable, Equatable {
  /// The default profile's name.
  package var standard: String?
  /// By name.
  package var profiles: [Profile] = []

  package init() {}

  package subscript(name: String) -> Profile? { profiles.first { $0.name == name } }

  /// Puts a profile in, in place of one of its name.
  package mutating func set(_ profile: Profile) {
    profiles.removeAll { $0.name == profile.name }
    profiles.append(profile)
    profiles.sort { $0.name < $1.name }
  }

  /// Nobody has such a profile: which one may be meant, or how to make it.
  func unknown(_ name: String, in path: String) -> UsageError {
    let names = profiles.map(\.name)
    let help =
      if let near = Spelling.nearest(name, in: names) {
        "did you mean `\(near)`?"
      } else if names.isEmpty {
        "there are none yet: `steward profile add \(name)` makes it"
      } else {
        "there are: \(names.joined(separator: ", "))"
      }
    return UsageError("there is no profile `\(name)` in \(path)", help: help)
  }
}
