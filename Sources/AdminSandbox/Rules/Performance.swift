internal import AdminAPI

/// What an operation does with the organization: the body of the answer, or a refusal.
typealias Performance =
  @Sendable (inout OrganizationState, Call) throws(APIFailure) -> [UInt8]

extension OrganizationState {
  /// By the catalog's operation ids; a test holds that none is missing.
  static let performances: [String: Performance] =
    organizationPerformances
    .merging(userPerformances) { first, _ in first }
    .merging(invitePerformances) { first, _ in first }
    .merging(workspacePerformances) { first, _ in first }
    .merging(memberPerformances) { first, _ in first }
    .merging(keyPerformances) { first, _ in first }
    .merging(objectPerformances) { first, _ in first }
    .merging(serviceAccountPerformances) { first, _ in first }
    .merging(federationPerformances) { first, _ in first }
    .merging(spendLimitPerformances) { first, _ in first }
    .merging(claudeTagPerformances) { first, _ in first }
    .merging(pluginPerformances) { first, _ in first }
    .merging(activityPerformances) { first, _ in first }
    .merging(reportPerformances) { first, _ in first }
    .merging(engagementPerformances) { first, _ in first }
    .merging(analyticsPerformances) { first, _ in first }

  mutating func perform(_ call: Call) throws(APIFailure) -> [UInt8] {
    guard let performance = Self.performances[call.operation.id] else {
      return try performAsDescribed(call)
    }
    return try performance(&self, call)
  }

  private static let organizationPerformances: [String: Performance] = [
    "organization.retrieve": { (state, _) throws(APIFailure) in
      JSONBytes.document { json in
        json.object { json in
          json.key("id")
          json.string(state.organizationID)
          json.key("type")
          json.string("organization")
          json.key("name")
          json.string(state.organizationName)
        }
      }
    }
  ]
}

extension JSONBytes {
  static func document(_ body: (inout JSONBytes) -> Void) -> [UInt8] {
    var json = JSONBytes()
    body(&json)
    return json.bytes
  }

  /// `{"id":…,"type":"user_deleted"}`.
  static func deletion(_ ids: ObjectIDs, _ number: Int, _ type: String) -> [UInt8] {
    document { json in
      json.object { json in
        json.key("id")
        json.id(ids, number)
        json.key("type")
        json.string(type)
      }
    }
  }
}
