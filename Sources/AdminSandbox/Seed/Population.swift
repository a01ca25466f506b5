internal import StewardValues

/// Every object that an organization starts with, computed one by one from the seed.
struct Population: Sendable {
  let random: RandomBits
  /// The day on which the sandbox started, since 1970.
  let today: Int
  let people: Blend
  let workspaces: Blend
  let keys: Blend
  let invites: Blend
  /// What was there elsewhere takes the place of what would be made up.
  let snapshot: SandboxSnapshot?

  init(_ settings: SandboxSettings, at start: Timestamp) {
    random = RandomBits(seed: UInt64(bitPattern: Int64(settings.seed)))
    today = start.dayNumber
    snapshot = settings.snapshot
    if let snapshot {
      people = Blend(written: 0, early: 0, total: snapshot.people.count)
      workspaces = Blend(written: 0, early: 0, total: snapshot.workspaces.count)
      keys = Blend(written: 0, early: 0, total: snapshot.keys.count)
      invites = Blend(written: 0, early: 0, total: snapshot.invites.count)
      return
    }
    // One person has left, one workspace is the default one and one is archived.
    people = Blend(
      written: Colleague.written.count,
      early: Colleague.early,
      total: settings.users + 1
    )
    workspaces = Blend(
      written: Workplace.written.count,
      early: Workplace.early,
      total: settings.workspaces + 2
    )
    keys = Blend(written: KeyRing.written.count, early: KeyRing.early, total: settings.keys)
    invites = Blend(written: Guest.written.count, early: 0, total: settings.invites)
  }

  /// -1 for somebody or something that only the made-up organization has.
  func number(of colleague: Colleague) -> Int { number(colleague.rawValue, in: people) }
  func number(of place: Workplace) -> Int { number(place.rawValue, in: workspaces) }
  func number(of key: KeyRing) -> Int { number(key.rawValue, in: keys) }

  private func number(_ written: Int, in blend: Blend) -> Int {
    snapshot == nil ? blend.number(ofWritten: written) : -1
  }

  // MARK: - Objects

  func person(_ number: Int) -> Person {
    if let snapshot { return snapshot.people[number].object }
    let random = random.purpose("people").at(number)
    switch people.origin(of: number) {
    case .written(let index):
      let written = Colleague.written[index]
      return Person(
        email: written.email,
        name: written.name,
        role: written.role,
        addedAt: workday(written.joinedDaysAgo, random)
      )
    case .generated(let index):
      let (name, local) = GeneratedNames.person(index)
      return Person(
        email: "\(local)@acme.example",
        name: name,
        role: Self.role(random.at(1).below(100)),
        addedAt: before(people.age(ofGenerated: index, between: Colleague.gap, random.at(2)))
      )
    }
  }

  func invitation(_ number: Int) -> Invitation {
    if let snapshot { return snapshot.invites[number].object }
    let random = random.purpose("invites").at(number)
    switch invites.origin(of: number) {
    case .written(let index):
      let written = Guest.written[index]
      return Invitation(
        email: written.email,
        role: written.role,
        invitedAt: workday(written.invitedDaysAgo, random),
        acceptedAt: written.acceptedDaysAgo.map { workday($0, random.at(1)) }
      )
    case .generated(let index):
      let age = invites.age(ofGenerated: index, between: Guest.gap, random.at(2))
      let accepted = before(age - random.at(3).within(1...18) * Microseconds.day)
      return Invitation(
        email: "guest.\(index + 1)@acme.example",
        role: Self.role(random.at(1).below(100)),
        invitedAt: before(age),
        acceptedAt: random.at(4).below(3) > 0 ? accepted : nil
      )
    }
  }

  func workspace(_ number: Int) -> Workspace {
    if let snapshot { return snapshot.workspaces[number].object }
    let random = random.purpose("workspaces").at(number)
    let compartment = UUIDText.make(random.at(9))
    switch workspaces.origin(of: number) {
    case .written(let index):
      let written = Workplace.written[index]
      return Workspace(
        name: written.name,
        createdAt: workday(written.createdDaysAgo, random),
        archivedAt: written.archivedDaysAgo.map { workday($0, random.at(1)) },
        color: written.color,
        tags: written.tags,
        compartmentID: compartment
      )
    case .generated(let index):
      let colors = GeneratedNames.colors
      return Workspace(
        name: GeneratedNames.workspace(index),
        createdAt: before(
          workspaces.age(ofGenerated: index, between: Workplace.gap, random.at(2))
        ),
        color: colors[index % colors.count],
        compartmentID: compartment
      )
    }
  }

