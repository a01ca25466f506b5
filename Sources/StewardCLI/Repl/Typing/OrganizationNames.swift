internal import AdminAPI
internal import AdminCommands
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
        return .names(try await listing.read(client.untraced, limit: most))
      } catch {
        return .failure(error.message)
      }
    }
  }
}
