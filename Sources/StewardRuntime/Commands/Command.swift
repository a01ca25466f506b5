package import StewardSyntax
package import StewardValues

/// A command as data and functions of its checked call. Help, completion, checks, effects and the
/// reference all derive from this one value.
package struct Command: Sendable {
  package let words: [String]
  /// One sentence, without a full stop.
  package let summary: String
  package let parameters: [CommandParameter]
  package let input: CommandInput
  /// Longer facts for the help, one paragraph each.
  package let notes: [String]
  package let examples: [CommandExample]
  /// Other words under which people look for it.
  package let searchTerms: [String]
  package let output: @Sendable (CheckedCall) -> DataType
  package let effects: @Sendable (CheckedCall) -> Effects
  /// What it keeps of the rows that it takes; nil for commands that take none, or might do anything.
  package let holds: @Sendable (CheckedCall) -> Holding?
  /// "1", "1 per page": what the effects table says; nil for commands that send nothing.
  package let requests: String?
  /// False for a host's command that changes something and cannot say beforehand what.
  package let isPredictable: Bool
  /// True if it writes no file while changes are only written down.
  package let holdsFilesBack: Bool
  /// True if what it is given leaves the run as text, so that no secret may be in it.
  package let isOutlet: Bool
  /// What is wrong with the arguments beyond their types.
  package let validate: @Sendable (CheckedCall) -> [ArgumentProblem]
  /// The request that a call would send, quoted for a shell; nil for commands that send none.
  package let request: (@Sendable (Call) throws(RunError) -> String)?
  /// What a call would fetch; nil for commands that send nothing.
  package let fetches: (@Sendable (CallSketch) -> Fetching)?
  package let run: @Sendable (Call, RunContext) throws(RunError) -> Output

  package init(
    _ words: String,
    _ summary: String,
    parameters: [CommandParameter] = [],
    input: CommandInput = .none,
    notes: [String] = [],
    examples: [CommandExample] = [],
    searchTerms: [String] = [],
    output: @escaping @Sendable (CheckedCall) -> DataType,
    effects: @escaping @Sendable (CheckedCall) -> Effects = { _ in [] },
    holds: @escaping @Sendable (CheckedCall) -> Holding? = { _ in nil },
    requests: String? = nil,
    isPredictable: Bool = true,
    holdsFilesBack: Bool = false,
    isOutlet: Bool = false,
    validate: @escaping @Sendable (CheckedCall) -> [ArgumentProblem] = { _ in [] },
    request: (@Sendable (Call) throws(RunError) -> String)? = nil,
    fetches: (@Sendable (CallSketch) -> Fetching)? = nil,
    run: @escaping @Sendable (Call, RunContext) throws(RunError) -> Output
  ) {
    self.words = words.split(separator: " ").map(String.init)
    self.summary = summary
    self.parameters = parameters
    self.input = input
    self.notes = notes
    self.examples = examples
    self.searchTerms = searchTerms
    self.output = output
    self.effects = effects
    self.holds = holds
    self.requests = requests
    self.isPredictable = isPredictable
    self.holdsFilesBack = holdsFilesBack
    self.isOutlet = isOutlet
    self.validate = validate
    self.request = request
    self.fetches = fetches
    self.run = run
  }

  /// The words joined by blanks.
  package var name: String { words.joined(separator: " ") }

  /// What is left of its effects behind `plan`: what it would change is looked at.
  func rehearsed(_ effects: Effects) -> Effects {
    var left = effects.subtracting(.changes.union(.exec))
    if holdsFilesBack { left.remove(.file) }
    if !effects.isDisjoint(with: .changes), !effects.contains(.exec) { left.insert(.read) }
    return left
  }
}

/// What a command takes from the stage before it.
public enum CommandInput: Sendable {
  /// It begins a pipeline.
  case none
  /// It needs rows: a stream or a list.
  case rows
  /// Any value or rows.
  case value
  /// It may begin a pipeline, or take any value or rows.
  case optionalValue
}

package struct CommandExample: Sendable {
  package let code: String
  package let summary: String
  package init(_ code: String, _ summary: String) {
    self.code = code
    self.summary = summary
  }
}

