internal import AdminAPI
internal import StewardValues

/// Which work an activity list asks for, and how it splits its rows.
struct ActivityQuery {
  let range: ActivityRange
  let dimensions: Set<String>
  private let filters: [String: Set<String>]
  private let memberships: GroupMemberships
  private let people: ObjectIDs

  /// What a row is about, beside the thing that it counts.
  struct Group: Hashable {
    var product: String?
    var person: Int?
    /// Empty for people who are in no group.
    var rbacGroup: String?
  }

  init(_ call: Call, _ state: OrganizationState) throws(APIFailure) {
    range = try ActivityRange(call)
    dimensions = Set(call.texts("group_by") ?? [])
    memberships = GroupMemberships(state)
    people = state.people.ids
    var filters: [String: Set<String>] = [:]
    for text in call.texts("filter") ?? [] {
      let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
      if parts.count == 2 { filters[parts[0], default: []].insert(parts[1]) }
    }
    self.filters = filters
  }

  /// True for rows that are not of the whole organization.
  var isScoped: Bool { !dimensions.isEmpty || !filters.isEmpty }

  func asks(for dimension: String) -> Bool { filters[dimension] != nil }

  /// Whether the value passes the filter of that dimension, if there is one.
  func accepts(_ value: String?, _ dimension: String) -> Bool {
    guard let wanted = filters[dimension] else { return true }
    return value.map(wanted.contains) ?? false
  }

  func accepts(_ person: Int) -> Bool {
    guard accepts(people[person], "user_id") else { return false }
    guard let wanted = filters["rbac_group_id"] else { return true }
    return memberships.groups(of: person).contains(where: wanted.contains)
  }

  func accepts(_ work: Work) -> Bool {
    accepts(work.product.rawValue, "product") && accepts(work.person)
  }

  /// The rows that work counts toward: one, or one for each group of the person.
  func groups(of work: Work) -> [Group] {
    var group = Group()
    if dimensions.contains("product") { group.product = work.product.rawValue }
    if dimensions.contains("user_id") { group.person = work.person }
    guard dimensions.contains("rbac_group_id") else { return [group] }
    let ids = memberships.groups(of: work.person)
    return (ids.isEmpty ? [""] : ids).map { id in
      var copy = group
      copy.rbacGroup = id
      return copy
    }
  }

  /// Writes what the row is about.
  func describe(_ group: Group, in row: inout RowValues) {
    if let product = group.product { row["product"] = Value(product) }
    if let person = group.person { row["user_id"] = Value(people[person]) }
    if let id = group.rbacGroup, !id.isEmpty {
      row["rbac_group_id"] = Value(id)
      row["rbac_group_name"] = memberships.name(of: id).map { Value($0) }
    }
  }
}
