public import StewardValues

/// A read of any path of the API, for what the catalog does not describe.
public struct PathRead: Sendable {
  let path: String
  private(set) var query: [(name: String, value: String)]
  /// Why the server's way to this page cannot be gone; thrown instead of asking for it.
  private var obstacle: String?
  private var cursors: Set<String> = []
  private var pages = 0
  private var rows = 0
  private var emptyPages = 0

  /// The first page, or the only answer.
  ///
  /// - Parameters:
  ///   - path: From `/v1/` on; it may have a query.
  ///   - query: More of the query, by the API's names. A list is sent as `name[]`, value by value.
  /// - Throws: `invalid` for a path that leads anywhere else, for `before_id`, and for values that
  ///   are no text.
  public init(_ path: String, query: Record? = nil) throws(ClientError) {
    let checked = try APIPath(path)
    self.path = checked.path
    self.query = checked.query
    for (field, value) in zip(query?.shape.fields ?? [], query?.values ?? []) {
      self.query += try Self.pairs(field.name, value)
    }
    guard !self.query.contains(where: { $0.name == "before_id" }) else {
      throw ClientError(
        .invalid,
        "`before_id` cannot be given: pages are followed forwards",
        hint: "begin after an object with `after_id`"
      )
    }
  }

  private static func pairs(
    _ name: String,
    _ value: Value
  ) throws(ClientError) -> [(name: String, value: String)] {
    guard !value.isNull else {
      throw ClientError(.invalid, "`\(name)` cannot be null in a query", hint: "leave it out")
    }
    guard let values = value.list else { return [(name, try text(value, of: name))] }
    let listName = name.hasSuffix("[]") ? name : "\(name)[]"
    var pairs: [(name: String, value: String)] = []
    for value in values { pairs.append((listName, try text(value, of: name))) }
    return pairs
  }

  private static func text(_ value: Value, of name: String) throws(ClientError) -> String {
    do throws(ClientError) {
      return try Wire.text(value)
    } catch {
      throw ClientError(
        .invalid,
        "`\(name)` cannot be \(value.typeName) in a query: a text, a number, true or false, or a list"
      )
    }
  }

  /// The allowance that it draws from, if the catalog knows the path.
  var budget: Budget { Catalog.first { $0.path == path }?.budget ?? .general }

  // MARK: Pages

  /// Throws instead of asking for a page that cannot be reached.
  func checkReachable() throws(ClientError) {
    if let obstacle { throw failed(ClientError(.server, obstacle)) }
  }

  /// An error with how much had been read before.
  func failed(_ error: ClientError) -> ClientError { error.after(pages: pages, rows: rows) }

  /// What reads the page after `page`; nil if that is the last one, or no page at all.
  func following(_ page: Value) -> PathRead? {
    guard let fields = page.record, let data = fields["data"]?.list else { return nil }
    let isToken = fields["next_page"] != nil
    let end = isToken ? PageEnd(ofToken: fields) : PageEnd(ofIDs: fields)
    guard let end, end != .last else { return nil }
    var next = self
    next.pages += 1
    next.rows += data.count
    next.emptyPages = data.isEmpty ? emptyPages + 1 : 0
    switch end {
    case .last: break
    case .broken(let reason): next.obstacle = reason
    case .next(let cursor): next.move(to: cursor, parameter: isToken ? "page" : "after_id")
    }
    return next
  }

  private mutating func move(to cursor: String, parameter: String) {
    query.removeAll { $0.name == parameter }
    query.append((parameter, cursor))
    let allowed = parameter == "page" ? PageEnd.emptyPagesAllowed : 0
    if emptyPages > allowed { obstacle = PageEnd.sendsNothing }
    if !cursors.insert(cursor).inserted { obstacle = PageEnd.sendsTheSame }
  }
}
