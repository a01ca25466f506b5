internal import AdminAPI

/// Who may ask: the sandbox's own key, or a token of the kind that signing in gives.
struct Authentication: Sendable {
  /// The one key that works.
  let key: String

  init(_ random: RandomBits) {
    let random = random.purpose("key")
    key = "sk-ant-admin01-sandbox-\(Base58.text(random.at(0).bits, random.at(1).bits))"
  }

  /// - Throws: 401 without a good credential, 403 for a key of the model API.
  func check(_ headers: Headers) throws(APIFailure) {
    if let given = headers["x-api-key"] { return try check(given, "invalid x-api-key") }
    guard let authorization = headers["authorization"] else {
      throw .unauthenticated("x-api-key header is required")
    }
    guard authorization.lowercased().hasPrefix("bearer ") else {
      throw .unauthenticated("Invalid authorization header")
    }
    // The official SDK sends keys as bearer tokens too.
    let given = String(authorization.dropFirst("Bearer ".count))
    if given.hasPrefix("sk-ant-oat01-") { return }
    try check(given, "Invalid bearer token")
  }

  private func check(_ given: String, _ refusal: String) throws(APIFailure) {
    if given.hasPrefix("sk-ant-api03-") {
      throw .forbidden("This API key cannot be used here: an Admin API key is required.")
    }
    guard given == key else { throw .unauthenticated(refusal) }
  }
}
