internal import StewardValues

/// Why a file could not be read or written.
struct FileError: Error {
  let file: String
  let reason: String
  let help: String?
  /// True if the folder that would hold it is not there.
  private(set) var lacksFolder = false

  init(_ file: String, reason: String, help: String? = nil) {
    self.file = file
    self.reason = reason
    self.help = help
  }

  init(_ file: String, _ code: Int32) { self.init(file, reason: SystemError.text(code)) }

  init(missingFolder folder: String, for file: String) {
    self.init(file, reason: "there is no folder `\(folder)`", help: "--mkdir makes it")
    lacksFolder = true
  }

  func error(_ verb: String, _ site: CallSite) -> RunError {
    site.error(
      .io,
      "cannot \(verb) \(escapingControls(file)): \(reason)",
      help: help
    )
  }
}
