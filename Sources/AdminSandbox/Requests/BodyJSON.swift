internal import StewardValues

/// The JSON of a request's body.
enum BodyJSON {
  /// Any value, untyped; nil if the bytes are no JSON.
  static func value(_ bytes: [UInt8]) -> Value? {
    var reader = JSONReader()
    return try? reader.read(bytes)
  }
}
