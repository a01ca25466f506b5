internal import AdminAPI
internal import StewardValues

/// The headers that go with every delivery of telemetry. The API keeps their values to itself; the
/// sandbox keeps their names only.
struct DestinationHeaders {
  private(set) var names: [String]
  /// Without regard to case.
  private var given: Set<String> = []
  private var bytes = 0
  /// Whether a value was given, and not only taken away.
  private(set) var setsValue = false

  init(_ names: [String] = []) { self.names = names }

  /// A value sets its header, null takes it away.
  ///
  /// - Throws: 400 for what no header can be, and for too many.
  mutating func merge(_ headers: Value?) throws(APIFailure) {
    guard let headers else { return }
    guard let record = headers.record else {
      throw .invalid("headers: Input should be a valid dictionary")
    }
    for (field, value) in zip(record.shape.fields, record.values) {
      guard given.insert(field.name.lowercased()).inserted else {
        throw .invalid("headers: two names cannot differ only in case")
      }
      try take(field.name, value.string)
    }
    try checkSize()
  }

  private mutating func take(_ name: String, _ value: String?) throws(APIFailure) {
    try Self.checkName(name)
    let place = names.firstIndex { $0.lowercased() == name.lowercased() }
    guard let value else {
      if let place { names.remove(at: place) }
      return
    }
    try Self.checkValue(value, of: name)
    setsValue = true
    bytes += name.utf8.count + value.utf8.count
    if let place { names[place] = name } else { names.append(name) }
  }

  /// A value that is stored already counts as the longest there is: nobody can read how long it is.
  private func checkSize() throws(APIFailure) {
    guard names.count <= 20 else { throw .invalid("headers: at most 20 headers") }
    guard setsValue else { return }
    let stored = names.filter { !given.contains($0.lowercased()) }
    let size = stored.reduce(bytes) { $0 + $1.utf8.count + Self.longestValue }
    guard size <= 16_384 else {
      throw .invalid("headers: names and values together can have at most 16384 bytes")
    }
  }

  private static let longestValue = 4096

  private static func checkName(_ name: String) throws(APIFailure) {
    guard (1...128).contains(name.utf8.count), name.utf8.allSatisfy(isOfToken) else {
      throw .invalid("headers: '\(name.prefix(140))' is not a header's name")
    }
    let plain = name.lowercased().replacing("_", with: "-")
    let isReserved =
      ["host", "cookie", "user-agent"].contains(plain)
      || ["content-", "proxy-", "x-forwarded-", "anthropic-"].contains { plain.hasPrefix($0) }
    if isReserved { throw .invalid("headers: '\(name)' is reserved") }
  }

  private static func checkValue(_ value: String, of name: String) throws(APIFailure) {
    let isPrintable = value.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    guard isPrintable, value.utf8.count <= longestValue, value.first != " ", value.last != " "
    else {
      throw .invalid(
        "headers.\(name): must be printable ASCII, at most 4096 characters, without a blank at its ends"
      )
    }
  }

  /// RFC 9110, section 5.6.2.
  private static func isOfToken(_ byte: UInt8) -> Bool {
    let scalar = Unicode.Scalar(byte)
    return byte < 0x7F
      && (Character(scalar).isLetter || Character(scalar).isNumber
        || "!#$%&'*+-.^_`|~".unicodeScalars.contains(scalar))
  }
}
