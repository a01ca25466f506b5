internal import AdminAPI
internal import StewardValues

/// The organization: its objects and the rules between them.
struct OrganizationState: Sendable {
  let organizationID: String
  let organizationName: String
  /// Where it is managed; nil: it has what all kinds have.
  let kind: Access.Platform?
  let population: Population
  var people: Table<Person>
  var invites: Table<Invitation>
  var workspaces: Table<Workspace>
  var keys: Table<ModelKey>
  var memberships: Memberships
  /// What has no table of its own.
  var objects: ObjectStore
  /// What was changed through the API, oldest first.
  var activities: [Activity] = []
  /// How many signing secrets of webhooks were made.
  var secretCount = 0
  /// The uptime of the latest test of each telemetry destination, by its id.
  var destinationTests: [String: Int64] = [:]
  /// The people who are in every workspace by their role, in the order of their numbers.
  var everywhere: [Int]
  /// Members and pending invitations together.
  let memberLimit: Int
  let workspaceLimit: Int
  /// Made when the first report is asked for.
  lazy var usage = UsageFacts(population, historyDays: historyDays)
  private let historyDays: Int

  init(_ settings: SandboxSettings, at start: Timestamp) {
    let population = Population(settings, at: start)
    let random = population.random.purpose("ids")
    self.population = population
    let snapshot = settings.snapshot
    organizationID = snapshot?.organizationID ?? UUIDText.make(random.at(0))
    organizationName = snapshot?.organizationName ?? "Acme Robotics"
    kind = settings.kind
    people = Table(
      ids: ObjectIDs(prefix: "user_", random.at(1), known: snapshot?.people.map(\.id) ?? []),
      count: population.people.count,
      seeded: population.person
    )
    invites = Table(
      ids: ObjectIDs(prefix: "invite_", random.at(2), known: snapshot?.invites.map(\.id) ?? []),
      count: population.invites.count,
      seeded: population.invitation
    )
    workspaces = Table(
      ids: ObjectIDs(prefix: "wrkspc_", random.at(3), known: snapshot?.workspaces.map(\.id) ?? []),
      count: population.workspaces.count,
      seeded: population.workspace
    )
    keys = Table(
      ids: ObjectIDs(prefix: "apikey_", random.at(4), known: snapshot?.keys.map(\.id) ?? []),
      count: population.keys.count,
      seeded: population.key
    )
    memberships = Memberships()
    objects = ObjectStore(population.random)
    everywhere =
      snapshot.map { snapshot in
        snapshot.people.indices.filter { snapshot.people[$0].object.role.inEveryWorkspace != nil }
      }
      ?? Colleague.written.filter { $0.role.inEveryWorkspace != nil }
      .map { population.number(of: $0.who) }
    memberLimit = max(200, settings.users * 2)
    workspaceLimit = max(100, settings.workspaces)
    historyDays = settings.days
    guard let snapshot else {
      people.forget(population.number(of: .felix))
      seedObjects()
      return
    }
    objects.load(snapshot)
  }

  var keyReferences: KeyReferences {
    KeyReferences(keys: keys.ids, users: people.ids, workspaces: workspaces.ids)
  }
}
