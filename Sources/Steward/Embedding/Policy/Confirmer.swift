public import AdminAPI

/// A question that a run asks before it goes on.
public struct ConfirmationRequest: Sendable {
  /// What a person reads before the answer: for changes who and what by name, before and after, what
  /// else happens and what cannot be undone.
  public let text: String
  /// All changes that the run is going to make; nil for a script's own question, and where no plan
  /// could be made.
  public let changes: ChangeSet?
}

/// Who answers.
public struct Confirmer: Sendable {
  let answer: (@Sendable (ConfirmationRequest) async -> Bool)?

  private init(_ answer: (@Sendable (ConfirmationRequest) async -> Bool)?) { self.answer = answer }

  /// Nobody: what must be confirmed is refused.
  public static let refuse = Confirmer(nil)
  /// Yes to everything, for scripts that the host itself wrote.
  public static let approve = Confirmer { _ in true }
  /// Whoever the closure asks. It may take its time; a run that is cancelled cancels its task.
  public static func ask(_ answer: @escaping @Sendable (ConfirmationRequest) async -> Bool)
    -> Confirmer
  {
    Confirmer(answer)
  }
}
