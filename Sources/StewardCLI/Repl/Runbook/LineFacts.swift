internal import StewardSyntax

/// What a line binds and what it uses, as its words tell.
struct LineFacts {
  let tree: SyntaxTree
  /// Names that it binds for the lines after it, each with its place.
  let bindings: [Name]
  /// Variables whose values it changes.
  let assigned: Set<String>
  /// First words of commands that it defines, and names of modules.
  let definitions: Set<String>
  /// Whether it loads the definitions of another file without a name for them.
  let loadsFile: Bool
  /// Variables that it names, without their `$`.
  let variables: Set<String>
  /// Commands and functions that it calls: the first word, or the module.
  let calls: Set<String>
  /// Whether it goes on with the value before it: `| count`.
  let goesOn: Bool

  init(_ text: String) {
    let source = SourceText(text, name: "repl")
    let tree = Parser.parse(source, isPrompt: true)
    let statements = tree.script.statements.map(\.kind)
    let tokens = tree.tokens.filter { $0.kind != .comment }
    self.tree = tree
    bindings = statements.compactMap {
      if case .binding(let binding) = $0 { binding.name } else { nil }
    }
    definitions = Set(statements.compactMap(Self.definition))
    loadsFile = statements.contains { if case .source = $0 { true } else { false } }
    variables = Set(tokens.filter { $0.kind == .variable }.map { Self.name($0, source) })
    calls = Set(
      tokens.filter { $0.kind == .command || $0.kind == .function }
        .compactMap { source[$0.range].split(separator: ".").first.map(String.init) }
    )
    assigned = Self.assigned(tokens, source)
    goesOn = tokens.first.map { source[$0.range] == "|" } ?? false
  }

  /// Whether it names `$_`.
  var usesLast: Bool { variables.contains("_") }

  private static func name(_ token: Token, _ source: SourceText) -> String {
    String(source[token.range].drop { $0 == "$" })
  }

  private static func definition(_ statement: Statement.Kind) -> String? {
    switch statement {
    case .definition(let definition): definition.words.first?.text
    case .use(_, let name): name.text
    default: nil
    }
  }

  /// `$n = …`, `$n.total += …`, at any depth.
  private static func assigned(_ tokens: [Token], _ source: SourceText) -> Set<String> {
    var assigned: Set<String> = []
    var variable: String?
    for token in tokens {
      let text = source[token.range]
      switch token.kind {
      case .variable: variable = name(token, source)
      case .field, .name: continue
      case _ where ["=", "+=", "-="].contains(text):
        if let variable { assigned.insert(variable) }
        variable = nil
      case _ where text == ".": continue
      default: variable = nil
      }
    }
    return assigned
  }
}

/// Pieces of a text replaced by others.
struct TextEdits {
  private var edits: [(range: SourceRange, text: String)] = []

  mutating func replace(_ range: SourceRange, with text: String) { edits.append((range, text)) }

  func applied(to source: SourceText) -> String {
    var bytes = source.bytes
    for edit in edits.sorted(by: { $0.range.lower > $1.range.lower }) {
      bytes.replaceSubrange(Int(edit.range.lower)..<Int(edit.range.upper), with: edit.text.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
