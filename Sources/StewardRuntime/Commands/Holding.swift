package import StewardSyntax
internal import StewardValues

/// What a stage keeps in memory of the rows that pass it.
package enum Holding: Sendable {
  /// Each row is gone before the next one comes.
  case nothing
  /// So many rows, however many there are.
  case window
  /// One entry for each different value.
  case keys
  /// All rows, or what is made of each of them.
  case rows
}

extension Holding: CustomStringConvertible {
  /// In words that finish "it holds …".
  package var description: String {
    switch self {
    case .nothing: "nothing"
    case .window: "a few rows"
    case .keys: "one entry for each different value"
    case .rows: "all rows"
    }
  }
}

extension QueryVerb {
  /// What the stage holds; of a join the right side.
  package var holding: Holding {
    switch self {
    case .where, .select, .extend, .drop, .agg, .sum, .avg, .min, .max: .nothing
    case .group: .keys
    case .sort, .join: .rows
    }
  }
}

extension OutputFormat {
  /// What is held while rows of a type are written in it.
  func holding(_ row: DataType) -> Holding {
    switch self {
    case .ndjson, .yaml, .lines: .nothing
    case .table: .window
    case .json: .rows
    case .csv, .md: ColumnLayout.isStatic(row) ? .window : .rows
    }
  }
}
