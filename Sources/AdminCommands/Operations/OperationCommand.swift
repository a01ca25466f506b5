internal import AdminAPI
internal import StewardRuntime
internal import StewardValues

/// One operation of the catalog as a command of the language. There is no code for any single one.
struct OperationCommand: Sendable {
  let operation: Operation
  /// What a person gives: all but paging, in the order of the command's parameters.
  let parameters: [Parameter]

  init(_ operation: Operation) {
    self.operation = operation
    parameters = operation.parameters.filter { !$0.isPaging }
  }

  static let pageSize = "page-size"

  var command: Command {
    Command(
      operation.words.joined(separator: " "),
      operation.summary,
      parameters: parameters.map(\.ofCommand) + [pageSizeParameter].compactMap(\.self),
      notes: operation.paragraphs,
      examples: [CommandExample(operation.example, operation.summary)],
      searchTerms: [operation.id],
      output: { [type = outputType] _ in type },
      effects: effects(of:),
      requests: pageStyle == nil ? "1 request" : "1 per page",
      validate: problems(of:),
      request: { call throws(RunError) in try self.curl(call) },
      fetches: fetching,
      run: { call, context throws(RunError) in try self.run(call, context) }
    )
  }

  /// How the answer is cut into pages; nil for an operation that answers with one object.
  var pageStyle: PageStyle? {
    if case .page(let style, _) = operation.response { style } else { nil }
  }

  private var outputType: DataType {
    if case .content = operation.response { return .text }
    let row = DataType.record(operation.response.shape)
    return pageStyle == nil ? row : .stream(row)
  }

  private var pageSizeParameter: CommandParameter? {
    guard let pageStyle else { return nil }
    return CommandParameter(
      Self.pageSize,
      .flag,
      .int,
      "Rows a page, for measuring; fewer where fewer are taken",
      default: String(pageStyle.largestPage)
    )
  }
}

extension Parameter {
  /// The name in kebab case.
  var commandName: String { name.split(separator: "_").joined(separator: "-") }

  fileprivate var ofCommand: CommandParameter {
    CommandParameter(
      commandName,
      place == .path ? .positional : .flag,
      type,
      required: isRequired,
      nullable: isNullable,
      summary.capitalizedFirst,
      default: defaultValue
    )
  }
}
