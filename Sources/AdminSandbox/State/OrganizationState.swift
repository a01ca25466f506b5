internal import AdminAPI
internal import StewardValues

/// The organization: its objects and the rules between them.
struct OrganizationState: Sendable {
  let organizationID: String
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
    kind = settings.kind
    organizationID = UUIDText.make(random.at(0))
    people = Table(
      ids: ObjectIDs(prefix: "user_", random.at(1)),
      count: population.people.count,
      seeded: population.person
    )
    invites = Table(
      ids: ObjectIDs(prefix: "invite_", random.at(2)),
      count: population.invites.count,
      seeded: population.invitation
    )
    workspaces = Table(
      ids: ObjectIDs(prefix: "wrkspc_", random.at(3)),
      count: population.workspaces.count,
      seeded: population.workspace
    )
    keys = Table(
      ids: ObjectIDs(prefix: "apikey_", random.at(4)),
      count: population.keys.count,
      seeded: population.key
    )
    memberships = Memberships()
    objects = ObjectStore(population.random)
    everywhere = Colleague.written.filter { $0.role.inEveryWorkspace != nil }
      .map { population.number(of: $0.who) }
    memberLimit = max(200, settings.users * 2)
    workspaceLimit = max(100, settings.workspaces)
    historyDays = settings.days
    people.forget(population.number(of: .felix))
  }

  var keyReferences: KeyReferences {
    KeyReferences(keys: keys.ids, users: people.ids, workspaces: workspaces.ids)
  }
}
