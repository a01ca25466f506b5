internal import StewardRuntime
internal import StewardValues

/// The help on one kind of object that the API gives: `User`.
struct ObjectPage {
  private let shape: Shape
  private let givenBy: [String]

  init(_ shape: Shape, givenBy: [String]) {
    self.shape = shape
    self.givenBy = givenBy
  }

  var page: HelpPage {
    let source = givenBy.isEmpty ? [] : [HelpSection("given by", [.pages(givenBy)])]
    return HelpPage(.type, shape.name ?? "record", summary, [Self.fields(of: shape)] + source)
  }

  /// What there is to say of an object that no command gives.
  static let ofParts = "Stands in fields of other objects"

  private var summary: String {
    guard let first = givenBy.first else { return Self.ofParts }
    return givenBy.count == 1 ? "What `\(first)` gives" : "What `\(first)` and others give"
  }

  static func fields(of shape: Shape) -> HelpSection {
    HelpSection("fields", [.terms(shape.fields.map(term))])
  }

  private static func term(_ field: Field) -> HelpTerm {
    let meaning = field.nullMeaning.map { ["null: \($0)"] } ?? []
    let words = TypeWords.text(field.type)
    let type = words.isEmpty && field.summary.isEmpty ? TypeWords.name(field.type) : words
    return HelpTerm(field.name, field.summary, type: type, remarks: meaning)
  }

  /// A page for each named object that commands give, with those that stand in its fields.
  static func pages(of commands: [Command]) -> [HelpPage] {
    var collection = NamedShapes()
    for command in commands { collection.add(command) }
    return collection.shapes.map { shape in
      ObjectPage(shape, givenBy: collection.sources[shape.name ?? ""] ?? []).page
    }
  }
}

/// The shapes that have names, in the order in which commands give them.
private struct NamedShapes {
  private(set) var shapes: [Shape] = []
  /// The commands that give an object of each name.
  private(set) var sources: [String: [String]] = [:]

  mutating func add(_ command: Command) {
    let output = command.output(CheckedCall(arguments: [:], input: nil))
    add(output)
    if let name = Self.shape(in: output)?.name { sources[name, default: []].append(command.name) }
  }

  private mutating func add(_ type: DataType) {
    guard let shape = Self.shape(in: type) else { return }
    if let name = shape.name {
      guard !shapes.contains(where: { $0.name == name }) else { return }
      shapes.append(shape)
    }
    for field in shape.fields { add(field.type) }
  }

  private static func shape(in type: DataType) -> Shape? {
    switch type {
    case .record(let shape): shape
    case .optional(let inner), .list(let inner), .stream(let inner), .map(let inner):
      shape(in: inner)
    default: nil
    }
  }
}
