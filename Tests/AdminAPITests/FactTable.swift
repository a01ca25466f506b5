import AdminAPI
import FoundationEssentials
import StewardValues

/// The facts about the API in `Fixtures/facts.tsv`, and the catalog in the same words.
///
/// Objects are told apart by the operations that give them and the way to them, not by their names,
/// which are the catalog's own: `users.list role`.
struct FactTable {
  /// Lines of operations, of their parameters, and of the fields of what they give.
  private(set) var facts: Set<String> = []

  // MARK: - What is documented

  /// Operations that the catalog calls otherwise get its names.
  static func documented(calling names: [String: String]) throws -> FactTable {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/facts.tsv")
    let text = try String(contentsOf: file, encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { line in
        line.split(separator: "\t").map { names[String($0)] ?? String($0) }
      }
    let objects = Dictionary(grouping: lines.filter { $0[0] == "field" }, by: { $0[1] })
    var table = FactTable()
    for line in lines {
      switch line[0] {
      case "operation":
        table.add(line.dropLast())
        table.add(fieldsOf: line.last ?? "", at: line[1], objects)
      case "parameter": table.add(line)
      default: break
      }
    }
    return table
  }

  private mutating func add(
    fieldsOf object: String,
    at place: String,
    _ objects: [String: [[String]]]
  ) {
    for field in objects[object] ?? [] {
      add(["field", place] + field[2...5])
      add(fieldsOf: field[6], at: "\(place) \(field[2])", objects)
    }
  }

  private mutating func add(_ fact: some Sequence<String>) {
    facts.insert(fact.joined(separator: "\t"))
  }

  // MARK: - What the catalog says

  static func described() -> FactTable {
    var table = FactTable()
    for operation in Catalog.all {
      table.add([
        "operation", operation.id, operation.method.rawValue, operation.path, pages(operation),
        list(operation.access.callers.map(\.rawValue)),
        list(operation.access.platforms.map(\.rawValue)), list(operation.access.scopes),
      ])
      for parameter in operation.parameters where !parameter.isPaging && parameter.place != .path {
        table.add([
          "parameter", operation.id, parameter.wireName, "\(parameter.place)",
          word(parameter.type, parameter.constraint), flags(parameter), values(parameter.type),
          parameter.defaultValue ?? "-", bounds(parameter.constraint),
        ])
      }
      table.add(fieldsOf: operation.response.shape, at: operation.id)
    }
    return table
  }

  private mutating func add(fieldsOf shape: Shape, at place: String) {
    for field in shape.fields {
      add([
        "field", place, field.name, Self.word(field.type, nil),
        field.type.isOptional ? "null" : "-", Self.values(field.type),
      ])
      if let inner = Self.inner(field.type) { add(fieldsOf: inner, at: "\(place) \(field.name)") }
    }
  }

  private static func inner(_ type: DataType) -> Shape? {
    switch type {
    case .optional(let type), .list(let type), .map(let type): inner(type)
    case .record(let shape): shape
    default: nil
    }
  }

  private static func list(_ names: [String]) -> String {
    names.isEmpty ? "-" : names.sorted().joined(separator: "|")
  }

  /// How the list is cut, and `usual/least..most` rows a page.
  private static func pages(_ operation: Operation) -> String {
    guard case .page(let style, _) = operation.response else { return "-" }
    guard let limit = operation.parameter("limit") else { return "\(name(style))" }
    switch style {
    case .token(.byBucketWidth(let widths)), .cursor(.byBucketWidth(let widths)):
      let texts = widths.sorted { $0.key < $1.key }
        .map { "\($0.key)=\($0.value.default)/\($0.value.maximum)" }
      return "\(name(style)) \(texts.joined(separator: " "))"
    default:
      guard case .range(let range) = limit.constraint else { return "\(name(style)) -/-..-" }
      let usual = limit.defaultValue ?? "-"
      return "\(name(style)) \(usual)/\(range.lowerBound)..\(range.upperBound)"
    }
  }

  private static func name(_ style: PageStyle) -> String {
    switch style {
    case .ids: "ids"
    case .token: "token"
    case .cursor: "cursor"
    }
  }

  private static func flags(_ parameter: Parameter) -> String {
    let flags = [parameter.isRequired ? "required" : nil, parameter.isNullable ? "nullable" : nil]
      .compactMap(\.self)
    return flags.isEmpty ? "-" : flags.joined(separator: " ")
  }

  /// Ids and amounts are texts on the wire: the API's word for them, not ours.
  private static func word(_ type: DataType, _ constraint: Constraint?) -> String {
    switch type {
    case .optional(let type): return word(type, constraint)
    case .bool: return "boolean"
    case .int: return "integer"
    case .decimal: return "number"
    case .string, .secret:
      if case .file = constraint { return "file" }
      return "string"
    case .id, .oneOf, .money: return "string"
    case .list(let element): return "array<\(word(element, constraint))>"
    case .map(.optional(let element)): return "map<\(word(element, nil))|null>"
    case .map(let element): return "map<\(word(element, nil))>"
    case .record: return "object"
    default: return "\(type)"
    }
  }

  private static func values(_ type: DataType) -> String {
    switch type {
    case .optional(let type), .list(let type): values(type)
    case .oneOf(let enumeration): list(enumeration.values)
    default: "-"
    }
  }

  private static func bounds(_ constraint: Constraint?) -> String {
    switch constraint {
    case .range(let range): "min=\(range.lowerBound);max=\(range.upperBound)"
    case .length(let range):
      range.lowerBound == 0
        ? "maxLength=\(range.upperBound)"
        : "minLength=\(range.lowerBound);maxLength=\(range.upperBound)"
    case .color: "maxLength=7"
    case .slug: "minLength=1;maxLength=255"
    case .items(let range):
      range.lowerBound == 0
        ? "maxItems=\(range.upperBound)"
        : "minItems=\(range.lowerBound);maxItems=\(range.upperBound)"
    case .dimensions(let names): "maxItems=100;dimensions=\(names.sorted().joined(separator: "|"))"
    default: "-"
    }
  }
}
