internal import AdminAPI
internal import StewardSyntax
internal import StewardValues

extension RunRecipe {
  /// For a plan or a journal. Secrets among the parameters are not in it; see ``masking(_:)``.
  var json: Value {
    Value(fields: [
      "script": Value(fields: [
        "name": Value(source.name),
        "text": Value(String(decoding: source.bytes, as: UTF8.self)),
        "modules": modules.json,
      ]),
      "arguments": Value(
        listing: bindings.map { .list(ListBox([Value($0.name), Value($0.value)])) }
      ),
      "parameters": parametersJSON,
      "now": .datetime(now),
      "ceiling": Value(listing: ceiling.words.map { Value($0) }),
      "file_root": Value(fileRoot),
      "repeatable": .bool(isRepeatable),
      "masked": .bool(isMasked),
      "inputs": Value(
        listing: inputs.map {
          Value(fields: ["path": Value($0.path), "sha256": Value($0.fingerprint)])
        }
      ),
      "standard_input": Value(standardInput.map { String(decoding: $0, as: UTF8.self) }),
      "answers": Value(
        listing: answers.map {
          Value(fields: ["question": Value($0.question), "answer": .bool($0.answer)])
        }
      ),
    ])
  }

  private var parametersJSON: Value {
    let sorted = parameters.sorted { $0.key < $1.key }
    let shape = Shape(fields: sorted.map { Field($0.key, .any) })
    return .record(Record(shape: shape, values: sorted.map(\.value)))
  }

  /// - Throws: `invalid` for what this program has not written.
  init(json: Value) throws(ClientError) {
    guard let record = json.record, let script = record["script"]?.record,
      let name = script["name"]?.string, let text = script["text"]?.string,
      let now = record["now"]?.string.flatMap({ Timestamp($0) }),
      let ceiling = Effects(words: record["ceiling"]?.list ?? []),
      let fileRoot = record["file_root"]?.string
    else { throw ClientError(.invalid, "the script of the run cannot be read") }
    self.init(
      source: SourceText(text, name: name),
      modules: try KeptModules(json: script["modules"] ?? .null),
      bindings: try Self.all(record["arguments"]) { pair in
        guard let pair = pair.list, pair.count == 2, let name = pair[0].string,
          let value = pair[1].string
        else { return nil }
        return (name, value)
      },
      parameters: Self.parameters(record["parameters"]),
      now: now,
      ceiling: ceiling,
      fileRoot: fileRoot,
      isRepeatable: record["repeatable"]?.bool ?? false
    )
    isMasked = record["masked"]?.bool ?? false
    inputs = try Self.all(record["inputs"]) { input in
      guard let path = input.record?["path"]?.string,
        let fingerprint = input.record?["sha256"]?.string
      else { return nil }
      return Input(path: path, fingerprint: fingerprint)
    }
    standardInput = record["standard_input"]?.string.map { Array($0.utf8) }
    answers = try Self.all(record["answers"]) { asked in
      guard let question = asked.record?["question"]?.string,
        let answer = asked.record?["answer"]?.bool
      else { return nil }
      return (question, answer)
    }
  }

  /// - Throws: `invalid` if one of them cannot be read.
  private static func all<Element>(
    _ list: Value?,
    _ read: (Value) -> Element?
  ) throws(ClientError) -> [Element] {
    var elements: [Element] = []
    for value in list?.list ?? [] {
      guard let element = read(value) else {
        throw ClientError(.invalid, "the script of the run cannot be read")
      }
      elements.append(element)
    }
    return elements
  }

  private static func parameters(_ json: Value?) -> [String: Value] {
    guard let record = json?.record else { return [:] }
    let pairs = zip(record.shape.fields.map(\.name), record.values)
    return Dictionary(pairs.map { ($0, $1) }) { first, _ in first }
  }
}

extension Value {
  init(listing values: some Sequence<Value>) { self = .list(ListBox(ContiguousArray(values))) }
}
