/// A command line that cannot be understood, or that names a file which is not what was written:
/// nothing was done.
package struct UsageError: Error, Equatable {
  /// One line, lower case, that names the thing.
  package let message: String
  /// What to write instead.
  package let help: String?
  /// With what the process ends: 64 unless something else is said.
  package let status: Int32

  package init(_ message: String, help: String? = nil, status: Int32 = 64) {
    self.message = message
    self.help = help
    self.status = status
  }
}
