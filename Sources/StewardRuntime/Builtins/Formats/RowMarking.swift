package import StewardValues

/// Rows of a table that a reader should look at twice: they end with a star.
package struct RowMarking: Sendable {
  /// What the star means, said below the table.
  package let meaning: String
  private let isMarked: @Sendable (Record) -> Bool

  package init(meaning: String, where isMarked: @escaping @Sendable (Record) -> Bool) {
    self.meaning = meaning
    self.isMarked = isMarked
  }

  package func marks(_ row: Record) -> Bool { isMarked(row) }

  static let star = " *"
}
