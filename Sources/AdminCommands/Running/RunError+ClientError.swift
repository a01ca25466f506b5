package import AdminAPI
package import StewardRuntime

extension RunError {
  /// A failed call of the API as the language sees it; the evaluator adds the place.
  package init(_ error: ClientError) {
    self.init(
      // The client and the language use the same words.
      ErrorKind(rawValue: error.kind.rawValue),
      error.message,
      help: error.hint,
      api: APIDetails(error),
      isRetryable: error.isRetryable
    )
  }

  /// No way to an organization was given: names both ways to go on.
  package static let missingCredential = RunError(
    .auth,
    "there is no key for an organization",
    help: "set ANTHROPIC_ADMIN_KEY (made in the Console under Settings → Admin keys), or try "
      + "`--sandbox`: a local organization that needs no key"
  )
}

extension RunError.APIDetails {
  /// Nil where nothing was sent at all: the API has not said anything.
  fileprivate init?(_ error: ClientError) {
    guard error.status != nil || error.attempts > 0 || !error.nothingWasSent else { return nil }
    self.init(
      status: error.status,
      type: error.errorType,
      code: error.apiCode,
      requestID: error.requestID,
      nothingWasSent: error.nothingWasSent
    )
  }
}
