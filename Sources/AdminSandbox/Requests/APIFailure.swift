/// An answer that says no, as the API words it.
struct APIFailure: Error, Sendable {
  let status: Int
  let type: String
  let message: String
  /// `error.details.error_code`, where the API has one.
  var code: String?
  /// Seconds, for the header of that name.
  var retryAfter: Int?

  static func invalid(_ message: String, code: String? = nil) -> APIFailure {
    APIFailure(status: 400, type: "invalid_request_error", message: message, code: code)
  }

  static func unauthenticated(_ message: String) -> APIFailure {
    APIFailure(status: 401, type: "authentication_error", message: message)
  }

  static func forbidden(_ message: String) -> APIFailure {
    APIFailure(status: 403, type: "permission_error", message: message)
  }

  static func notFound(_ message: String, code: String? = nil) -> APIFailure {
    APIFailure(status: 404, type: "not_found_error", message: message, code: code)
  }

  static func conflict(_ message: String, code: String? = nil) -> APIFailure {
    APIFailure(status: 409, type: "conflict_error", message: message, code: code)
  }

  static let methodNotAllowed = APIFailure(
    status: 405,
    type: "invalid_request_error",
    message: "Method Not Allowed"
  )

  static let tooLarge = APIFailure(
    status: 413,
    type: "request_too_large",
    message: "Request body exceeds the maximum size of 1 MiB."
  )

  static func rateLimited(retryAfter: Int?) -> APIFailure {
    APIFailure(
      status: 429,
      type: "rate_limit_error",
      message: "This organization has exceeded its rate limit of Admin API requests.",
      retryAfter: retryAfter
    )
  }

  static func internalError(_ message: String = "Internal server error") -> APIFailure {
    APIFailure(status: 500, type: "api_error", message: message)
  }

  func body(requestID: String) -> [UInt8] {
    var json = JSONBytes()
    json.object { json in
      json.key("type")
      json.string("error")
      json.key("error")
      json.object { json in
        json.key("type")
        json.string(type)
        json.key("message")
        json.string(message)
        if let code {
          json.key("details")
          json.object { json in
            json.key("error_code")
            json.string(code)
          }
        }
      }
      json.key("request_id")
      json.string(requestID)
    }
    return json.bytes
  }
}
