import AdminAPI

/// `docs/admin-api.md`: every operation with its command, from the catalog.
struct AdminAPIPage {
  var text: String {
    var lines = Self.head
    for (resource, operations) in Self.resources {
      lines += ["", "## \(resource)", "", Self.columns, "|---|---|---|---|---|---|"]
      lines += operations.map(row)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let columns =
    "| operation | request | command | effects | pages | callers, platforms, beta header |"

  private static let head = [
    "# The operations of the Admin API", "",
    "This page is made from the catalog by a test. Paths are below `/v1/organizations`, unless they "
      + "begin with `/v1`.", "",
    "- **effects**: what a call may do. `read` changes nothing; *by value* means that the arguments "
      + "decide among these.",
    "- **pages**: `ids` goes from object to object, `token` and `cursor` from page to page. Steward "
      + "follows them all.",
    "- **callers**: an *admin key* (`sk-ant-admin…`), an *admin token* (OAuth with `org:admin`), a "
      + "*scoped key* of a Claude Enterprise organization with one of the scopes.",
    "- **platforms**: the Claude Console, Claude Enterprise, Claude Platform on AWS.",
    "- **beta header**: sent by itself.",
  ]

  /// In the order of the catalog; a resource is what stands before the verb.
  private static var resources: [(name: String, operations: [AdminAPI.Operation])] {
    var places: [String: Int] = [:]
    var resources: [(name: String, operations: [AdminAPI.Operation])] = []
    for operation in Catalog.all {
      let name = operation.id.split(separator: ".").dropLast().joined(separator: ".")
      let place = places[name] ?? resources.count
      if place == resources.count {
        places[name] = place
        resources.append((name, []))
      }
      resources[place].operations.append(operation)
    }
    return resources
  }

  private func row(_ operation: AdminAPI.Operation) -> String {
    let cells = [
      "`\(operation.id)`", "\(operation.method.rawValue) `\(path(operation))`",
      "`\(operation.words.joined(separator: " "))`", effects(operation), pages(operation),
      access(operation),
    ]
    return "| \(cells.joined(separator: " | ")) |"
  }

  private func path(_ operation: AdminAPI.Operation) -> String {
    let base = "/v1/organizations"
    return operation.path.hasPrefix(base)
      ? String(operation.path.dropFirst(base.count)) : operation.path
  }

  private func effects(_ operation: AdminAPI.Operation) -> String {
    let names = "\(operation.effects.effects { _ in .unknown })"
    if case .always = operation.effects { return names }
    return "\(names) (by value)"
  }

  private func pages(_ operation: AdminAPI.Operation) -> String {
    switch operation.response {
    case .page(.ids, _): "ids"
    case .page(.token, _): "token"
    case .page(.cursor, _): "cursor"
    case .object: ""
    case .content: "a file"
    }
  }

  private func access(_ operation: AdminAPI.Operation) -> String {
    let access = operation.access
    let scopes = access.scopes.map { "`\($0)`" }.joined(separator: ", ")
    let callers = access.callers.map(\.rawValue).joined(separator: ", ")
    var parts = [scopes.isEmpty ? callers : "\(callers) (\(scopes))"]
    parts.append(access.platforms.map(\.rawValue).joined(separator: ", "))
    if let beta = operation.betaHeader { parts.append("`\(beta.value)`\(condition(beta))") }
    return parts.joined(separator: "; ")
  }

  /// Of a header that not all calls need.
  private func condition(_ beta: BetaHeader) -> String {
    let isAlways = beta.conditions.contains { if case .always = $0 { true } else { false } }
    return isAlways ? "" : " for some arguments"
  }
}
