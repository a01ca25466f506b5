internal import StewardSyntax
internal import StewardValues

/// A name that a text may use as `$name`, with all that is known of it before the run.
final class Variable {
  enum Kind {
    case `let`, mut, const
    /// Of a def or a closure.
    case parameter
    case loop
    /// What `catch e` binds.
    case caught
    /// There before the text: `--arg`, `$_`.
    case given
  }
  let name: String
  let kind: Kind
  let type: DataType
  /// Nil for what no text declares.
  let range: SourceRange?
  let slot: Int
  let context: Context
  /// Known before the run; such a name needs no slot at run time.
  let constant: Value?
  /// Of `$_`, while not all of its rows are there.
  let result: LastResult?
  var isUsed = false

  init(
    _ name: String,
    _ kind: Kind,
    _ type: DataType,
    at range: SourceRange?,
    in context: Context,
    constant: Value? = nil
  ) {
    self.name = name
    self.kind = kind
    self.type = type
    self.range = range
    self.context = context
    self.constant = constant
    result = nil
    slot = constant == nil ? context.reserveSlot() : -1
  }

  /// `$_`.
  init(_ result: LastResult, in context: Context) {
    name = "_"
    kind = .given
    type = result.type
    range = nil
    slot = -1
    self.context = context
    constant = result.value
    self.result = constant == nil ? result : nil
  }

  /// What defs see beside their parameters.
  var isModuleLevel: Bool { kind == .const || (kind == .given && slot < 0) }
}

/// The code that slots belong to: a script, a def, a closure or the row expressions of a stage.
final class Context {
  enum Kind { case script, definition, closure, row }
  let kind: Kind
  let parent: Context?
  private(set) var frameSize: Int
  private(set) var captures: [Capture] = []
  private var captured: [ObjectIdentifier: Int] = [:]

  init(_ kind: Kind, in parent: Context?, frameSize: Int = 0) {
    self.kind = kind
    self.parent = parent
    self.frameSize = frameSize
  }

  func reserveSlot() -> Int {
    defer { frameSize += 1 }
    return frameSize
  }

  /// Where this code finds the variable: in its own slot, or in one that gets a copy.
  func slot(of variable: Variable) -> Int {
    if variable.context === self { return variable.slot }
    if let known = captured[ObjectIdentifier(variable)] { return known }
    guard let outer = parent?.slot(of: variable) else { return variable.slot }
    let inner = reserveSlot()
    captures.append(Capture(outer: outer, inner: inner))
    captured[ObjectIdentifier(variable)] = inner
    return inner
  }

  /// True for code that runs on the variable's own frame, where it may be assigned.
  func owns(_ variable: Variable) -> Bool { variable.context === self }
}

/// The names of one block.
struct Scope {
  let context: Context
  var variables: [String: Variable] = [:]
  /// By their words joined by blanks.
  private(set) var definitions: [String: DefinedCommand] = [:]
  /// The most words that one of them has.
  private(set) var longestDefinition = 0

  mutating func define(_ command: DefinedCommand, as name: String) {
    definitions[name] = command
    longestDefinition = max(longestDefinition, name.utf8.count { $0 == UInt8(ascii: " ") } + 1)
  }
}
