internal import AdminAPI
internal import StewardRuntime
internal import StewardValues

extension NameLookup {
  /// The names of the organization's users, workspaces, keys and so on.
  static let admin = NameLookup(
    hasNames: { NaturalName(of: $0) != nil },
    mistake: { text, resource in
      resource.mistake(inName: text) ?? resource.mismatch(with: Value(text))
    },
    resolve: { value, type, context throws(RunError) in
      guard NameResolver.mayHoldName(value, type) else { return value }
      let services = try context.adminServices()
      return try services.names.resolved(value, type, services, context)
    }
  )
}
