/// A record while its values arrive; until then they are null.
struct RecordBuilder {
  private let storage: Record.Storage
  private let values: UnsafeMutablePointer<Value>

  init(_ shape: Shape) {
    let count = shape.fields.count
    let buffer = Record.Storage.create(minimumCapacity: count) { _ in
      Record.Header(shape: shape, count: count, footprint: Footprint(bytes: 0, depth: 0))
    }
    storage = unsafeDowncast(buffer, to: Record.Storage.self)
    // The values are part of the storage, which does not move and lives as long as the builder.
    values = storage.withUnsafeMutablePointerToElements { $0 }
    values.initialize(repeating: .null, count: count)
  }

  /// The value of a field of the shape.
  @inline(__always)
  subscript(index: Int) -> Value {
    get { values[index] }
    nonmutating set { values[index] = newValue }
  }

  /// The record; nothing is set after this.
  consuming func finish() -> Record {
    storage.withUnsafeMutablePointerToHeader { header in
      header.pointee.footprint =
        Footprint(of: UnsafeBufferPointer(start: values, count: header.pointee.count))
    }
    return Record(storage: storage)
  }
}

extension Record {
  fileprivate init(storage: Storage) { self.storage = storage }
}