  func key(_ number: Int) -> ModelKey {
    if let snapshot { return snapshot.keys[number].object }
    let random = random.purpose("keys").at(number)
    switch keys.origin(of: number) {
    case .written(let index): return written(KeyRing.written[index], random)
    case .generated(let index): return generatedKey(index, random)
    }
  }

  private func written(_ written: KeyRing.Written, _ random: RandomBits) -> ModelKey {
    ModelKey(
      name: written.name,
      state: written.state,
      createdAt: workday(written.createdDaysAgo, random),
      expiresAt: written.expiresDaysAgo.map { workday($0, random.at(1)) },
      creator: written.maker.map(number(of:)),
      principal: written.principal.map(number(of:)),
      workspace: number(of: written.place),
      hint: Self.hint(random)
    )
  }

  private func generatedKey(_ index: Int, _ random: RandomBits) -> ModelKey {
    let age = keys.age(ofGenerated: index, between: KeyRing.gap, random.at(2))
    let state = random.at(3).below(100)
    return ModelKey(
      name: GeneratedNames.key(index, random.at(4)),
      state: state < 78 ? .active : state < 90 ? .inactive : .archived,
      createdAt: before(age),
      expiresAt: random.at(5).below(8) == 0 ? before(age / 2) : nil,
      creator: random.at(6).below(people.count),
      principal: nil,
      workspace: activeWorkspace(random.at(7)),
      hint: Self.hint(random)
    )
  }

  /// Who was added to a workspace; the default one has nobody of its own.
  func roster(ofWorkspace number: Int) -> Roster {
    if let snapshot {
      var roster = Roster()
      for member in snapshot.members where member.workspace == number {
        let isEverywhere = person(member.user).role.inEveryWorkspace != nil
        roster[member.user] = isEverywhere ? nil : member.role
      }
      return roster
    }
    var roster = Roster(generatedMembers(ofWorkspace: number))
    if case .written(let index) = workspaces.origin(of: number) {
      for member in Workplace.written[index].members {
        roster[self.number(of: member.who)] = member.role
      }
    }
    return roster
  }

  private func generatedMembers(ofWorkspace number: Int) -> [Roster.Entry] {
    guard number != Workspace.defaultNumber, number < workspaces.count else { return [] }
    let random = random.purpose("members")
    return (0..<people.generated).compactMap { index in
      let person = random.at(index)
      guard activeWorkspace(person.at(0)) == number || activeWorkspace(person.at(1)) == number
      else { return nil }
      let roles: [WorkspaceRole] = [.user, .user, .developer, .restrictedDeveloper]
      let role = roles[person.at(2).below(roles.count)]
      return Roster.Entry(user: people.number(ofGenerated: index), role: role)
    }
  }

  // MARK: - Parts

  /// Any workspace but the default one and the archived one.
  private func activeWorkspace(_ random: RandomBits) -> Int {
    let archived = number(of: .prototype)
    let number = 1 + random.below(workspaces.count - 2)
    return number < archived ? number : number + 1
  }

  private static func role(_ percent: Int) -> OrganizationRole {
    percent < 55 ? .user : percent < 80 ? .developer : .claudeCodeUser
  }

  private static func hint(_ random: RandomBits) -> String {
    let letters = Base58.text(random.at(8).bits)
    return "sk-ant-api03-\(letters.suffix(3))...\(letters.suffix(7).prefix(4))"
  }

  /// A moment of working hours on the day that is so many days ago.
  private func workday(_ daysAgo: Int, _ random: RandomBits) -> Timestamp {
    let timeOfDay = random.at(20).within(8 * Microseconds.hour...17 * Microseconds.hour)
    return Timestamp(microseconds: Int64((today - daysAgo) * Microseconds.day + timeOfDay))
  }

  private func before(_ age: Int) -> Timestamp {
    Timestamp(microseconds: Int64(today * Microseconds.day - age))
  }
}
