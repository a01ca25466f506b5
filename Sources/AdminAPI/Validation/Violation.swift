/// Why arguments cannot be sent.
public struct Violation: Sendable, Equatable {
  /// The parameter by the API's name; nil if it concerns several.
  public let parameter: String?
  /// What is wrong, in words that stand after the parameter's name: `is required`.
  public let message: String

  /// One thing that is wrong with the arguments.
  public init(_ parameter: String?, _ message: String) {
    self.parameter = parameter
    self.message = message
  }
}

extension Violation: CustomStringConvertible {
  /// `role is required`.
  public var description: String {
    parameter.map { "\($0) \(message)" } ?? message
  }
}
