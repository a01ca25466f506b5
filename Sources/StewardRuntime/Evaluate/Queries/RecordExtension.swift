internal import StewardValues

/// How records of one shape get more fields.
final class RecordExtension {
  private let shape: Shape
  /// For each field of the new shape where its value is: in the record or, behind its end, among
  /// the new values.
  private let sources: [Int]

  /// A name that the shape has is replaced where it stands, others come at the end.
  init(of input: Shape, by names: [String]) {
    var fields = input.fields
    var sources = Array(fields.indices)
    for (index, name) in names.enumerated() {
      let source = input.fields.count + index
      if let place = fields.firstIndex(where: { $0.name == name }) {
        fields[place] = Field(name, .any)
        sources[place] = source
      } else {
        fields.append(Field(name, .any))
        sources.append(source)
      }
    }
    shape = Shape(fields: fields, isOpen: input.isOpen)
    self.sources = sources
  }

  /// The record with a value for each of the names.
  @inline(__always)
  func apply(to record: Record, _ values: ContiguousArray<Value>) -> Record {
    let count = record.count
    return Record(shape: shape) { index in
      let source = sources[index]
      return source < count ? record[source] : values[source - count]
    }
  }
}
