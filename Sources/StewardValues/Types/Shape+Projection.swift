extension Shape {
  /// The same fields in the same order, without those that are not named.
  package func projected(to names: Set<String>) -> Shape {
    named(name, fields: fields.filter { names.contains($0.name) })
  }
}
