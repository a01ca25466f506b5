package import StewardValues

extension PlannedChange {
  /// All of it as a record for a plan or a journal. It names an operation of the catalog and its
  /// arguments; never a method, a path or a header.
  package var json: Value {
    Value(fields: [
      "operation": Value(operation.id),
      "arguments": arguments.json,
      "effects": .list(ListBox(ContiguousArray(effects.words.map { Value($0) }))),
      "subject": Value(subject),
      "before": before ?? .null,
      "after": after,
      "place": Value(place),
      "placeholder": Value(placeholder),
      "step": .list(ListBox(ContiguousArray(step.numbers.map { .int($0) }))),
      "counted": counted.map { Value($0.map { Value($0) }) } ?? .null,
    ])
  }

  /// - Throws: `invalid` for what no plan of this program has.
  package init(json: Value) throws(ClientError) {
    guard let record = json.record, let id = record["operation"]?.string,
      let operation = Catalog.operation(id: id), !operation.isRead,
      let arguments = record["arguments"], let after = record["after"],
      let effects = Effects(words: record["effects"]?.list ?? []),
      let subject = record["subject"]?.string
    else { throw ClientError(.invalid, "the plan has a change that cannot be read") }
    var before: Value?
    if let known = record["before"], !known.isNull {
      before = try known.decoded(as: operation.objectShape)
    }
    self.init(
      operation: operation,
      arguments: try Arguments(json: arguments, of: operation),
      effects: effects,
      subject: subject,
      before: before,
      after: try after.decoded(as: operation.response.shape),
      place: record["place"]?.string,
      placeholder: record["placeholder"]?.string,
      step: ChangeStep((record["step"]?.list ?? []).compactMap(\.int))
    )
    counted = record["counted"]?.list?.compactMap(\.string)
  }
}

extension Arguments {
  /// By the API's names.
  package var json: Value {
    let shape = Shape(fields: entries.map { Field($0.name, .any) })
    return .record(Record(shape: shape, values: entries.map(\.value)))
  }

  /// - Throws: `invalid` for an argument that the operation does not have.
  package init(json: Value, of operation: Operation) throws(ClientError) {
    var fields: [Field] = []
    for name in json.record?.shape.fields.map(\.name) ?? [] {
      guard let parameter = operation.parameter(name) else {
        throw ClientError(.invalid, "\(operation.id) has no parameter `\(printable(name))`")
      }
      fields.append(Field(name, parameter.isNullable ? parameter.type.orNull : parameter.type))
    }
    let decoded = try json.decoded(as: Shape(fields: fields))
    let values = fields.map { (name: $0.name, value: decoded.record?[$0.name] ?? .null) }
    self.init(values)
  }
}

extension Operation {
  /// The shape of the objects that it concerns; its answer may be only a marker.
  package var objectShape: Shape {
    semantics.collection.flatMap { Catalog.retrieval(of: $0) }?.response.shape ?? response.shape
  }
}

extension Value {
  /// The same JSON, read by what is known of its fields. A field that it does not have is not there:
  /// an argument that is left out is not one that is null.
  package func decoded(as shape: Shape) throws(ClientError) -> Value {
    var reader = JSONReader(type: DataType.record(shape).withMoneyAsWritten)
    return try Wire.read(JSONWriter.utf8(self), &reader).keepingFields(of: self)
  }

  private func keepingFields(of source: Value) -> Value {
    switch (self, source) {
    case (.list(let own), .list(let source)) where own.values.count == source.values.count:
      return Value(zip(own.values, source.values).map { $0.keepingFields(of: $1) })
    case (.record(let own), .record(let source)):
      let kept = own.shape.fields.indices.filter { source[own.shape.fields[$0].name] != nil }
      let isWhole = kept.count == own.shape.fields.count
      let shape =
        isWhole
        ? own.shape : own.shape.named(own.shape.name, fields: kept.map { own.shape.fields[$0] })
      let values = kept.map { index in
        own[index].keepingFields(of: source[own.shape.fields[index].name] ?? .null)
      }
      return .record(Record(shape: shape, values: values))
    default: return self
    }
  }
}

extension Effects {
  /// As they are written in scripts.
  package var words: [String] {
    Effects.names.filter { contains($0.effect) }.map(\.name)
  }

  /// Nil if a word is no effect.
  package init?(words: ContiguousArray<Value>) {
    var effects: Effects = []
    for word in words {
      guard let known = Effects.names.first(where: { $0.name == word.string }) else { return nil }
      effects.formUnion(known.effect)
    }
    self = effects
  }
}

extension DataType {
  /// The same, with amounts of money as they are written here, with their currency: the API gives them
  /// in cents.
  fileprivate var withMoneyAsWritten: DataType {
    switch self {
    case .record(let shape): .record(shape.withMoneyAsWritten)
    case .optional(let inner): .optional(inner.withMoneyAsWritten)
    case .list(let element): .list(element.withMoneyAsWritten)
    case .map(let element): .map(element.withMoneyAsWritten)
    default: self
    }
  }
}

extension Shape {
  fileprivate var withMoneyAsWritten: Shape {
    let written = fields.map { field in
      Field(
        field.name,
        field.type.withMoneyAsWritten,
        field.summary,
        nullMeaning: field.nullMeaning
      )
    }
    return named(name, fields: written)
  }
}
