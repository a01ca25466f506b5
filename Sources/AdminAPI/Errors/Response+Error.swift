internal import StewardValues

extension Response {
  /// What the API said went wrong, or nil for an answer of the 200s.
  package var failure: ClientError? {
    guard !(200..<300).contains(status) else { return nil }
    let said = ErrorBody(body)
    let code =
      said.code ?? said.message.flatMap { APICode.derived(from: $0, status: status) }
    var error = ClientError(
      code.flatMap { APICode.kinds[$0] } ?? ClientError.Kind(status: status),
      said.message ?? "the server answered \(status)\(said.excerpt.map { ": \($0)" } ?? "")"
    )
    error.status = status
    error.errorType = said.type
    error.apiCode = code
    error.requestID = headers["request-id"] ?? said.requestID
    error.isRetryable =
      status == 408 || status == 429 || status >= 500
      || code.map { APICode.passing.contains($0) } ?? false
    error.nothingWasSent = status < 500 && status != 408
    return error
  }
}

extension ClientError.Kind {
  /// By the status alone.
  init(status: Int) {
    self =
      switch status {
      case 401: .auth
      case 402, 403: .forbidden
      case 404: .notFound
      case 408, 504: .timeout
      case 409: .conflict
      case 429: .rateLimited
      case 400..<500: .invalid
      default: .server
      }
  }
}

/// The JSON of an error; whatever is missing or of another form is nil.
private struct ErrorBody {
  var type: String?
  var message: String?
  var code: String?
  var requestID: String?
  /// The beginning of a body that is not the API's.
  var excerpt: String?

  init(_ body: [UInt8]) {
    let object = Wire.value(body)?.record
    let error = object?["error"]?.record
    type = error?["type"]?.string
    message = error?["message"]?.string
    code = error?["details"]?.record?["error_code"]?.string
    requestID = object?["request_id"]?.string
    if message == nil, !body.isEmpty {
      excerpt = printable(String(decoding: body.prefix(200), as: UTF8.self))
    }
  }
}
