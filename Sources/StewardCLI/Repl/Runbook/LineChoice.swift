internal import StewardSyntax

/// Which lines of a session become a runbook.
package enum LineChoice: Equatable, Sendable {
  /// Those that do something, the last one, and what these use.
  case useful
  case all
  /// The last so many, and what these use.
  case last(Int)

  /// The places of the lines that stay, in order.
  func kept(_ lines: [SessionRecord.Line], _ facts: [LineFacts]) -> [Int] {
    let kept = Needs(lines, facts).closure { isChosen($0, lines) }
    // A session that only bound names: they are all that there is.
    return kept.isEmpty ? Array(lines.indices) : kept
  }

  private func isChosen(_ index: Int, _ lines: [SessionRecord.Line]) -> Bool {
    switch self {
    case .all: true
    case .last(let count): index >= lines.count - count
    case .useful:
      !lines[index].onlyLooks || (index == lines.count - 1 && lines[index].givesValue)
    }
  }
}

/// Follows what lines use back to the lines that made it.
private struct Needs {
  private let lines: [SessionRecord.Line]
  private let facts: [LineFacts]
  private var names: Set<String> = []
  private var calls: Set<String> = []
  private var values: Set<Int> = []

  init(_ lines: [SessionRecord.Line], _ facts: [LineFacts]) {
    self.lines = lines
    self.facts = facts
  }

  func closure(_ isChosen: (Int) -> Bool) -> [Int] {
    var needs = self
    var kept: [Int] = []
    for index in lines.indices.reversed() where isChosen(index) || needs.isNeeded(index, kept) {
      kept.append(index)
      needs.add(index)
    }
    return kept.reversed()
  }

  private func isNeeded(_ index: Int, _ kept: [Int]) -> Bool {
    let line = facts[index]
    return values.contains(index) || line.bindings.contains { names.contains($0.text) }
      || !names.isDisjoint(with: line.assigned) || !calls.isDisjoint(with: line.definitions)
      || (line.loadsFile && !kept.isEmpty)
  }

  private mutating func add(_ index: Int) {
    let line = facts[index]
    names.subtract(line.bindings.map(\.text))
    names.formUnion(line.variables)
    calls.formUnion(line.calls)
    guard line.goesOn || line.usesLast else { return }
    if let maker = SessionRecord.maker(of: index, lines) { values.insert(maker) }
  }
}

extension SessionRecord {
  /// The line that made the `$_` which a line finds.
  static func maker(of index: Int, _ lines: [Line]) -> Int? {
    lines[..<index].lastIndex(where: \.givesValue)
  }
}
