internal import AdminAPI
internal import StewardValues

/// The tokens for the next page: each is good for its own query only.
struct PageTokens {
  private let ids: ObjectIDs

  init(_ call: Call) {
    var random = RandomBits(seed: 0).purpose("page")
    for byte in call.operation.id.utf8 { random = random.at(Int(byte)) }
    let entries = call.arguments.entries.filter { $0.name != "page" && $0.name != "limit" }
    for (name, value) in entries.sorted(by: { $0.name < $1.name }) {
      for byte in "\(name)=\(Self.text(value))".utf8 { random = random.at(Int(byte)) }
    }
    ids = ObjectIDs(prefix: "page_", random)
  }

  func token(_ position: Int) -> String { ids[position] }

  /// - Throws: 400 for a token of another query, or none of ours.
  func position(_ token: String, in range: ClosedRange<Int>) throws(APIFailure) -> Int {
    guard let position = ids.number(of: token), range.contains(position) else {
      throw .invalid("page: The page token does not belong to this query")
    }
    return position
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .list(let box): box.values.map(text).joined(separator: ",")
    case .datetime(let time): String(time.microseconds)
    case .date(let date): date.description
    case .string(let box): box.string
    case .bool(let bool): String(bool)
    default: ""
    }
  }
}
