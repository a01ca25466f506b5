public import StewardValues

/// One change as it was recorded, before anything is sent.
public struct PlannedChange: Sendable {
  /// What is called.
  public let operation: Operation
  /// With placeholders for the ids of objects that the plan itself creates.
  public let arguments: Arguments
  /// What it does, as exactly as the object's state tells.
  public let effects: Effects
  /// Whom or what it concerns, in words: `Jane Doe <jane@acme.example>`.
  public let subject: String
  /// The object as it was read; nil for one that is created.
  public let before: Value?
  /// The object, or the deletion marker, that the change is expected to give.
  public let after: Value
  /// Where in the script it came from.
  public let place: String?
  /// The id that stands for the object until it has a real one; nil if nothing is created.
  public let placeholder: String?
  /// Where in the course of the run it stands.
  public let step: ChangeStep
  /// What happens to other objects, counted when the plan was made; nil if nobody has counted.
  package var counted: [String]?

  /// A change as a gate records it.
  public init(
    operation: Operation,
    arguments: Arguments,
    effects: Effects,
    subject: String,
    before: Value?,
    after: Value,
    place: String?,
    placeholder: String?,
    step: ChangeStep = ChangeStep()
  ) {
    self.operation = operation
    self.arguments = arguments
    self.effects = effects
    self.subject = subject
    self.before = before
    self.after = after
    self.place = place
    self.placeholder = placeholder
    self.step = step
  }

  /// What else happens when it is made, with numbers where they were counted.
  public var also: [String] {
    operation.also + (counted ?? sideEffects.compactMap(\.summary))
      + [operation.notifies, operation.consumes.map { "uses up \($0)" }].compactMap(\.self)
  }

  /// What it does to other objects, in general.
  package var sideEffects: [SideEffect] {
    operation.affects.filter { !$0.effects.isDisjoint(with: effects) }
  }

  /// What nobody may read of what is sent: dots, in a plan that was written down.
  package var secrets: [Secret] { arguments.entries.flatMap(\.value.secrets) }

  /// The object's id; nil for one that has none yet.
  package var objectID: String? { operation.target(arguments)?.identity.last }
}
