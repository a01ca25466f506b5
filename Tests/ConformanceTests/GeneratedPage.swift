import FoundationEssentials
import Testing

/// A page of the documentation that a test writes.
struct GeneratedPage {
  private let file: String

  /// The project's root.
  static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  /// Below `docs/`.
  init(_ name: String) { file = "\(Self.root)/docs/\(name)" }

  var text: String { (try? String(contentsOfFile: file, encoding: .utf8)) ?? "" }

  /// With `RECORD=1` it is written anew, and the test still fails, so that somebody looks at it.
  func expect(_ text: String) throws {
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      Issue.record("\(file) was written: look at it, and run without RECORD=1")
    }
    let isUpToDate = self.text == text
    #expect(isUpToDate, "run with RECORD=1 to write \(file) anew")
  }
}
