/// What a command may do to the world. Empty means that it only computes.
public struct Effects: OptionSet, Sendable, Hashable {
  /// One bit each.
  public let rawValue: UInt16
  /// From the bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Reads from the organization.
  public static let read = Effects(rawValue: 1 << 0)
  /// A secret leaves the server.
  public static let reveal = Effects(rawValue: 1 << 1)
  /// Something new exists afterwards.
  public static let create = Effects(rawValue: 1 << 2)
  /// Something that exists is different afterwards.
  public static let update = Effects(rawValue: 1 << 3)
  /// Somebody or something can do more afterwards.
  public static let grant = Effects(rawValue: 1 << 4)
  /// Something stops working at once, though it can be put back.
  public static let cut = Effects(rawValue: 1 << 5)
  /// Cannot be put back through the API.
  public static let destroy = Effects(rawValue: 1 << 6)
  /// Reads or writes files.
  public static let file = Effects(rawValue: 1 << 7)
  /// Asks at the terminal.
  public static let prompt = Effects(rawValue: 1 << 8)
  /// Whatever a host's command does.
  public static let exec = Effects(rawValue: 1 << 9)

  /// Whatever a command could do.
  public static let all = Effects(rawValue: (1 << 10) - 1)
  /// Those that change the organization.
  public static let changes: Effects = [.create, .update, .grant, .cut, .destroy]
  /// What is always confirmed before anything is sent. All changes are planned; others are confirmed
  /// where they are many, or give somebody outside the organization access.
  public static let planned: Effects = [.cut, .destroy]

  /// The names as they are written in a script, in order of weight.
  public static let names: [(name: String, effect: Effects)] = [
    ("read", .read), ("reveal", .reveal), ("create", .create), ("update", .update),
    ("grant", .grant), ("cut", .cut), ("destroy", .destroy), ("file", .file),
    ("prompt", .prompt), ("exec", .exec),
  ]

  /// The effect called `name`, or nil.
  public init?(name: some StringProtocol) {
    guard let entry = Effects.names.first(where: { $0.name == name }) else { return nil }
    self = entry.effect
  }
}

extension Effects: CustomStringConvertible {
  /// `read, cut`, or `none`.
  public var description: String {
    let names = Effects.names.filter { contains($0.effect) }.map(\.name)
    return names.isEmpty ? "none" : names.joined(separator: ", ")
  }
}
