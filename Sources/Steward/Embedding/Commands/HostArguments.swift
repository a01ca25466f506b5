internal import StewardRuntime
public import StewardValues

/// What a script gave to one call of a ``HostCommand``. Every value has its parameter's type.
public struct HostArguments: Sendable {
  private let values: [String: Value]
  /// What came through the pipe, rows as a list; nil for a command that begins a pipeline.
  public let input: Value?

  init(_ values: [String: Value], input: Value?) {
    self.values = values
    self.input = input
  }

  /// The argument or its default; nil if it was left out and has none.
  public subscript(name: String) -> Value? { values[name] }

  /// The argument as a Swift value: `let service: String = try arguments["service"]`. One that may
  /// be left out is read as an optional.
  ///
  /// - Throws: `DecodingError` if it is absent, or has a type that does not fit.
  public subscript<Result: Decodable>(name: String) -> Result {
    get throws { try (values[name] ?? .null).decoded() }
  }

  /// All arguments as one Swift value: a property `olderThan` is the parameter `older-than`.
  ///
  /// - Throws: `DecodingError`, with the name of what does not fit.
  public func decoded<Result: Decodable>(as type: Result.Type = Result.self) throws -> Result {
    let named = values.sorted { $0.key < $1.key }
    let shape = Shape(
      fields: named.map { Field($0.key.split(separator: "-").joined(separator: "_"), .any) }
    )
    return try Value.record(Record(shape: shape, values: named.map(\.value))).decoded(as: type)
  }
}
