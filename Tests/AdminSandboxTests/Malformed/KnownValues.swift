import AdminAPI
import AdminSandbox
import StewardValues

/// What an organization has given away of itself: ids and cursors to ask with.
struct KnownValues {
  /// By the name of their resource.
  private(set) var ids: [String: [String]] = [:]
  private(set) var cursors: [String] = ["page_bm90aGluZw==", "eyJvZmZzZXQiOjF9"]

  mutating func learn(from row: Value, _ type: DataType) {
    switch (type.unwrapped, row) {
    case (.id(let resource), .string(let box)):
      let known = ids[resource.name, default: []]
      if known.count < 60, !known.contains(box.string) {
        ids[resource.name, default: []].append(box.string)
      }
    case (.record(let shape), .record(let record)):
      for field in shape.fields {
        if let value = record[field.name] { learn(from: value, field.type) }
      }
    case (.list(let element), .list(let list)):
      for value in list.values { learn(from: value, element) }
    default: break
    }
  }

  mutating func learn(cursor: String) {
    if cursors.count < 60 { cursors.append(cursor) }
  }
}

/// All that an organization shows of itself, to be compared, and what can be learned from it.
struct OrganizationContents {
  private(set) var known = KnownValues()
  /// By what was asked.
  private(set) var answers: [String: String] = [:]

  private let sandbox: Sandbox

  init(of sandbox: Sandbox) async {
    self.sandbox = sandbox
    // First what needs no id.
    for operation in Self.reads { await read(operation) }
  }

  /// Reports tell of what was used, which no request changes.
  private static let reads: [AdminAPI.Operation] = {
    let reads = Catalog.all.filter { operation in
      operation.method == .get && !operation.path.contains("report")
        && !operation.path.contains("analytics")
        && operation.parameters.allSatisfy { $0.place == .path || !$0.isRequired }
    }
    let placed = (0...1).flatMap { count in
      reads.filter { $0.path.split(separator: "{").count - 1 == count }
    }
    return placed
  }()

  private mutating func read(_ operation: AdminAPI.Operation) async {
    guard let hole = operation.parameters.first(where: { $0.place == .path }) else {
      return await read(operation, at: operation.path)
    }
    guard case .id(let resource) = hole.type else { return }
    for id in known.ids[resource.name] ?? [] {
      let path = operation.path.replacing("{\(hole.name)}", with: id)
      await read(operation, at: path)
    }
  }

  private mutating func read(_ operation: AdminAPI.Operation, at path: String) async {
    var query: [(name: String, value: String)] = []
    if operation.parameter("include_archived") != nil { query.append(("include_archived", "true")) }
    var rest: [(name: String, value: String)]? = []
    while let cursor = rest {
      let request = Request(
        .get,
        path,
        query: query + cursor,
        headers: Headers([("x-api-key", sandbox.key), ("anthropic-beta", Self.betas)])
      )
      guard case .response(let response) = await sandbox.answer(request) else { return }
      answers[request.target] =
        "\(response.status) "
        + (response.status == 200 ? String(decoding: response.body, as: UTF8.self) : "")
      guard response.status == 200 else { return }
      rest = learn(from: response.body, operation).map { [$0] }
    }
  }

  /// - Returns: What leads to the next page, if there is one.
  private mutating func learn(
    from body: [UInt8],
    _ operation: AdminAPI.Operation
  ) -> (name: String, value: String)? {
    var reader = JSONReader()
    guard let answer = try? reader.read(body) else { return nil }
    guard case .page = operation.response else {
      known.learn(from: answer, .record(operation.response.shape))
      return nil
    }
    known.learn(
      from: answer.record?["data"] ?? .null,
      .list(.record(operation.response.shape))
    )
    if let cursor = answer.field("next_page") {
      known.learn(cursor: cursor)
      return ("page", cursor)
    }
    guard answer.record?["has_more"]?.bool == true, let last = answer.field("last_id") else {
      return nil
    }
    known.learn(cursor: last)
    return ("after_id", last)
  }

  static let betas = Set(Catalog.all.compactMap { $0.betaHeader?.value }).sorted()
    .joined(separator: ",")

  /// What the other one shows differently, in words; nil if nothing.
  func difference(from other: OrganizationContents) -> String? {
    let targets = Set(answers.keys).union(other.answers.keys).sorted()
    guard let target = targets.first(where: { answers[$0] != other.answers[$0] }) else {
      return nil
    }
    return "\(target): \(answers[target] ?? "nothing") and \(other.answers[target] ?? "nothing")"
  }
}
