public import AdminAPI
public import StewardRuntime
public import StewardValues

/// Something that happens in a run. More kinds may come: a `switch` over them needs a `default`.
public enum RunEvent: Sendable {
  /// Text that the script printed.
  case output(String)
  /// One row of its result, or the whole of a result that is no rows.
  case row(Value)
  /// A line beside the results.
  case note(RunNote)
  /// How far a host's command has come.
  case progress(RunProgress)
  /// The policy's `confirm` is asked.
  case asked(ConfirmationRequest)
  /// What it answered.
  case answered(ConfirmationRequest, Bool)
  /// A change goes out, or its outcome is known.
  case change(ChangeEvent)
}

/// A line that a run writes beside its results.
public struct RunNote: Sendable, Hashable, CustomStringConvertible {
  /// The line.
  public let text: String
  /// True for what `warn` and the runtime warn of, false for what is only logged.
  public let isWarning: Bool

  /// A line, as a test expects it.
  public init(_ text: String, isWarning: Bool = false) {
    self.text = text
    self.isWarning = isWarning
  }

  /// The line.
  public var description: String { text }
}
