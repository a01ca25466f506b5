internal import AdminAPI
internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

extension OperationCommand {
  /// Sends one request, or gives the rows of a list: then nothing is sent before the first is taken.
  func run(_ call: Call, _ context: RunContext) throws(RunError) -> Output {
    var services = try context.adminServices()
    let given = arguments(of: call)
    let arguments = try services.names.resolved(given, of: operation, services, context)
    if let files = try files(call) { services = services.reading(files) }
    guard operation.isRead else {
      return .value(try services.change(operation, arguments, of: call, context))
    }
    guard pageStyle == nil else {
      try check(arguments)
      let pageSize = call[Self.pageSize]?.int
      let pages = OperationPages(services, operation, arguments, pageSize: pageSize)
      return .rows(PageRows(pages, context, at: call).stream)
    }
    let reading = services
    if case .content = operation.response {
      let bytes = try context.wait(.read) { () async throws(ClientError) in
        try await reading.client.content(operation, arguments, gate: reading.gate)
      }
      return .bytes(bytes)
    }
    return .value(
      try context.wait(.read) { () async throws(ClientError) in
        try await reading.client.perform(operation, arguments, gate: reading.gate)
      }
    )
  }

  /// The files that a call sends, by their names; nil for most operations.
  private func files(_ call: Call) throws(RunError) -> [String: [UInt8]]? {
    var files: [String: [UInt8]]?
    for (parameter, value) in zip(parameters, call.values) {
      guard case .file? = parameter.constraint, let value else { continue }
      for name in (value.list.map(Array.init) ?? [value]).compactMap(\.string) {
        files = files ?? [:]
        files?[name] = try call.bytes(ofFile: name)
      }
    }
    return files
  }

  /// The request as a line for a shell. Names in it would have to be looked up first.
  func curl(_ call: Call) throws(RunError) -> String {
    let arguments = arguments(of: call)
    if let name = operation.names(in: arguments).first?.name {
      throw RunError(
        .invalid,
        "`as-curl` sends nothing, and `\(printable(name))` would have to be looked up",
        help: "give the id instead of the name"
      )
    }
    do throws(ClientError) {
      return try CurlText(operation, arguments).text
    } catch {
      throw RunError(error)
    }
  }

  /// What was given, by the API's names. Null is there only where it was given as null.
  private func arguments(of call: Call) -> Arguments {
    Arguments(
      zip(parameters, call.values).compactMap { parameter, value in
        value.map { (name: parameter.name, value: $0) }
      }
    )
  }

  /// Finds wrong arguments of a list now, not when its first row is pulled.
  private func check(_ arguments: Arguments) throws(RunError) {
    do throws(ClientError) {
      _ = try RequestBuilder(operation, arguments).build()
    } catch {
      throw RunError(error)
    }
  }
}
