internal import AdminAPI
internal import StewardValues

/// Makes typed arguments of a request's query and body, and refuses what the catalog does not know.
struct ArgumentReader {
  let operation: AdminAPI.Operation

  /// - Throws: 400 with the first thing that is wrong, in the API's words.
  func read(_ request: Request) throws(APIFailure) -> Arguments {
    try checkBeta(request)
    var arguments = Arguments()
    try readQuery(request.query, into: &arguments)
    if request.method == .post { try readBody(request.body ?? [], into: &arguments) }
    try checkMissing(arguments)
    try checkRules(arguments)
    return arguments
  }

  // MARK: - Query

  private func readQuery(
    _ query: [(name: String, value: String)],
    into arguments: inout Arguments
  ) throws(APIFailure) {
    // The official SDK marks the calls of its beta classes.
    for (name, text) in query where (name, text) != ("beta", "true") {
      let isElement = name.hasSuffix("[]")
      let plain = isElement ? String(name.dropLast(2)) : name
      guard let parameter = parameter(onWire: plain), parameter.place == .query else {
        throw .invalid("\(name): Extra inputs are not permitted")
      }
      let key = parameter.name
      guard case .list(let element) = parameter.type else {
        if isElement { throw .invalid("\(name): Extra inputs are not permitted") }
        if arguments[key] != nil { throw .invalid("\(plain): Input should be a single value") }
        arguments[key] = try value(text, parameter.type, plain)
        continue
      }
      guard isElement else { throw .invalid("\(plain): Input should be a valid array") }
      let values = Array(arguments[key]?.list ?? [])
      let value = try value(text, element, "\(plain).\(values.count)")
      arguments[key] = Value(values + [value])
    }
  }

  private func parameter(onWire name: String) -> Parameter? {
    operation.parameters.first { $0.wireName == name }
  }

  private func value(
    _ text: String,
    _ type: DataType,
    _ place: String
  ) throws(APIFailure) -> Value {
    let value: Value? =
      switch type.unwrapped {
      case .int: text.utf8.allSatisfy(Self.isNumeric) ? Int(text).map { .int($0) } : nil
      case .bool: ["true": Value.bool(true), "false": .bool(false)][text]
      case .datetime: Timestamp(text).map { .datetime($0) }
      case .date: CalendarDate(text).map { .date($0) }
      default: Value(text)
      }
    guard let value else { throw .invalid("\(place): \(InputProblem.words(for: type))") }
    if let problem = InputProblem.find(in: value, type, place) { throw .invalid(problem) }
    return value
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  // MARK: - Body

  private func readBody(_ body: [UInt8], into arguments: inout Arguments) throws(APIFailure) {
    if body.isEmpty { return }
    if case .multipart = operation.body { return try readParts(body, into: &arguments) }
    guard let value = BodyJSON.value(body) else {
      throw .invalid("The request body is not valid JSON.")
    }
    if case .whole = operation.body, let parameter = operation.parameters.last {
      return try take(value, parameter, into: &arguments)
    }
    guard let record = value.record else {
      throw .invalid("body: Input should be a valid dictionary")
    }
    for (field, value) in zip(record.shape.fields, record.values) {
      guard let parameter = operation.parameter(field.name), parameter.place == .body else {
        throw .invalid("\(field.name): Extra inputs are not permitted")
      }
      try take(value, parameter, into: &arguments)
    }
  }

  private func take(
    _ value: Value,
    _ parameter: Parameter,
    into arguments: inout Arguments
  ) throws(APIFailure) {
    let type = parameter.isNullable ? parameter.type.orNull : parameter.type
    if let problem = InputProblem.find(in: value, type, parameter.name) { throw .invalid(problem) }
    arguments[parameter.name] = value
  }

  // MARK: - Rules

  private func checkMissing(_ arguments: Arguments) throws(APIFailure) {
    let missing = operation.parameters.first { parameter in
      parameter.isRequired && parameter.place != .path && arguments[parameter.name] == nil
    }
    if let missing { throw .invalid("\(missing.name): Field required") }
  }

  /// The catalog's own rules, in the API's words where it is known how they are.
  private func checkRules(_ arguments: Arguments) throws(APIFailure) {
    for parameter in operation.parameters {
      guard let value = arguments[parameter.name], let constraint = parameter.constraint else {
        continue
      }
      if let problem = InputProblem.find(in: value, constraint, parameter.name) {
        throw .invalid(problem)
      }
    }
    if arguments["after_id"] != nil, arguments["before_id"] != nil {
      throw .invalid("Only one of before_id and after_id may be specified.")
    }
    let violation = operation.validate(typed(arguments)).first { violation in
      violation.parameter.flatMap(operation.parameter)?.place != .path
    }
    guard let violation else { return }
    throw .invalid("\(violation.parameter.map { "\($0): " } ?? "")\(violation.message)")
  }

  /// With amounts as the catalog has them: on the wire they are texts of the smallest unit.
  private func typed(_ arguments: Arguments) -> Arguments {
    var typed = arguments
    for parameter in operation.parameters {
      guard case .money = parameter.type, let text = arguments[parameter.name]?.string,
        let amount = ExactDecimal(text), let money = Money(minorUnits: amount, currency: "USD")
      else { continue }
      typed[parameter.name] = Value(money)
    }
    return typed
  }
}
