internal import StewardValues

extension Command {
  static let reveal = Command(
    "reveal",
    "The text of a secret",
    parameters: [
      CommandParameter("secret", .positional, .secret, required: true, "The secret")
    ],
    notes: ["What it gives is ordinary text, which is shown and saved like any other."],
    examples: [
      CommandExample(
        #"def size (t: secret) effects reveal { len((reveal $t)) }; size "abc""#,
        "the text, which a def may use"
      )
    ],
    searchTerms: ["show", "secret", "token", "password", "decrypt"],
    output: { _ in .string },
    effects: { _ in .reveal },
    run: { call, _ throws(RunError) in
      guard case .secret(let secret) = try call.required("secret") else {
        throw call.site.error(.type, "`reveal` takes a secret")
      }
      return .value(Value(secret.reveal()))
    }
  )
}
