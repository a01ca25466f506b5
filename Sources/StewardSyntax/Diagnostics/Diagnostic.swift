/// One finding about a source text, complete enough to be printed, sent to an editor or tested.
public struct Diagnostic: Sendable {
  /// Whether it keeps the text from being run.
  public enum Severity: String, Sendable { case error, warning }

  /// A place with a short remark: "this field has: admin, billing".
  public struct Label: Sendable {
    /// What it is about.
    public let range: SourceRange
    /// In few words.
    public let text: String
    /// A remark at a place.
    public init(_ range: SourceRange, _ text: String) {
      self.range = range
      self.text = text
    }
  }

  /// An edit that would mend it; never applied by itself.
  public struct Suggestion: Sendable {
    /// What is replaced; empty where something is missing.
    public let range: SourceRange
    /// What is to stand there.
    public let replacement: String
    /// One edit.
    public init(_ range: SourceRange, replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  /// Stable: `E0302`. The letter is the severity, the first two digits the area.
  public let code: String
  /// By the code's letter.
  public let severity: Severity
  /// Lower case, no full stop, names the thing: "`admn` is not a role of User".
  public let message: String
  /// What the carets stand below.
  public let range: SourceRange
  /// What stands at the carets: "did you mean "admin"?".
  public let hint: String?
  /// Other places that have to do with it.
  public let labels: [Label]
  /// Facts that belong to no place.
  public let notes: [String]
  /// An edit that would mend it, where one is likely enough.
  public let suggestion: Suggestion?
  /// True if text appended to the source could make it go away: the REPL then asks for more.
  public let isPartial: Bool

  /// A finding; the code's first letter decides whether it is an error.
  public init(
    _ code: String,
    _ message: String,
    at range: SourceRange,
    hint: String? = nil,
    labels: [Label] = [],
    notes: [String] = [],
    suggestion: Suggestion? = nil,
    isPartial: Bool = false
  ) {
    self.code = code
    severity = code.hasPrefix("W") ? .warning : .error
    self.message = message
    self.range = range
    self.hint = hint
    self.labels = labels
    self.notes = notes
    self.suggestion = suggestion
    self.isPartial = isPartial
  }
}
