internal import StewardSyntax
internal import StewardValues

/// The lines that stay, written so that they need no session: nothing is called `$_`, none goes on
/// with the value before it, and no name is bound twice.
struct JoinedLines {
  /// A piece of the runbook: a line, or several that are one pipeline.
  struct Step {
    fileprivate(set) var text: String
    /// The places of its lines in the session.
    fileprivate(set) var lines: [Int]
    /// The name that its value has got.
    fileprivate(set) var name: String?
  }

  private let lines: [SessionRecord.Line]
  private let facts: [LineFacts]
  private(set) var steps: [Step] = []
  /// Names that are bound so far.
  private(set) var names: Set<String>
  /// What names are called that were bound again.
  private var newNames: [String: String] = [:]

  init(_ lines: [SessionRecord.Line], _ facts: [LineFacts], kept: [Int]) {
    self.lines = lines
    self.facts = facts
    names = []
    let users = Dictionary(grouping: kept.filter { facts[$0].goesOn || facts[$0].usesLast }) {
      SessionRecord.maker(of: $0, lines)
    }
    let taken = Set(facts.flatMap { $0.bindings.map(\.text) + $0.variables })
    for index in kept { add(index, taken, isOnlyUser: isOnlyUser(index, users)) }
  }

  private func isOnlyUser(_ index: Int, _ users: [Int?: [Int]]) -> Bool {
    users[SessionRecord.maker(of: index, lines)] == [index]
  }

  private mutating func add(_ index: Int, _ taken: Set<String>, isOnlyUser: Bool) {
    let line = facts[index]
    let usesLast = line.goesOn || line.usesLast
    let maker = usesLast ? SessionRecord.maker(of: index, lines) : nil
    if let maker, isOnlyUser, line.goesOn, !line.usesLast, mayGrow(steps.last, after: maker) {
      let text = renamed(index, last: nil)
      steps[steps.count - 1].text += "\n  " + text
      steps[steps.count - 1].lines.append(index)
      return
    }
    let last = maker.flatMap { name(valueOf: $0, taken) }
    var text = renamed(index, last: last)
    if line.goesOn, let last { text = "$\(last) " + text }
    steps.append(Step(text: text, lines: [index]))
  }

  /// Whether one more stage can follow a step, whose last line it continues. Behind `plan` and its
  /// like it would belong to what is asked about.
  private func mayGrow(_ step: Step?, after maker: Int) -> Bool {
    guard let step, step.lines.last == maker, step.name == nil else { return false }
    guard case .pipeline(let pipeline)? = LineFacts(step.text).tree.script.statements.last?.kind,
      let stage = pipeline.stages.first?.kind
    else { return false }
    if case .prefixed = stage { return false }
    return true
  }

  /// Gives what a line makes a name, if it has none yet.
  private mutating func name(valueOf line: Int, _ taken: Set<String>) -> String? {
    guard let place = steps.firstIndex(where: { $0.lines.last == line }) else { return nil }
    if let name = steps[place].name { return name }
    let tree = LineFacts(steps[place].text).tree
    guard let statement = tree.script.statements.last else { return nil }
    let wanted = Self.name(for: statement, lines[line].type)
    let name = FreeName.first(wanted) { !taken.contains($0) && !names.contains($0) }
    var edits = TextEdits()
    edits.replace(SourceRange(at: statement.range.lower), with: "let \(name) = ")
    steps[place].text = edits.applied(to: tree.source)
    steps[place].name = name
    names.insert(name)
    return name
  }

  /// `users` for rows of `users list`, `user` for what `users get` gives.
  private static func name(for statement: Statement, _ type: DataType) -> String {
    guard case .pipeline(let pipeline) = statement.kind,
      case .command(let call)? = pipeline.stages.first?.kind
    else { return "result" }
    let head = call.head.text.split { $0 == "-" || $0 == "." }.joined(separator: "_")
    switch type.unwrapped {
    case .list, .stream: return ReservedWords.names.contains(head) ? "rows" : head
    case .record where pipeline.stages.count == 1 && head.hasSuffix("s"):
      return String(head.dropLast())
    default: return "result"
    }
  }

  /// A line with the names that it finds in the runbook.
  private mutating func renamed(_ index: Int, last: String?) -> String {
    let line = facts[index]
    let source = line.tree.source
    var edits = TextEdits()
    for token in line.tree.tokens where token.kind == .variable {
      let name = String(source[token.range].drop { $0 == "$" })
      guard let new = name == "_" ? last : newNames[name] else { continue }
      edits.replace(token.range, with: "$\(new)")
    }
    for binding in line.bindings {
      let name = FreeName.first(binding.text) { !names.contains($0) }
      names.insert(name)
      newNames[binding.text] = name == binding.text ? nil : name
      if name != binding.text { edits.replace(binding.range, with: name) }
    }
    return edits.applied(to: source)
  }
}

/// A name that nothing has yet: `email`, `email_2`.
enum FreeName {
  static func first(_ wanted: String, separator: String = "_", _ isFree: (String) -> Bool) -> String
  {
    guard !isFree(wanted) else { return wanted }
    var number = 2
    while !isFree("\(wanted)\(separator)\(number)") { number += 1 }
    return "\(wanted)\(separator)\(number)"
  }
}
