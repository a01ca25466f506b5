package import StewardValues

/// A consumer's word that it drops every row whose field has none of the values.
///
/// A source may leave such rows out, and may give them all the same: the consumer looks for itself.
package struct FieldMatch: Sendable {
  /// The way to the field: `created_by`, `id`.
  package let path: [String]
  /// At least one, none of them null.
  package let values: [Value]

  package init(path: [String], values: [Value]) {
    self.path = path
    self.values = values
  }
}
