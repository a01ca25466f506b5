internal import Steward

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Which profile is used, what it holds runs to, and who can read the file that it is in.
struct ProfileFinding {
  private let profiles: ProfileChoice
  private let surroundings: Surroundings

  init(_ profiles: ProfileChoice, _ surroundings: Surroundings) {
    self.profiles = profiles
    self.surroundings = surroundings
  }

  var findings: [(name: String, text: String)] {
    var findings = [(name: "profile", text: profile)]
    if let profile = profiles.profile {
      findings.append(("pin", profile.pin?.description ?? "none: `profile add --check` fills it"))
      findings.append(("mode", mode(of: profile)))
    }
    if let file { findings.append(("profiles", file)) }
    return findings
  }

  private var profile: String {
    if let profile = profiles.profile { return "\(profile.name), \(source)" }
    let names = profiles.names.joined(separator: ", ")
    return names.isEmpty ? "none" : "none is chosen; there are: \(names)"
  }

  private var source: String {
    switch profiles.source {
    case .option, .variable: "from \(profiles.source.rawValue)"
    case .standard: "the default"
    }
  }

  private func mode(of profile: Profile) -> String {
    let mode = profile.mode?.rawValue ?? "live; read-only at the prompt"
    return profile.policy.allow.map { "\(mode); allows \($0)" } ?? mode
  }

  private var file: String? {
    guard let file = ConfigurationFile(surroundings) else { return nil }
    guard let mode = StateFinding.permissions(of: file.path) else {
      return "\(file.shownPath): not there"
    }
    let shown = "\(file.shownPath): \(StateFinding.octal(mode))"
    return mode & 0o077 == 0
      ? shown : "\(shown), open to others: chmod 600 \(file.shownPath)"
  }
}
