package import AdminAPI
package import StewardRuntime
internal import StewardValues

/// The commands that reach an organization, and what scripts may name because of them.
package enum AdminCommands {
  /// Every operation of the catalog, the way to those that it does not have, and what is built on
  /// both.
  package static var all: [Command] { groups.flatMap(\.commands) }

  private static let groups: [CommandGroup] =
    Catalog.sections.map { section in
      CommandGroup([Operation.word(section.head)]) {
        section.operations().map { OperationCommand($0).command }
      }
    } + [
      CommandGroup(["organization"]) { [.organizationSnapshot] },
      CommandGroup(["api"]) { [.apiGet] }, CommandGroup(["sync"]) { SyncTarget.all.map(\.command) },
    ]

  /// The command of one operation, which need not be in the catalog: what a test describes.
  package static func command(of operation: Operation) -> Command {
    OperationCommand(operation).command
  }

  /// The whole language: the commands that know no API, and these.
  package static let vocabulary = Vocabulary(
    groups: [.builtin] + groups,
    functions: BuiltinFunctions.all + [.resolveID],
    types: { objectTypes },
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
