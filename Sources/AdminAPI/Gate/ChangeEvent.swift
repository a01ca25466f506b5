public import StewardValues

/// One change as it goes out and as it ends: a run's journal.
public struct ChangeEvent: Sendable {
  /// How far it has come.
  public enum Stage: Sendable {
    /// It is about to be sent.
    case sending
    /// It was made; the answer is the object, or what a host's command gave.
    case made(Value)
    /// It was certainly not made.
    case failed(ClientError)
    /// It was sent, and nobody knows whether it was made.
    case unknown(ClientError)
  }

  /// What is called.
  public let operation: Operation
  /// With what.
  public let arguments: Arguments
  /// How far it has come.
  public let stage: Stage

  /// The words of the command that makes it.
  public var command: String { operation.words.joined(separator: " ") }
}

extension ChangeEvent.Stage {
  init(_ outcome: ChangeOutcome) {
    switch outcome {
    case .made(let answer, _): self = .made(answer)
    case .refused(let error): self = .failed(error)
    case .unknown(let error): self = .unknown(error)
    }
  }
}
