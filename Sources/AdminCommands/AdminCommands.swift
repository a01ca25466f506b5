internal import AdminAPI
package import StewardRuntime
internal import StewardValues

/// The commands that reach an organization, and what scripts may name because of them.
package enum AdminCommands {
  /// Every operation of the catalog, and the way to those that it does not have.
  package static let all: [Command] =
    Catalog.all.map { OperationCommand($0).command } + [.apiGet] + SyncTarget.all.map(\.command)

  /// The whole language: the commands that know no API, and these.
  package static let vocabulary = Vocabulary(
    commands: BuiltinCommands.all + all,
    functions: BuiltinFunctions.all + [.resolveID],
    types: objectTypes,
    resources: Catalog.resources,
    names: .admin,
    rehearsal: { AdminRehearsal($0) }
  )

  /// `ApiKey` in `stream<ApiKey>`.
  private static var objectTypes: [String: DataType] {
    let named = Catalog.shapes.compactMap { shape in
      shape.name.map { ($0, DataType.record(shape)) }
    }
    return Dictionary(named, uniquingKeysWith: { first, _ in first })
  }
}
