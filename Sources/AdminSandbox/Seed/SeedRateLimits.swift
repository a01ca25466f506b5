internal import AdminAPI
internal import StewardValues

extension OrganizationState {
  /// Groups of models, whose names tell which they are, and services.
  mutating func seedRateLimits() {
    let services = [
      ("web_search", [("tool_uses_per_second", 30)]), ("skills", [("requests_per_minute", 500)]),
      ("files", [("requests_per_minute", 500)]), ("token_count", [("requests_per_minute", 8000)]),
      ("batch", [("requests_per_minute", 4000), ("enqueued_batch_requests", 500_000)]),
    ]
    for (type, limits) in services { seedRateLimits(type, limits) }
    seedModels("Claude Haiku", [ModelFamily.haiku.id, "claude-haiku-4-5-20251001"], 4_000_000)
    seedModels("Claude Opus", [ModelFamily.opus.id, "claude-opus-4-6"], 1_000_000)
    let sonnet = seedModels(
      "Claude Sonnet",
      [ModelFamily.sonnet.id, "claude-sonnet-4-6"],
      2_000_000
    )
    seed(
      Catalog.WorkspaceRateLimits.collection,
      daysAgo: 0,
      [
        "workspace_id": workspace(.research), "rate_limit_id": sonnet,
        "limits": Value([Self.limit("requests_per_minute", 1000)]),
      ]
    )
  }

  @discardableResult
  private mutating func seedModels(_ name: String, _ models: [String], _ tokens: Int) -> Value {
    let limits = [
      ("requests_per_minute", 4000), ("input_tokens_per_minute_cache_aware", tokens),
      ("output_tokens_per_minute", tokens / 5),
    ]
    return seedRateLimits("model_group", limits, name: name, models: models)
  }

  @discardableResult
  private mutating func seedRateLimits(
    _ type: String,
    _ limits: [(String, Int)],
    name: String? = nil,
    models: [String]? = nil
  ) -> Value {
    let collection = Catalog.RateLimits.collection
    let id = Value(Self.groupIDs[objects[collection].current.count])
    let group: Value =
      name.map { .object(["id": id, "display_name": Value($0), "type": Value(type)]) }
      ?? .object(["id": id, "type": Value(type)])
    return seed(
      collection,
      daysAgo: 0,
      [
        "group": group, "limits": Value(limits.map { Self.limit($0.0, $0.1) }),
        "models": models.map { Value($0.map { Value($0) }) } ?? .null,
      ]
    )
  }

  private static func limit(_ type: String, _ value: Int) -> Value {
    .object(["type": Value(type), "value": .int(value)])
  }

  /// A group is the same in every organization; what an organization may use of it is not.
  private static let groupIDs = ObjectIDs(
    prefix: "rlg_",
    RandomBits(seed: 0).purpose("rate limit groups")
  )
}
