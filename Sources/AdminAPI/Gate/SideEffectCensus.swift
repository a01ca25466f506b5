internal import StewardValues

/// Counts what a plan does to objects that it does not name. It only reads: each list once, and one
/// report about when keys were used.
package struct SideEffectCensus: Sendable {
  /// So many lists are read at most for what is listed by workspace.
  static let listsAtMost = 20

  private let client: AdminClient
  private let gate: Gate

  /// A census of what is left after a plan's own changes.
  ///
  /// `gate`: The one that has recorded the plan. Nothing is recorded in it.
  package init(_ client: AdminClient, after gate: Gate) {
    self.client = client
    self.gate = Gate(rehearsingOver: gate)
  }

  /// The plan with the numbers. What cannot be read is said to be so.
  ///
  /// - Throws: Only that the run was cancelled or may send no more.
  package func counted(_ plan: ChangeSet) async throws(ClientError) -> ChangeSet {
    let effects = plan.changes.flatMap(\.sideEffects)
    guard !effects.isEmpty else { return plan }
    var findings = CensusFindings()
    for collection in Set(effects.compactMap(\.related?.collection)) {
      findings.objects[collection.name] = try await readable { () async throws(ClientError) in
        try await objects(of: collection)
      }
    }
    if findings.asksUse(plan) {
      findings.use = try await readable { () async throws(ClientError) in try await keyUse() }
    }
    return ChangeSet(
      plan.changes.map { change in
        var change = change
        guard !change.sideEffects.isEmpty else { return change }
        change.counted = change.sideEffects.compactMap { findings.text(of: $0, change) }
        return change
      }
    )
  }

  /// Nil for what this key may not read, or the server does not give.
  private func readable<Found>(
    _ read: () async throws(ClientError) -> Found?
  ) async throws(ClientError) -> Found? {
    do throws(ClientError) {
      return try await read()
    } catch {
      guard error.kind != .cancelled, error.kind != .limit else { throw error }
      return nil
    }
  }

  /// All objects of a collection; nil if that takes too many lists.
  private func objects(
    of collection: Semantics.Collection
  ) async throws(ClientError) -> ContiguousArray<Value>? {
    guard let listing = Catalog.listing(of: collection) else { return nil }
    let parents = listing.parameters.filter { $0.place == .path }
    guard let parent = parents.first else { return try await rows(listing, [:]) }
    guard parents.count == 1, case .id(let resource) = parent.type,
      let outer = Catalog.listing(of: resource)
    else { return nil }
    let ids = try await rows(outer, [:]).compactMap { $0.record?["id"] }
    guard ids.count <= Self.listsAtMost else { return nil }
    var found: ContiguousArray<Value> = []
    for id in ids { found += try await rows(listing, Arguments([(parent.name, id)])) }
    return found
  }

  private func rows(
    _ listing: Operation,
    _ arguments: Arguments
  ) async throws(ClientError) -> ContiguousArray<Value> {
    try await client.perform(listing, arguments, gate: gate).list ?? []
  }

  /// The last UTC day of the last week on which each key was used.
  private func keyUse() async throws(ClientError) -> KeyUse {
    let day: Int64 = 24 * 60 * 60 * 1_000_000
    let today = gate.now.microseconds / day * day
    let buckets = try await rows(
      Catalog.UsageReports.messages,
      [
        "starting_at": .datetime(Timestamp(microseconds: today - 7 * day)),
        "bucket_width": "1d",
        "group_by": .list(ListBox([Value("api_key_id")])),
      ]
    )
    var use = KeyUse()
    for bucket in buckets {
      guard case .datetime(let start)? = bucket.record?["starting_at"] else { continue }
      for result in bucket.record?["results"]?.list ?? [] {
        guard let id = result.record?["api_key_id"]?.string else { continue }
        use.week.insert(id)
        if start.microseconds >= today { use.today.insert(id) }
      }
    }
    return use
  }
}

/// Which API keys were used when, by their ids.
struct KeyUse: Sendable {
  var week: Set<String> = []
  var today: Set<String> = []
}
