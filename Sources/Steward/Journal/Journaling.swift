package import AdminAPI
internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// Where runs that change something are written down, and what of the program around them belongs
/// to that.
package struct Journaling: Sendable {
  package enum Place: Sendable {
    case folder(JournalFolder)
    /// For a machine where no file can be written. Such a run cannot be resumed.
    case stream(any LogFile)
  }

  package let place: Place
  /// Of the program that writes it.
  package let version: String
  /// `--arg NAME VALUE`.
  package var bindings: [(name: String, value: String)]
  /// `--note TEXT`.
  package var note: String?
  /// The texts that the script has loaded.
  package let modules: KeptModules
  /// False in a session, where a line means something only after the lines before it.
  package let isRepeatable: Bool

  package init(
    _ place: Place,
    version: String,
    bindings: [(name: String, value: String)] = [],
    note: String? = nil,
    modules: KeptModules = KeptModules(),
    isRepeatable: Bool = true
  ) {
    self.place = place
    self.version = version
    self.bindings = bindings
    self.note = note
    self.modules = modules
    self.isRepeatable = isRepeatable
  }

  /// What would run this again.
  func recipe(
    _ program: Program,
    _ parameters: [String: Value],
    _ settings: RunSettings,
    fileRoot: String
  ) -> RunRecipe {
    RunRecipe(
      source: program.source,
      modules: modules,
      bindings: bindings,
      parameters: parameters.filter { $0.value.secrets.isEmpty },
      now: settings.now,
      ceiling: settings.ceiling,
      fileRoot: WorkingFolder.absolute(fileRoot),
      isRepeatable: isRepeatable
    )
  }
}
