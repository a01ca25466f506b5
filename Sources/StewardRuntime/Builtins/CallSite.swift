internal import StewardSyntax
internal import StewardValues

/// Where a command was called: what it throws while its rows are pulled gets this place.
struct CallSite {
  let source: SourceText
  let range: SourceRange

  func error(_ kind: ErrorKind, _ message: String, help: String? = nil) -> RunError {
    RunError(kind, message, help: help).at(range, in: source)
  }
}

extension Call {
  var site: CallSite { CallSite(source: source, range: range) }
  var context: RunContext { evaluator.context }

  /// A text argument, or nil if it was not given.
  func text(_ name: String) -> String? { self[name]?.string }
  /// A whole number, or nil if it was not given.
  func integer(_ name: String) -> Int? { self[name]?.int }
  /// Whether a toggle was given.
  func isOn(_ name: String) -> Bool { self[name]?.bool ?? false }
  /// An argument that the binder has made sure of.
  func required(_ name: String) throws(RunError) -> Value {
    guard let value = self[name] else {
      throw site.error(.internal, "`\(command.name)` was called without `\(name)`")
    }
    return value
  }

  /// A count of rows, which cannot be negative.
  func rowCount(_ name: String) throws(RunError) -> Int? {
    guard let count = integer(name) else { return nil }
    guard count >= 0 else {
      throw site.error(.invalid, "`\(command.name)` takes a number of rows, not \(count)")
    }
    return count
  }
}

extension CheckedCall {
  /// The input's rows, unchanged in type.
  var rowsType: DataType { .stream(row) }

  /// What the static row type says about the field that an argument names.
  func field(_ parameter: String) -> Field? {
    guard case .record(let shape) = row.unwrapped, let name = self[parameter]?.constant?.string
    else { return nil }
    return shape[name]
  }

  /// The type of the field that an argument names, `any` where the rows are not described.
  func fieldType(_ parameter: String) -> DataType {
    if case .map(let type) = row.unwrapped { return type.orNull }
    if let field = field(parameter) { return field.type }
    if case .record(let shape) = row.unwrapped, shape.isOpen { return shape.otherType }
    return .any
  }

  /// E0310 for a field that no row can have.
  func unknownField(_ parameter: String) -> [ArgumentProblem] {
    guard case .record(let shape) = row.unwrapped, !shape.isOpen,
      let name = self[parameter]?.constant?.string, shape.index(of: name) == nil
    else { return [] }
    let names = shape.fields.map(\.name)
    let hint =
      name == "by"
      ? "it needs no `by`"
      : Spelling.nearest(name, in: names).map { "did you mean `\($0)`?" }
        ?? "the rows have: \(names.prefix(12).joined(separator: ", "))"
    let owner = shape.name.map { " of \($0)" } ?? ""
    return [ArgumentProblem(parameter, "E0310", "`\(name)` is not a field\(owner)", hint: hint)]
  }

  /// E0307 for a constant number of rows that makes no sense.
  func senselessCount(_ parameter: String, minimum: Int = 1) -> [ArgumentProblem] {
    guard let count = self[parameter]?.constant?.int, count < minimum else { return [] }
    return [
      ArgumentProblem(
        parameter,
        "E0307",
        "\(count) rows: the number begins at \(minimum)",
        hint: "leave the stage out, or give a larger number"
      )
    ]
  }
}
