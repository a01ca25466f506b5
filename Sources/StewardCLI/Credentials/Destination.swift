package import AdminHTTP

/// To where requests of a live organization go, and who said so.
package struct Destination: Equatable {
  package let url: BaseURL
  /// `--base-url`, a variable, a profile, or nil for the real API.
  package let source: String?
  /// True if `ANTHROPIC_BASE_URL` is set. It is not followed: people set it to send model traffic
  /// through a gateway, where a credential of an admin must not go.
  package let ignoresModelGateway: Bool

  static let ignoredNote =
    "ANTHROPIC_BASE_URL is ignored: it is for the model API; use --base-url or STEWARD_BASE_URL"

  /// - Throws: ``UsageError`` for what is no base URL.
  package init(
    option: String?,
    _ surroundings: Surroundings,
    _ profile: Profile? = nil
  ) throws(UsageError) {
    ignoresModelGateway = surroundings.variable("ANTHROPIC_BASE_URL") != nil
    let variable = surroundings.variable("STEWARD_BASE_URL")
    let ofProfile = profile?.baseURL.flatMap { _ in profile.map { "the profile \($0.name)" } }
    source = option != nil ? "--base-url" : variable != nil ? "STEWARD_BASE_URL" : ofProfile
    guard let text = option ?? variable ?? profile?.baseURL else {
      url = .anthropic
      return
    }
    do throws(HTTPSettingsError) {
      url = try BaseURL(text)
    } catch {
      throw UsageError("\(source ?? "the base URL"): \(error.description)")
    }
  }
}
