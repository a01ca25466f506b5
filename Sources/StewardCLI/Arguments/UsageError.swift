/// A command line that cannot be understood: exit status 64, and nothing was done.
package struct UsageError: Error, Equatable {
  /// One line, lower case, that names the thing.
  package let message: String
  /// What to write instead.
  package let help: String?

  package init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}
