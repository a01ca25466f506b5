internal import StewardSyntax
internal import StewardValues

/// Types as they are written.
extension Checker {
  func type(_ written: TypeExpression) -> DataType {
    switch written.kind {
    case .missing: return .any
    case .optional(let inner): return type(inner).orNull
    case .oneOf(let texts):
      let values = texts.compactMap(\.constant)
      return .oneOf(Enumeration("one of \(values.joined(separator: ", "))", values))
    case .record(let fields):
      return .record(Shape(fields: fields.map { Field($0.name.text, type($0.type)) }))
    case .named(let name, let arguments): return namedType(name, arguments)
    }
  }

  private func namedType(_ name: Name, _ arguments: [TypeExpression]) -> DataType {
    switch name.text {
    case "list": return .list(argument(of: name, arguments))
    case "stream": return .stream(argument(of: name, arguments))
    case "map": return .map(argument(of: name, arguments))
    case "id": return resource(arguments).map { .id($0) } ?? bareType(.string, arguments)
    case "name": return resource(arguments).map { .name($0) } ?? bareType(.string, arguments)
    default: break
    }
    if let known = Checker.plainTypes[name.text] ?? session.vocabulary.types[name.text] {
      return known
    }
    let candidates = Checker.plainTypes.keys.sorted() + session.vocabulary.types.keys.sorted()
    let near = Spelling.nearest(name.text, in: candidates, synonyms: Habits.types)
    report(.unknownType(name, nearest: near))
    return .any
  }

  private func argument(of name: Name, _ arguments: [TypeExpression]) -> DataType {
    guard let first = arguments.first else { return .any }
    return type(first)
  }

  /// The resource in `id<R>` and `name<R>`; nil where none is named, or it is unknown, which is said.
  private func resource(_ arguments: [TypeExpression]) -> Resource? {
    guard case .named(let resource, _)? = arguments.first?.kind else { return nil }
    let known = session.vocabulary.resources
    if let found = known.first(where: { $0.name == resource.text }) { return found }
    let near = Spelling.nearest(resource.text, in: known.map(\.name))
    report(.unknownResource(resource, nearest: near))
    return nil
  }

  /// A type without what stands in its angle brackets; nothing is known where that is wrong.
  private func bareType(_ type: DataType, _ arguments: [TypeExpression]) -> DataType {
    arguments.isEmpty ? type : .any
  }

  private static let plainTypes: [String: DataType] = [
    "any": .any, "bool": .bool, "int": .int, "decimal": .decimal, "float": .float,
    "money": .money, "string": .string, "text": .text, "date": .date, "datetime": .datetime,
    "duration": .duration, "closure": .closure, "secret": .secret, "null": .null,
    "record": .record(Shape("record", fields: [], isOpen: true)), "error": .record(RunError.shape),
  ]
}
