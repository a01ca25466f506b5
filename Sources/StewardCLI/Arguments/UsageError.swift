/// A command line that cannot be understood: exit status 64, and nothing was done.
struct UsageError: Error, Equatable {
  /// One line, lower case, that names the thing.
  let message: String
  /// What to write instead.
  let help: String?

  init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}
