internal import StewardRuntime
public import StewardValues

/// One parameter of a ``HostCommand``, as a script writes it and the checker holds it to its type.
public struct HostParameter: Sendable {
  let described: CommandParameter
  /// What the body gets where a script leaves it out; nil: it is absent then.
  let defaultValue: Value?

  private init(_ described: CommandParameter, default defaultValue: Value? = nil) {
    self.described = described
    self.defaultValue = defaultValue
  }

  /// A word or value in its place: `deploy restart web`.
  ///
  /// It must be given unless it has a default or is optional; such ones stand last. The name is in
  /// kebab case, and the body finds the argument by it.
  public static func positional(
    _ name: String,
    _ type: DataType,
    _ summary: String,
    optional isOptional: Bool = false,
    default defaultValue: Value? = nil
  ) -> HostParameter {
    make(name, .positional, type, !isOptional && defaultValue == nil, summary, defaultValue)
  }

  /// All further words and values, as a list with elements of the given type; none are an empty list.
  public static func rest(
    _ name: String,
    _ element: DataType,
    _ summary: String
  ) -> HostParameter {
    make(name, .rest, element, false, summary, [])
  }

  /// `--name value`, which may be left out unless it is required.
  public static func flag(
    _ name: String,
    _ type: DataType,
    _ summary: String,
    required isRequired: Bool = false,
    default defaultValue: Value? = nil
  ) -> HostParameter {
    make(name, .flag, type, isRequired, summary, defaultValue)
  }

  /// `--name`: true where it is given, otherwise false.
  public static func toggle(_ name: String, _ summary: String) -> HostParameter {
    make(name, .toggle, .bool, false, summary, false)
  }

  private static func make(
    _ name: String,
    _ style: CommandParameter.Style,
    _ type: DataType,
    _ isRequired: Bool,
    _ summary: String,
    _ defaultValue: Value?
  ) -> HostParameter {
    let isTold = style == .positional || style == .flag
    return HostParameter(
      CommandParameter(
        name,
        style,
        type,
        required: isRequired,
        nullable: type.isOptional,
        summary,
        default: isTold ? defaultValue?.description : nil
      ),
      default: defaultValue
    )
  }
}
