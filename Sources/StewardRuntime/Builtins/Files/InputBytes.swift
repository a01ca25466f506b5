internal import StewardValues

/// Bytes to read rows or text from, with the name that messages give them.
struct InputBytes: ByteSource {
  /// `people.csv`, `standard input`, or `the text`.
  let name: String
  private var base: any ByteSource
  /// Closes the file when nobody reads it any more.
  private let file: OpenFile?

  init(name: String, _ base: any ByteSource, file: OpenFile? = nil) {
    self.name = name
    self.base = base
    self.file = file
  }

  mutating func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(InputError) -> Int { try base.read(into: buffer) }

  /// What went wrong, with the name and the place in the input.
  func error(_ error: InputError, _ site: CallSite) -> RunError {
    if let cause = error.underlying as? RunError { return cause }
    let kind: ErrorKind = error.line == nil ? .io : .parse
    return site.error(kind, "\(escapingControls(name)): \(error.description)")
  }
}
