internal import AdminAPI
internal import AdminCommands
internal import Steward
internal import StewardRuntime
internal import StewardValues

extension NameCache {
  /// Of so many objects the names are read.
  private static let most = 50_000

  /// The names of an organization that the session is already connected to. Nobody is asked for a
  /// key, nothing is shown on the terminal, and nothing but lists is read.
  static func names(of organization: Organization) -> NameCache {
    NameCache { resource in
      guard let client = organization.knownClient, let listing = NameListing(of: resource) else {
        return .nobody
      }
      do throws(ClientError) {
        if let refusal = try await refusal(of: client, organization) { return .failure(refusal) }
        return .names(try await listing.read(client.untraced, limit: most))
      } catch {
        return .failure(error.message)
      }
    }
  }

  /// Why nothing is read from an organization that the profile is not for.
  private static func refusal(
    of client: AdminClient,
    _ organization: Organization
  ) async throws(ClientError) -> String? {
    guard let pin = organization.profile?.pin else { return nil }
    let known = try await client.untraced.organization().record
    do throws(RunError) {
      try pin.check(id: known?["id"]?.string, name: known?["name"]?.string)
      return nil
    } catch {
      return error.message
    }
  }
}
