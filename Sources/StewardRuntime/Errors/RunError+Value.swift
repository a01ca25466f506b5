internal import StewardSyntax
package import StewardValues

/// An error as a script sees it in `catch e`, and back.
extension RunError {
  /// The fields of `$e`, for the checker.
  package static let shape = Shape(
    "error",
    fields: [
      Field("kind", .string, "one of the kinds"),
      Field("message", .string, "what went wrong, on one line"),
      Field("code", .string, "the API's type of the error; otherwise the kind"),
      Field("api_code", .optional(.string), "the API's own code, such as invite_already_exists"),
      Field("status", .optional(.int), "of the HTTP answer"),
      Field("request_id", .optional(.string), "as the API names the request"),
      Field("retryable", .bool, "whether the same may succeed later"),
      Field("place", .optional(.string), "file, line and column"),
      Field("help", .optional(.string), "what to do about it"),
    ]
  )

  /// What `catch e` binds.
  var value: Value {
    func optional(_ text: String?) -> Value { text.map { Value($0) } ?? .null }
    let values: [Value] = [
      Value(kind.rawValue), Value(message), Value(api?.type ?? kind.rawValue),
      optional(api?.code), api?.status.map { .int($0) } ?? .null, optional(api?.requestID),
      .bool(isRetryable), optional(placeText), optional(help),
    ]
    return .record(Record(shape: RunError.shape, values: values))
  }

  /// From `throw "text"`, `throw {kind: "policy", message: "…"}` or a caught error thrown again.
  init(thrown value: Value) throws(RunError) {
    switch value {
    case .string(let box):
      self.init(.user, box.string)
    case .record(let record):
      guard case .string(let message)? = record["message"] else {
        throw RunError(.type, "a thrown record needs a `message`")
      }
      self.init(
        try ErrorKind(thrown: record["kind"] ?? .null),
        message.string,
        help: record["help"]?.string,
        api: APIDetails(thrown: record),
        isRetryable: record["retryable"]?.bool ?? false
      )
    default:
      throw RunError(
        .type,
        "`throw` takes text or a record with `message`, found \(value.typeName)"
      )
    }
  }
}

extension ErrorKind {
  fileprivate init(thrown value: Value) throws(RunError) {
    guard !value.isNull else {
      self = .user
      return
    }
    guard let word = value.string else {
      throw RunError(.type, "the `kind` of an error is text, found \(value.typeName)")
    }
    self = ErrorKind(rawValue: word).known
  }

  /// The kind itself, or as one of the user's own if the language does not know it.
  package var known: ErrorKind {
    let isKnown =
      ErrorKind.documented.contains(self) || self == .user || rawValue.hasPrefix("user.")
    return isKnown ? self : ErrorKind(rawValue: "user.\(rawValue)")
  }
}

extension RunError.APIDetails {
  fileprivate init?(thrown record: Record) {
    guard record["api_code"]?.isNull == false || record["status"]?.isNull == false else {
      return nil
    }
    self.init(
      status: record["status"]?.int,
      type: record["code"]?.string,
      code: record["api_code"]?.string,
      requestID: record["request_id"]?.string,
      nothingWasSent: false
    )
  }
}
