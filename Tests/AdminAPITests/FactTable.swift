import AdminAPI
import FoundationEssentials
import StewardValues

/// The facts about the API in `Fixtures/seed-operations.tsv`, and the catalog in the same words.
///
/// A line is an operation (id, method, path, kind of pages, shape), one of its parameters
/// (operation, name, place, type, required, nullable, values, default, bounds) or a shape's field
/// (path of the shape, name, type, nullable, values).
enum FactTable {
  static func documented() throws -> Set<String> {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/seed-operations.tsv")
    let text = try String(contentsOf: file, encoding: .utf8)
    return Set(text.split(separator: "\n").map(String.init))
  }

  static func described() -> Set<String> {
    var lines: [String] = []
    for operation in Catalog.all {
      lines.append(line(operation))
      lines += operation.parameters.map { line($0, of: operation) }
      lines += self.lines(operation.response.shape, path: name(of: operation.response.shape))
    }
    return Set(lines)
  }

  /// What the reference calls a shape that the catalog names after its rows.
  private static let names = [
    "Organization": "OrganizationInfo", "User": "OrganizationUser", "Invite": "OrganizationInvite",
    "ApiKey": "APIKey", "UsageBucket": "MessagesUsageBucket",
    "ClaudeCodeUsage": "ClaudeCodeUsageRecord",
  ]

  private static func name(of shape: Shape) -> String {
    let name = shape.name ?? ""
    return names[name] ?? name
  }

  private static func line(_ operation: Operation) -> String {
    var pages = "-"
    if case .page(let style, _) = operation.response {
      if case .ids = style { pages = "cursor_id" } else { pages = "page_token" }
    }
    return [
      "operation", operation.id, operation.method.rawValue, operation.path, pages,
      name(of: operation.response.shape),
    ].joined(separator: "\t")
  }

  private static func line(_ parameter: Parameter, of operation: Operation) -> String {
    [
      "parameter", operation.id, parameter.name, "\(parameter.place)", word(parameter.type),
      parameter.isRequired ? "yes" : "no", parameter.isNullable ? "yes" : "no",
      values(parameter.type), parameter.defaultValue ?? "-", bounds(parameter.constraint),
    ].joined(separator: "\t")
  }

  private static func lines(_ shape: Shape, path: String) -> [String] {
    shape.fields.flatMap { field in
      let line = [
        "field", path, field.name, word(field.type), field.type.isOptional ? "yes" : "no",
        values(field.type),
      ].joined(separator: "\t")
      return [line] + (inner(field.type).map { lines($0, path: "\(path).\(field.name)") } ?? [])
    }
  }

  private static func inner(_ type: DataType) -> Shape? {
    switch type {
    case .optional(let type), .list(let type), .map(let type): inner(type)
    case .record(let shape): shape
    default: nil
    }
  }

  private static func word(_ type: DataType) -> String {
    switch type {
    case .optional(let type): word(type)
    case .bool: "boolean"
    case .int: "integer"
    case .string, .id, .oneOf: "string"
    case .list(let element): "array<\(word(element))>"
    case .map(.optional(let element)): "map<\(word(element))|null>"
    case .map(let element): "map<\(word(element))>"
    case .record: "object"
    case .any: "union"
    default: "\(type)"
    }
  }

  private static func values(_ type: DataType) -> String {
    switch type {
    case .optional(let type), .list(let type): values(type)
    case .oneOf(let enumeration): enumeration.values.sorted().joined(separator: "|")
    default: "-"
    }
  }

  private static func bounds(_ constraint: Constraint?) -> String {
    switch constraint {
    case .range(let range): "min=\(range.lowerBound);max=\(range.upperBound)"
    case .length(let range): "minLength=\(range.lowerBound);maxLength=\(range.upperBound)"
    case .items(let range): "maxItems=\(range.upperBound)"
    case .color: "maxLength=7;pattern=^#[0-9A-Fa-f]{6}$"
    default: "-"
    }
  }
}
