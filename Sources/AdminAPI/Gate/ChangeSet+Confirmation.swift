internal import StewardValues

extension ChangeSet {
  /// What a person is asked before the changes are made: who and what by name, before and after,
  /// what else happens, what cannot be undone, and how many.
  ///
  /// - Parameter organization: The organization's name, if it is known.
  /// - Returns: Plain text, of lines up to 80 columns where names allow.
  public func confirmationText(organization: String? = nil) -> String {
    let place = organization.map { " in \(printable($0))" } ?? ""
    var lines = ["\(count) change\(count == 1 ? "" : "s")\(place):"]
    for group in groups { lines += group.lines }
    let final = count(of: .destroy)
    if final > 0 { lines.append("\(final) of \(count) cannot be undone.") }
    return lines.joined(separator: "\n")
  }

  /// The changes by what they do, in order of first appearance.
  private var groups: [Group] {
    var groups: [Group] = []
    var indices: [String: Int] = [:]
    for change in changes {
      let key = "\(change.operation.id) \(change.effects.rawValue)"
      if let index = indices[key] {
        groups[index].changes.append(change)
      } else {
        indices[key] = groups.count
        groups.append(Group(operation: change.operation, changes: [change]))
      }
    }
    return groups
  }
}

/// Changes by one operation with the same effects.
private struct Group {
  /// More are counted, not named.
  static let namedAtMost = 100
  static let width = 80

  let operation: Operation
  var changes: [PlannedChange]

  var lines: [String] {
    var lines = ["", heading]
    for change in changes.prefix(Self.namedAtMost) {
      lines += change.confirmationLines
      for fact in change.counted ?? [] { lines += Self.wrapped(fact, indent: 6) }
    }
    if changes.count > Self.namedAtMost {
      lines.append("    and \(changes.count - Self.namedAtMost) more")
    }
    for fact in facts { lines += Self.wrapped("also: \(fact)", indent: 4) }
    return lines
  }

  private var heading: String {
    let times = changes.count == 1 ? "" : ", \(changes.count) times"
    let weight = changes.first.flatMap { self.weight($0.effects) } ?? ""
    return "  \(operation.words.joined(separator: " "))\(times)\(weight)"
  }

  private func weight(_ effects: Effects) -> String? {
    if effects.contains(.destroy) { return " - cannot be undone" }
    guard effects.contains(.cut) else { return nil }
    // Where the API takes its time, the catalog says so.
    let known = operation.notes.first { $0.hasPrefix("takes effect") }
    return " - \(known ?? "takes effect at once")"
  }

  /// What is so of all of them; what was counted stands below each.
  private var facts: [String] {
    guard let first = changes.first else { return [] }
    let counted = Set(changes.flatMap { $0.counted ?? [] })
    return first.also.filter { !counted.contains($0) }
  }

  static func wrapped(_ text: String, indent: Int) -> [String] {
    let blanks = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = blanks
    for word in text.split(separator: " ") {
      if line.count + word.count + 1 > width, line.count > indent {
        lines.append(line)
        line = blanks + "  "
      }
      line += (line.last == " " ? "" : " ") + word
    }
    return lines + [line]
  }
}

extension PlannedChange {
  fileprivate var confirmationLines: [String] {
    let name = printable(subject)
    let differences = differences
    guard !differences.isEmpty else { return ["    \(name)"] }
    let line = "    \(name): \(differences.joined(separator: ", "))"
    guard line.count > Group.width else { return [line] }
    return ["    \(name)"] + differences.map { "      \($0)" }
  }

  /// `role developer → user` for each field that changes, or `role user` for a new object.
  package var differences: [String] {
    guard !operation.semantics.isRemoval, let after = after.record else { return [] }
    return operation.parameters.filter { $0.place == .body }.compactMap { parameter in
      guard let new = after[parameter.name], arguments[parameter.name] != nil else { return nil }
      let shown = Self.shown(new)
      guard let before else {
        // Whom it is about the subject says by name.
        let collection = operation.semantics.collection
        let named =
          (collection?.identity ?? []) + (collection?.replacedBy ?? []).filter { $0 == "scope" }
        if named.contains(parameter.name) { return nil }
        return subject.contains(shown) ? nil : "\(parameter.name) \(shown)"
      }
      // Nor does it change what it is found by.
      if operation.semantics.collection?.replacedBy.contains(parameter.name) == true { return nil }
      return "\(parameter.name) \(Self.shown(before.record?[parameter.name] ?? .null)) → \(shown)"
    }
  }

  /// For people: `(type workspace, workspace_id wrkspc_01…)`.
  private static func shown(_ value: Value) -> String {
    if let record = value.record {
      let fields = zip(record.shape.fields, record.values).map { "\($0.name) \(shown($1))" }
      return "(\(fields.joined(separator: ", ")))"
    }
    if let list = value.list, !list.isEmpty {
      return list.map(shown).joined(separator: ", ")
    }
    return printable(value.plainText)
  }
}

extension Semantics {
  fileprivate var isRemoval: Bool {
    switch self {
    case .removes, .archives: true
    default: false
    }
  }
}
