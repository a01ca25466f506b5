/// Who was added to one workspace, in the order of the people's numbers.
struct Roster: Sendable {
  private(set) var entries: [Entry]

  struct Entry: Sendable {
    let user: Int
    var role: WorkspaceRole
  }

  /// - Parameter entries: Each person once, in the order of their numbers.
  init(_ entries: [Entry] = []) { self.entries = entries }

  subscript(user: Int) -> WorkspaceRole? {
    get { find(user).map { entries[$0].role } }
    set {
      switch (find(user), newValue) {
      case (let index?, let role?): entries[index].role = role
      case (let index?, nil): entries.remove(at: index)
      case (nil, let role?): entries.insert(Entry(user: user, role: role), at: place(of: user))
      case (nil, nil): break
      }
    }
  }

  /// The same with others laid over it, which are in order too.
  func overlaid(with others: [Entry]) -> [Entry] {
    var result: [Entry] = []
    result.reserveCapacity(entries.count + others.count)
    var rest = others[...]
    for entry in entries {
      while let other = rest.first, other.user < entry.user { result.append(rest.removeFirst()) }
      result.append(rest.first?.user == entry.user ? rest.removeFirst() : entry)
    }
    return result + rest
  }

  /// Where the person is; empty, but in the right place, where they are not.
  func places(of user: Int) -> Range<Int> {
    let place = place(of: user)
    let isThere = place < entries.count && entries[place].user == user
    return place..<(isThere ? place + 1 : place)
  }

  private func find(_ user: Int) -> Int? { places(of: user).first }

  /// Where the person is or would be.
  private func place(of user: Int) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].user < user { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
