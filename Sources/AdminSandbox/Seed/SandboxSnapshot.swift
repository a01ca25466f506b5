internal import AdminAPI
internal import StewardValues

/// An organization that was taken down by `organization snapshot`, to rehearse on.
public struct SandboxSnapshot: Sendable {
  let organizationID: String?
  let organizationName: String?
  let people: [(id: String, object: Person)]
  let invites: [(id: String, object: Invitation)]
  /// The default one first.
  let workspaces: [(id: String, object: Workspace)]
  let keys: [(id: String, object: ModelKey)]
  /// Members of workspaces, by their numbers.
  let members: [(workspace: Int, user: Int, role: WorkspaceRole)]
  /// What has no table of its own, by collection, the oldest first.
  let objects: [String: [ObjectRow]]

  /// Reads the JSON that `organization snapshot | save` writes.
  ///
  /// - Throws: ``SandboxSettingsError`` for what is none.
  public init(_ bytes: [UInt8]) throws(SandboxSettingsError) {
    guard let record = BodyJSON.value(bytes)?.record, record["snapshot"]?.int == 1 else {
      throw SandboxSettingsError(
        "this is no snapshot: `organization snapshot | save FILE` makes one"
      )
    }
    func rows(_ name: String) -> [Record] {
      (record[name]?.list ?? []).compactMap(\.record).reversed()
    }
    organizationID = record["organization"]?.record?["id"]?.string
    organizationName = record["organization"]?.record?["name"]?.string
    let users = rows("users")
    people = users.map { ($0.text("id"), Person(snapshot: $0)) }
    invites = rows("invites").map { ($0.text("id"), Invitation(snapshot: $0)) }
    let places = rows("workspaces")
    let standard = record["default_workspace"]?.string
    let ordered =
      places.filter { $0.text("id") == standard } + places.filter { $0.text("id") != standard }
    // Number 0 is the default one, whatever the snapshot has.
    workspaces =
      (standard == nil ? [("wrkspc_default", Workspace.unknownDefault)] : [])
      + ordered.map { row in
        var workspace = Workspace(snapshot: row)
        if row.text("id") == standard { workspace.name = "Default" }
        return (row.text("id"), workspace)
      }
    let userNumbers = Self.numbers(people.map(\.id))
    let placeNumbers = Self.numbers(workspaces.map(\.id))
    keys = rows("api_keys").map { row in
      (row.text("id"), ModelKey(snapshot: row, userNumbers, placeNumbers))
    }
    members = rows("workspaces.members").compactMap { row in
      guard let workspace = placeNumbers[row.text("workspace_id")],
        let user = userNumbers[row.text("user_id")],
        let role = WorkspaceRole(rawValue: row.text("workspace_role"))
      else { return nil }
      return (workspace, user, role)
    }
    var objects: [String: [ObjectRow]] = [:]
    for field in record.shape.fields where !Self.tables.contains(field.name) {
      let values = record[field.name]
      let found = values?.list.map(Array.init) ?? [values].compactMap(\.self)
      objects[field.name] = found.reversed().compactMap { $0.record.map(ObjectRow.init(snapshot:)) }
    }
    self.objects = objects
  }

  private static let tables: Set<String> = [
    "snapshot", "made", "organization", "default_workspace", "users", "invites", "workspaces",
    "workspaces.members", "api_keys", "left_out",
  ]

  private static func numbers(_ ids: [String]) -> [String: Int] {
    Dictionary(zip(ids, ids.indices)) { first, _ in first }
  }
}

extension Record {
  fileprivate func text(_ name: String) -> String { self[name]?.string ?? "" }

  fileprivate func time(_ name: String) -> Timestamp? {
    self[name]?.string.flatMap { Timestamp($0) }
  }
}

extension ObjectRow {
  fileprivate init(snapshot record: Record) {
    self.init(Dictionary(zip(record.shape.fields.map(\.name), record.values)) { first, _ in first })
  }
}

extension OrganizationRole {
  /// The role of the Console that does what a role of another kind of organization does.
  fileprivate init(snapshot text: String) {
    switch text {
    case "owner", "primary_owner", "membership_admin": self = .admin
    default: self = OrganizationRole(rawValue: text) ?? .user
    }
  }
}

extension Person {
  fileprivate init(snapshot row: Record) {
    self.init(
      email: row.text("email"),
      name: row.text("name"),
      role: OrganizationRole(snapshot: row.text("role")),
      addedAt: row.time("added_at") ?? Timestamp(microseconds: 0)
    )
  }
}

extension Invitation {
  fileprivate init(snapshot row: Record) {
    self.init(
      email: row.text("email"),
      role: OrganizationRole(snapshot: row.text("role")),
      invitedAt: row.time("invited_at") ?? Timestamp(microseconds: 0),
      acceptedAt: row.time("accepted_at"),
      isDeleted: row.text("status") == "deleted"
    )
  }
}

extension Workspace {
  fileprivate static let unknownDefault = Workspace(
    name: "Default",
    createdAt: Timestamp(microseconds: 0),
    color: "#6C5BB9",
    compartmentID: "00000000-0000-0000-0000-000000000000"
  )

  fileprivate init(snapshot row: Record) {
    self.init(
      name: row.text("name"),
      createdAt: row.time("created_at") ?? Timestamp(microseconds: 0),
      archivedAt: row.time("archived_at"),
      color: row["display_color"]?.string ?? "#6C5BB9",
      compartmentID: row.text("compartment_id"),
      externalKeyID: row["external_key_id"]?.string
    )
    let tags = row["tags"]?.record
    self.tags = zip(tags?.shape.fields ?? [], tags?.values ?? []).map { ($0.name, $1.string ?? "") }
    let residency = row["data_residency"]?.record
    self.residency.defaultGeo = residency?["default_inference_geo"]?.string ?? "global"
    self.residency.allowedGeos = residency?["allowed_inference_geos"]?.list?.compactMap(\.string)
  }
}

extension ModelKey {
  fileprivate init(snapshot row: Record, _ users: [String: Int], _ workspaces: [String: Int]) {
    let creator = row["created_by"]?.record?["id"]?.string
    let principal = row["principal"]?.record?["user_id"]?.string
    self.init(
      name: row.text("name"),
      state: State(rawValue: row.text("status")) ?? .active,
      createdAt: row.time("created_at") ?? Timestamp(microseconds: 0),
      expiresAt: row.time("expires_at"),
      creator: creator.flatMap { users[$0] },
      principal: principal.flatMap { users[$0] },
      workspace: row["workspace_id"]?.string.flatMap { workspaces[$0] } ?? Workspace.defaultNumber,
      hint: row.text("partial_key_hint")
    )
  }
}
