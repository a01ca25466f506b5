extension Effects {
  /// What one effect does to the world, for the help; empty for several.
  package var meaning: String {
    switch self {
    case .read: "looks at the organization"
    case .reveal: "a secret leaves the server"
    case .create: "something new exists afterwards"
    case .update: "something is different afterwards"
    case .grant: "somebody or something can do more afterwards"
    case .cut: "something stops working at once, and can be put back"
    case .destroy: "cannot be put back through the API"
    case .file: "reads or writes files"
    case .prompt: "asks at the terminal"
    case .exec: "what a program does that embeds Steward"
    default: ""
    }
  }
}
