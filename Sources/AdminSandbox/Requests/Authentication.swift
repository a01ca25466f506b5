internal import AdminAPI

/// Who may ask: the sandbox's own key, or a token of the kind that signing in gives.
struct Authentication: Sendable {
  /// The one key that works.
  let key: String

  init(_ random: RandomBits) {
    let random = random.purpose("key")
    key = "sk-ant-admin01-sandbox-\(Base58.text(random.at(0).bits, random.at(1).bits))"
  }

  /// A scoped key of an Enterprise organization, with all scopes.
  var scopedKey: String { key.replacing("sk-ant-admin01-", with: "sk-ant-api01-") }

  /// Tells who asks.
  ///
  /// - Throws: 401 without a good credential, 403 for a key of the model API.
  @discardableResult
  func check(_ headers: Headers) throws(APIFailure) -> Access.Caller {
    if let given = headers["x-api-key"] { return try check(given, "invalid x-api-key") }
    guard let authorization = headers["authorization"] else {
      throw .unauthenticated("x-api-key header is required")
    }
    guard authorization.lowercased().hasPrefix("bearer ") else {
      throw .unauthenticated("Invalid authorization header")
    }
    // The official SDK sends keys as bearer tokens too.
    let given = String(authorization.dropFirst("Bearer ".count))
    if given.hasPrefix("sk-ant-oat01-") { return .adminToken }
    return try check(given, "Invalid bearer token")
  }

  private func check(_ given: String, _ refusal: String) throws(APIFailure) -> Access.Caller {
    if given.hasPrefix("sk-ant-api03-") {
      throw .forbidden("This API key cannot be used here: an Admin API key is required.")
    }
    if given == key { return .adminKey }
    guard given == scopedKey else { throw .unauthenticated(refusal) }
    return .scopedKey
  }
}

extension Access {
  /// - Throws: 400 or 403 where an organization of this kind does not have the operation, 403 where
  ///   the caller may not use it.
  func check(
    _ caller: Caller,
    in kind: Platform?,
    _ operation: AdminAPI.Operation
  ) throws(APIFailure) {
    guard let kind else { return }
    guard platforms.contains(kind) else {
      let message = "This endpoint is not available for this type of organization."
      let code = "organization_type_not_supported"
      guard operation.errorCodes.contains(code) else { throw .forbidden(message) }
      throw .invalid(message, code: code)
    }
    guard callers.contains(caller) else {
      throw .forbidden("This credential cannot be used with this endpoint.")
    }
  }
}
