public import StewardValues

/// What a call of a ``HostCommand`` gives to the script.
public struct HostResult: Sendable {
  enum Content: Sendable {
    case nothing
    case value(Value)
    case rows(@Sendable (RowBuffer) async -> Void)
  }
  let content: Content

  /// Nothing at all.
  public static let nothing = HostResult(content: .nothing)

  /// One value; for a command whose output is a stream, the list of its rows.
  public static func value(_ value: Value) -> HostResult { HostResult(content: .value(value)) }

  /// A Swift value, as ``Value/init(encoding:)`` makes one of it.
  public static func encoding(_ value: some Encodable) throws -> HostResult {
    .value(try Value(encoding: value))
  }

  /// Rows as they come: each is asked for when the script takes it, and few ahead of it. A script
  /// that has enough of them cancels the sequence's task.
  public static func rows<Rows>(_ rows: Rows) -> HostResult
  where Rows: AsyncSequence & Sendable, Rows.Element: Encodable {
    HostResult(
      content: .rows { buffer in
        do {
          for try await row in rows {
            guard await buffer.put(try Value(encoding: row)) else { return }
          }
          buffer.end(nil)
        } catch {
          buffer.end(error)
        }
      }
    )
  }
}
