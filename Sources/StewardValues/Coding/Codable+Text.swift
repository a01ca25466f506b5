// What is written as text in JSON is written as text by every coder: no amount becomes a binary
// number on the way.

extension Money: Codable {
  /// From text: `12.50 USD`.
  public init(from decoder: any Decoder) throws { self = try decoder.text(Money.init, "an amount") }
  /// As text: `12.50 USD`.
  public func encode(to encoder: any Encoder) throws { try encoder.write(self) }
}

extension ExactDecimal: Codable {
  /// From text: `12.50`.
  public init(from decoder: any Decoder) throws {
    self = try decoder.text(ExactDecimal.init, "an exact number")
  }
  /// As text: `12.50`.
  public func encode(to encoder: any Encoder) throws { try encoder.write(self) }
}

extension Timestamp: Codable {
  /// From text, as RFC 3339 has it.
  public init(from decoder: any Decoder) throws {
    self = try decoder.text(Timestamp.init, "a moment")
  }
  /// As text, as RFC 3339 has it.
  public func encode(to encoder: any Encoder) throws { try encoder.write(self) }
}

extension CalendarDate: Codable {
  /// From text: `2026-10-01`.
  public init(from decoder: any Decoder) throws {
    self = try decoder.text(CalendarDate.init, "a day")
  }
  /// As text: `2026-10-01`.
  public func encode(to encoder: any Encoder) throws { try encoder.write(self) }
}

extension TimeSpan: Codable {
  /// From text: `1h30m`.
  public init(from decoder: any Decoder) throws {
    self = try decoder.text(TimeSpan.init, "a length of time")
  }
  /// As text: `1h30m`.
  public func encode(to encoder: any Encoder) throws { try encoder.write(self) }
}

extension Decoder {
  fileprivate func text<Result>(_ read: (String) -> Result?, _ what: String) throws -> Result {
    let container = try singleValueContainer()
    let text = try container.decode(String.self)
    guard let result = read(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no text of \(what)")
    }
    return result
  }
}

extension Encoder {
  fileprivate func write(_ value: some CustomStringConvertible) throws {
    var container = singleValueContainer()
    try container.encode(value.description)
  }
}
