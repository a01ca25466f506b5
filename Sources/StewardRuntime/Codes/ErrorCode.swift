/// What one code of the checker means, and what to do about it. `steward help E0104`, the page of
/// all codes and the embedder's editor show this text.
package struct ErrorCode: Sendable {
  /// `E0104`, or `W0401` for a warning.
  package let code: String
  /// What is wrong, in a few words, without a full stop.
  package let title: String
  /// Why that is so and what to write instead. A sentence or more.
  package let explanation: String
  /// A script that the code is given for.
  package let wrong: String
  /// The script as it may be meant; it has no errors. Nil where that is no single script.
  package let right: String?

  init(_ code: String, _ title: String, _ explanation: String, wrong: String, right: String?) {
    self.code = code
    self.title = title
    self.explanation = explanation
    self.wrong = wrong
    self.right = right
  }

  package var isWarning: Bool { code.hasPrefix("W") }
}

extension ErrorCode {
  /// In the order of their numbers within each area.
  package static let all: [ErrorCode] = areas.flatMap(\.members)

  /// By what they are about: the first two digits of the number.
  package static let areas: [Area<ErrorCode>] = [
    Area("How it is written", (literals + words + blocks).sorted { $0.code < $1.code }),
    Area("Names", names),
    Area("Commands and types", commands + types),
    Area("Null and use", use),
    Area("Effects", effects),
    Area("Files", files),
  ]

  /// The code written so, whatever its case, or nil.
  package static func named(_ code: String) -> ErrorCode? {
    all.first { $0.code == code.uppercased() }
  }
}
