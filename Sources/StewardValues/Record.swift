/// A row: a shared ``Shape`` and one value for each of its fields, in one allocation.
public struct Record: @unchecked Sendable {
  // Sound: the storage is written by the initializer only, before it escapes, and holds Sendable values.
  final class Storage: ManagedBuffer<Header, Value> {
    deinit {
      _ = withUnsafeMutablePointers { header, values in
        values.deinitialize(count: header.pointee.count)
      }
    }
  }
  struct Header {
    var shape: Shape
    var count: Int
    var footprint: Footprint
    var lease: Lease?
  }
  let storage: Storage

  /// - Precondition: one value for each field of the shape.
  public init(shape: Shape, values: some Collection<Value>) {
    precondition(values.count == shape.fields.count, "one value for each field")
    var index = values.startIndex
    self.init(shape: shape) { _ in
      defer { values.formIndex(after: &index) }
      return values[index]
    }
  }

  /// Makes each value by its field's index, without an array in between.
  public init(shape: Shape, make: (Int) -> Value) {
    let count = shape.fields.count
    let buffer = Storage.create(minimumCapacity: count) { _ in
      Header(shape: shape, count: 0, footprint: Footprint(bytes: 0, depth: 0))
    }
    storage = unsafeDowncast(buffer, to: Storage.self)
    storage.withUnsafeMutablePointers { header, values in
      for index in 0..<count {
        (values + index).initialize(to: make(index))
        header.pointee.count = index + 1
      }
      header.pointee.footprint = Footprint(of: UnsafeBufferPointer(start: values, count: count))
    }
  }

  /// The same fields, accounted for.
  init(_ record: Record, _ lease: Lease) {
    self.init(shape: record.shape) { record[$0] }
    storage.withUnsafeMutablePointerToHeader { header in
      header.pointee.footprint = header.pointee.footprint.leased
      header.pointee.lease = lease
    }
  }

  /// Its fields, shared with all rows of its kind.
  public var shape: Shape { storage.header.shape }
  /// As many as the shape has fields.
  public var count: Int { storage.header.count }
  package var footprint: Footprint { storage.header.footprint }

  /// The value of the field at `index` of the shape.
  public subscript(index: Int) -> Value {
    storage.withUnsafeMutablePointerToElements { $0[index] }
  }

  /// The value of the field called `name`, or nil if the shape has no such field.
  public subscript(name: String) -> Value? {
    shape.index(of: name).map { self[$0] }
  }

  /// In the order of the shape's fields.
  public var values: [Value] { (0..<count).map { self[$0] } }
}
