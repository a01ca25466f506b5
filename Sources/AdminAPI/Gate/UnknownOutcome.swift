internal import StewardValues

/// Finds out by reading whether a change was made whose answer was lost. It never sends it again.
struct UnknownOutcome {
  /// What the organization shows.
  enum Finding {
    /// It was made, with the answer that it would have had.
    case made(Value)
    case notMade
    /// It cannot be told, or not be read.
    case unclear
  }

  private let client: AdminClient
  private let gate: Gate
  private let change: SentChange
  private let operation: Operation
  private let arguments: Arguments
  /// When the change was about to be sent.
  private let intent: Timestamp

  init(_ client: AdminClient, _ change: SentChange, _ gate: Gate) {
    self.client = client
    self.gate = gate
    self.change = change
    operation = change.operation
    arguments = change.arguments
    intent = change.intent
  }

  func finding() async -> Finding {
    guard let collection = operation.semantics.collection else { return .unclear }
    do throws(ClientError) {
      guard case .creates = operation.semantics, operation.target(arguments) == nil else {
        return try await outcome(in: collection)
      }
      return try await created(in: collection)
    } catch {
      return .unclear
    }
  }

  /// Of an object whose identity the arguments tell: it is as the change wanted it.
  private func outcome(
    in collection: Semantics.Collection
  ) async throws(ClientError) -> Finding {
    guard let target = operation.target(arguments),
      let retrieval = Catalog.retrieval(of: collection)
    else { return .unclear }
    do throws(ClientError) {
      let object = try await client.perform(retrieval, retrieval.arguments(for: target))
      guard isAsWanted(object) else { return .notMade }
      return .made(isRemoval ? marker : object)
    } catch {
      guard error.kind == .notFound else { throw error }
      return isRemoval ? .made(marker) : .notMade
    }
  }

  private func isAsWanted(_ object: Value) -> Bool {
    switch operation.semantics {
    case .removes: object.record?["status"]?.string == "deleted"
    case .archives: object.record?["archived_at"].map { !$0.isNull } ?? false
    default: matches(object)
    }
  }

  private var isRemoval: Bool {
    if case .removes = operation.semantics { true } else { false }
  }

  /// Of an object that the server named: the only one with all fields that were sent, made since,
  /// that no other change of the run has made.
  private func created(
    in collection: Semantics.Collection
  ) async throws(ClientError) -> Finding {
    guard let listing = Catalog.listing(of: collection) else { return .unclear }
    let source = client.pages(listing, filters(of: listing))
    var candidates: [Value] = []
    while let page = try await source.nextPage() {
      candidates += page.rows.filter { isRecent($0) && matches($0) }
    }
    return gate.claim(among: candidates, in: collection, for: change)
  }

  /// What was sent narrows the list where the list has a filter of that name.
  private func filters(of listing: Operation) -> Arguments {
    var filters: Arguments = [:]
    for parameter in listing.parameters where parameter.place == .path || parameter.name == "email"
    {
      filters[parameter.name] = arguments[parameter.name]
    }
    return filters
  }

  private func isRecent(_ object: Value) -> Bool {
    guard let record = object.record,
      let field = record.shape.fields.first(where: \.isCreationTime),
      case .datetime(let created)? = record[field.name]
    else { return false }
    // A server may cut its times to full seconds.
    return created.microseconds >= intent.microseconds / 1_000_000 * 1_000_000
  }

  private func matches(_ object: Value) -> Bool {
    operation.parameters.filter { $0.place == .body }.allSatisfy { parameter in
      guard let sent = arguments[parameter.name], !sent.isNull else { return true }
      // What the server never shows cannot be compared.
      if parameter.type.holdsSecret { return true }
      guard let field = object.record?[parameter.name] else { return false }
      return Self.covers(field, sent, ignoringCase: parameter.isEmail)
    }
  }

  /// Whether a field has all that was sent; the server may have filled in more.
  private static func covers(_ field: Value, _ sent: Value, ignoringCase: Bool) -> Bool {
    if let sent = sent.record, let field = field.record {
      return zip(sent.shape.fields, sent.values).allSatisfy { name, value in
        field[name.name].map { covers($0, value, ignoringCase: false) } ?? value.isNull
      }
    }
    if ignoringCase, let field = field.string, let sent = sent.string {
      return field.lowercased() == sent.lowercased()
    }
    return Canonical.text(field) == Canonical.text(sent)
  }

  private var marker: Value {
    Prediction(
      operation: operation,
      arguments: arguments,
      before: nil,
      placeholder: nil,
      now: intent
    ).answer
  }
}

extension Parameter {
  fileprivate var isEmail: Bool { if case .email? = constraint { true } else { false } }
}
