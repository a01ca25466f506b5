extension ErrorKind {
  /// What happened, in a few words for the help; empty for a script's own kinds.
  package var meaning: String {
    switch self {
    case .auth: "no credential, or one that the API does not know"
    case .forbidden: "the credential may not do this"
    case .notFound: "there is no such object"
    case .conflict: "it is there already, or is in another state"
    case .invalid: "a value that cannot be used"
    case .rateLimited: "too many requests, after all waiting"
    case .server: "the API failed"
    case .network: "there was no connection, or it broke"
    case .timeout: "it took too long"
    case .cancelled: "somebody stopped the run"
    case .declined: "a person, a mode or a ceiling said no"
    case .limit: "more than the run may use"
    case .guard: "more changes than the script allows"
    case .type: "a value of another type than what it meets"
    case .null: "null where a value is needed"
    case .parse: "text or a file in another form than expected"
    case .io: "a file or a device failed"
    case .internal: "a fault of this program"
    case .drift: "a change that the confirmed plan does not have"
    default: ""
    }
  }
}
