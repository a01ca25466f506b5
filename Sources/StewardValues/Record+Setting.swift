extension Record {
  /// The same record with one field replaced, or added at the end where it has none of that name.
  package func setting(_ name: String, to value: Value) -> Record {
    if let index = shape.index(of: name) {
      return Record(shape: shape) { $0 == index ? value : self[$0] }
    }
    return Record(shape: shape.adding(name)) { $0 < count ? self[$0] : value }
  }
}
