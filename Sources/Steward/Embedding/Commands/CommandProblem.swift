/// A mistake in the description of a ``HostCommand``, found when the ``Engine`` is made.
public struct CommandProblem: Error, Sendable, CustomStringConvertible {
  /// What is wrong, for a program.
  public enum Kind: Sendable {
    /// A word of its name cannot stand in a script.
    case illegalWord
    /// There is a command of that name.
    case nameTaken
    /// A parameter's name cannot stand in a script.
    case illegalParameter
    /// Two parameters have one name.
    case duplicateParameter
    /// A positional parameter stands where no argument could reach it.
    case misplacedParameter
    /// A type that no argument, or no result, can have.
    case illegalType
    /// A default that is no value of its parameter's type.
    case illegalDefault
  }

  /// What is wrong, in one word.
  public let kind: Kind
  /// The command's name as it was given.
  public let command: String
  /// What is wrong and what would be right, in one line.
  public let message: String

  init(_ kind: Kind, _ command: String, _ message: String) {
    self.kind = kind
    self.command = command
    self.message = message
  }

  /// The message behind the command's name.
  public var description: String { "host command `\(command)`: \(message)" }
}
