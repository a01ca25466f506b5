internal import AdminAPI
internal import StewardRuntime
internal import StewardValues

extension Command {
  /// The way to operations that the catalog does not have.
  static let apiGet = Command(
    "api get",
    "Reads any path of the API",
    parameters: [
      CommandParameter(
        "path",
        .positional,
        .string,
        required: true,
        "From /v1/ on; it may have a query"
      ),
      CommandParameter(
        "query",
        .flag,
        .map(.any),
        "More of the query: {limit: 100, statuses: [\"pending\"]}"
      ),
    ],
    notes: [
      "Gives the rows of all pages where the answer is a list, otherwise the answer itself.",
      "Nothing is known of the fields: an amount stays the text that the server sent.",
      "The first request is sent at once.",
    ],
    examples: [
      CommandExample("api get /v1/organizations/me", "the organization, as the server sent it"),
      CommandExample("api get /v1/organizations/users | count", "rows of all pages"),
    ],
    searchTerms: ["raw", "request", "endpoint", "curl", "http"],
    output: { _ in .any },
    effects: { _ in .read },
    requests: "1 per page",
    validate: { call in
      guard let path = call["path"]?.constant?.string else { return [] }
      return PathRead.problem(of: path).map { [$0] } ?? []
    },
    fetches: { sketch in
      let path = (sketch.values.first ?? nil)?.string ?? "{path}"
      let query = (sketch.values.last ?? nil).map { " \(JSONWriter.text($0))" } ?? ""
      return Fetching(
        request: "GET \(path)\(query)",
        requests: "1, and 1 for each further page of a list",
        filters: [],
        notes: []
      )
    },
    run: { call, context throws(RunError) in
      let services = try context.adminServices()
      let read = try PathRead.of(call)
      let answer = try context.wait(.read) { () async throws(ClientError) in
        try await services.client.read(read, gate: services.gate)
      }
      guard let rows = answer.rows else { return .value(answer.value) }
      let pages = PathPages(services, first: rows, following: answer.next)
      return .rows(PageRows(pages, context, at: call).stream)
    }
  )
}

extension PathRead {
  fileprivate static func of(_ call: Call) throws(RunError) -> PathRead {
    do throws(ClientError) {
      return try PathRead(call["path"]?.string ?? "", query: call["query"]?.record)
    } catch {
      throw RunError(error)
    }
  }

  fileprivate static func problem(of path: String) -> ArgumentProblem? {
    do throws(ClientError) {
      _ = try PathRead(path)
      return nil
    } catch {
      return ArgumentProblem("path", "E0304", error.message, hint: error.hint)
    }
  }
}
