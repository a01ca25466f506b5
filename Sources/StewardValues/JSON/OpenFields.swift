/// The names of an object that has too many of them for the cache of shapes.
struct OpenFields {
  private(set) var names: [String]
  private var indices: [String: Int]

  init(_ names: [String]) {
    self.names = names
    indices = Dictionary(
      names.enumerated().map { ($0.element, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Where the field is, or nil for a new one, which is then the last.
  mutating func index(of name: String) -> Int? {
    if let index = indices[name] { return index }
    indices[name] = names.count
    names.append(name)
    return nil
  }
}
