internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// What a program may do, command by command:
/// ```
/// offboard.steward   effects: read, cut
///   12  users list --email …  read  1 request
///   16  api-keys update       cut   1 per row of 13
/// ```
struct EffectsTable {
  private let program: Program

  init(_ program: Program) { self.program = program }

  var text: String {
    let heading = "\(program.source.name)   effects: \(program.effects)"
    let rows = program.effectRows.map(cells)
    let widths = (0..<4).map { column in
      rows.map { DisplayWidth.of($0[column]) }.max() ?? 0
    }
    let lines = rows.map { cells in
      "  " + zip(cells, widths).map(Self.padded).joined(separator: "  ")
    }
    return ([heading] + lines.map(Self.trimmed)).joined(separator: "\n") + "\n"
  }

  private func cells(_ row: EffectRow) -> [String] {
    let line = row.source.lineNumber(of: row.range.lower)
    let place = row.source.name == program.source.name ? "\(line)" : "\(row.source.name):\(line)"
    let isFinal = row.effects.contains(.destroy)
    let requests = row.requests ?? ""
    let facts = isFinal ? (requests.isEmpty ? "" : "\(requests), ") + "cannot be undone" : requests
    return [place, escapingControls(row.command), row.effects.description, facts]
  }

  private static func padded(_ cell: String, to width: Int) -> String {
    cell + String(repeating: " ", count: max(0, width - DisplayWidth.of(cell)))
  }

  private static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }
}