/// One parameter of a command.
package struct CommandParameter: Sendable {
  package enum Style: Sendable {
    case positional
    /// All further positionals, as a list.
    case rest
    /// `--name value`.
    case flag
    /// `--name`, a bool that is false when not given.
    case toggle
  }

  /// What text stands for that is a string to its type.
  package enum Meaning: Sendable {
    case file
    /// A field of the rows that come in.
    case field
  }

  /// In kebab case, without dashes.
  package let name: String
  package let style: Style
  package let type: DataType
  package let isRequired: Bool
  /// Whether the word `null` may be given.
  package let isNullable: Bool
  package let summary: String
  package let defaultValue: String?
  /// For a closure: its first parameter has the input row's type.
  package let takesRow: Bool
  /// Nil for plain text, and where the type says it.
  package let meaning: Meaning?

  package init(
    _ name: String,
    _ style: Style,
    _ type: DataType,
    required: Bool = false,
    nullable: Bool = false,
    _ summary: String,
    default defaultValue: String? = nil,
    takesRow: Bool = false,
    meaning: Meaning? = nil
  ) {
    self.name = name
    self.style = style
    self.type = type
    isRequired = required
    isNullable = nullable
    self.summary = summary
    self.defaultValue = defaultValue
    self.takesRow = takesRow
    self.meaning = meaning
  }
}

/// A call as the checker knows it.
package struct CheckedCall: Sendable {
  /// What the checker knows of one argument.
  package struct Argument: Sendable {
    package let type: DataType
    /// The value, where it is known before the run.
    package let constant: Value?
    package let range: SourceRange
    /// For a closure: the type of its result.
    package let closureResult: DataType?
    /// For a flag written with `?`: left out when null.
    package let skipsNull: Bool

    package init(
      type: DataType,
      constant: Value?,
      range: SourceRange,
      closureResult: DataType? = nil,
      skipsNull: Bool = false
    ) {
      self.type = type
      self.constant = constant
      self.range = range
      self.closureResult = closureResult
      self.skipsNull = skipsNull
    }
  }

  /// By parameter name; what was not given is not in it.
  package let arguments: [String: Argument]
  /// The type of what comes through the pipe; nil at the beginning of a pipeline.
  package let input: DataType?

  package init(arguments: [String: Argument], input: DataType?) {
    self.arguments = arguments
    self.input = input
  }

  package subscript(name: String) -> Argument? { arguments[name] }
  /// The type of one input row: of a stream's or list's element, otherwise of the value itself.
  package var row: DataType { input.map { $0.unwrapped.element ?? $0 } ?? .any }
}

/// Something wrong with one argument that its type does not show.
package struct ArgumentProblem: Sendable {
  package let parameter: String
  package let code: String
  package let message: String
  package let hint: String?
  package init(_ parameter: String, _ code: String, _ message: String, hint: String? = nil) {
    self.parameter = parameter
    self.code = code
    self.message = message
    self.hint = hint
  }
}

/// A call at run time: every argument has its parameter's type.
package struct Call {
  package let command: Command
  /// By the parameter's place in the command; nil for what was not given.
  package let values: [Value?]
  package let input: Output?
  package let evaluator: Evaluator
  package let source: SourceText
  package let range: SourceRange
  /// The static type of the input: it tells a writer its columns before the first row is there.
  package let inputType: DataType

  package init(
    command: Command,
    values: [Value?],
    input: Output?,
    evaluator: Evaluator,
    source: SourceText,
    range: SourceRange,
    inputType: DataType = .any
  ) {
    self.command = command
    self.values = values
    self.input = input
    self.evaluator = evaluator
    self.source = source
    self.range = range
    self.inputType = inputType
  }

  /// The argument called `name`, or nil if it was not given.
  package subscript(name: String) -> Value? {
    guard let index = command.parameters.firstIndex(where: { $0.name == name }) else { return nil }
    return values[index]
  }

  /// The input as rows: a list's elements, a stream, or the one value.
  package func rows() throws(RunError) -> RowStream {
    switch input {
    case .rows(let stream): return stream
    case .value(.list(let list)): return ListStream(list.values)
    case .value(let value): return ListStream([value])
    case .text(let stream): return ListStream([try Output.text(stream).forced(by: evaluator)])
    case .nothing, nil: return ListStream([])
    }
  }
}
