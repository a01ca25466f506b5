internal import AdminAPI
internal import StewardValues

/// A stream of use in the words of the analytics reports.
struct AnalyticsStream {
  /// The stream's place among the facts.
  let index: Int
  let dimensions: UsageStream.Dimensions
  let actor: Actor
  /// The ids of the groups that the person is in.
  let groups: [String]
  /// By dimension; what has no value is not there.
  let values: [String: String]

  /// Who used it: a person, also where a key acts as one, or a key.
  enum Actor: Hashable {
    case person(Int)
    case key(Int)
  }

  init?(
    _ index: Int,
    _ stream: UsageStream,
    _ state: OrganizationState,
    _ memberships: GroupMemberships
  ) {
    let use = stream.dimensions
    let principal = use.key.flatMap { state.keys.current($0)?.principal }
    if let person = use.account ?? principal {
      actor = .person(person)
      groups = memberships.groups(of: person)
    } else if let key = use.key {
      actor = .key(key)
      groups = []
    } else {
      return nil
    }
    self.index = index
    dimensions = use
    var values = [
      "product": stream.product.rawValue, "model": use.model.id, "context_window": use.context,
      "speed": "standard", "organization_id": state.organizationID,
    ]
    if use.geo != "not_available" { values["inference_geo"] = use.geo }
    if !stream.isSubscription, state.kind != .enterprise {
      values["workspace_id"] = state.workspaces.ids[use.workspace]
      values["service_tier"] = use.tier
      if let key = use.key { values["api_key_id"] = state.keys.ids[key] }
    }
    switch actor {
    case .person(let person):
      values["actor_type"] = "user_actor"
      values["actor"] = state.people.ids[person]
    case .key(let key):
      values["actor_type"] = "api_actor"
      values["actor"] = state.keys.ids[key]
    }
    self.values = values
  }

  /// Who has left since.
  func isDeleted(_ state: OrganizationState) -> Bool {
    if case .person(let person) = actor { state.people.current(person) == nil } else { false }
  }
}

extension OrganizationState {
  /// The streams that the reports see: of an organization of the Console what is paid for there,
  /// of one of Claude Enterprise what its people do, of one of no certain kind all.
  mutating func analyticsStreams(ofSeatsOnly: Bool) -> [AnalyticsStream] {
    let memberships = GroupMemberships(self)
    return usage.streams.enumerated().compactMap { index, stream in
      let isOfSeats = stream.product.isOfSeats && stream.dimensions.account != nil
      if ofSeatsOnly || kind == .enterprise {
        guard isOfSeats else { return nil }
      } else if kind == .console, stream.isSubscription {
        return nil
      }
      return AnalyticsStream(index, stream, self, memberships)
    }
  }

  /// An actor of the usage and cost reports.
  func analyticsActor(_ actor: AnalyticsStream.Actor) -> Value {
    switch actor {
    case .person(let number):
      let person = people.current(number)
      let known = person ?? population.person(number)
      return .object([
        "type": Value("user_actor"), "name": Value(known.name),
        "deleted": .bool(person == nil), "email_address": Value(known.email),
        "user_id": Value(people.ids[number]),
      ])
    case .key(let number):
      return .object([
        "type": Value("api_actor"), "name": Value(keys.current(number)?.name ?? ""),
        "api_key_id": Value(keys.ids[number]),
      ])
    }
  }
}
