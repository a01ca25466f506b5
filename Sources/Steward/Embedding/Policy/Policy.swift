public import StewardValues

/// What scripts may do in a host, and who is asked.
///
/// The default is for a script that nobody knows: it may read the organization, and nothing else.
public struct Policy: Sendable {
  /// What becomes of a run that must be planned, and has a command that cannot be predicted.
  public enum Unplanned: Sendable {
    /// It is refused before anything is done.
    case refuse
    /// ``Policy/confirm`` is asked, without being shown what would change.
    case ask
  }

  /// What a script may do at most; one that may do more is refused before anything is sent.
  ///
  /// The effect `file` is governed by ``fileRoot``.
  public var allow: Effects
  /// Who agrees before anything is cut or destroyed, and answers a script's own `confirm`.
  public var confirm: Confirmer
  /// What becomes of commands without a prediction in a run that cuts or destroys.
  public var unplanned: Unplanned
  /// What `env("NAME")` gives. Nothing of the process's own environment is seen.
  public var environment: [String: String]
  /// The folder below which scripts read and write files; nil: no files at all.
  public var fileRoot: String?
  /// Where `source` and `use` find modules.
  public var modules: ModuleSource

  /// A policy; what is left out forbids.
  public init(
    allow: Effects = .read,
    confirm: Confirmer = .refuse,
    unplanned: Unplanned = .refuse,
    environment: [String: String] = [:],
    fileRoot: String? = nil,
    modules: ModuleSource = .none
  ) {
    self.allow = allow
    self.confirm = confirm
    self.unplanned = unplanned
    self.environment = environment
    self.fileRoot = fileRoot
    self.modules = modules
  }

  /// All that scripts may do.
  var ceiling: Effects {
    fileRoot == nil ? allow.subtracting(.file) : allow.union(.file)
  }
}
