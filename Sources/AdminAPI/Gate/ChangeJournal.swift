public import StewardValues

/// Where a gate writes down what it lets out: ahead of sending, and when it is answered.
public protocol ChangeJournal: Sendable {
  /// A change is about to be sent.
  ///
  /// - Throws: What keeps it from being sent: that it cannot be written down.
  func willSend(_ change: SentChange) throws(ClientError)

  /// What became of a change. It was sent in any case.
  ///
  /// - Throws: That it cannot be written down; the run stops then.
  func didSettle(_ change: SentChange, _ outcome: ChangeOutcome) throws(ClientError)
}

/// A change that goes out.
public struct SentChange: Sendable {
  /// 1 for the first of the run.
  public let number: Int
  /// Its place in the plan, from 0; nil for a run without one.
  public let planned: Int?
  /// What is called.
  public let operation: Operation
  /// With the real ids of objects that the run has created.
  public let arguments: Arguments
  /// Whom or what it concerns, in words; the plan's where there is one.
  public let subject: String
  /// When it is sent, by the time at the server as far as it is known.
  public let intent: Timestamp
}

/// What became of a change that was sent.
public enum ChangeOutcome: Sendable {
  /// It was made; with the server's answer, and the request's id unless it was found by reading.
  case made(Value, requestID: String?)
  /// It was certainly not made.
  case refused(ClientError)
  /// Nobody knows.
  case unknown(ClientError)
}

extension ChangeOutcome {
  /// What an error says about a change that was sent.
  package init(_ error: ClientError) {
    self = error.outcomeUnknown ? .unknown(error) : .refused(error)
  }
}

/// What a journal says of a change that an earlier attempt of the run sent.
public enum EarlierChange: Sendable {
  /// It was made; with the server's answer.
  case made(Value)
  /// It was sent then, and may have been made.
  case unknown(intent: Timestamp)
}
