import Properties
import StewardRuntime
import StewardSyntax
import StewardValues
import TestSupport
import Testing

/// Every beginning of a script is a script or has an error in it, wherever it is cut.
@Suite(.serialized, .ownThread) struct PrefixTests {
  @Test(arguments: ScriptCorpus.valid)
  func `every beginning is a program, or has an error in it`(_ script: Script) {
    for bytes in Beginnings(of: script.text, atMost: 150) {
      for property in [Property.syntax, .check] {
        #expect(property.problem(bytes) == nil, "\(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }

  @Test(arguments: ScriptCorpus.valid)
  func `a token left out, doubled or swapped is an error in it, or none`(_ script: Script) {
    let source = SourceText(script.text, name: "script.steward")
    let tokens = Parser.tokens(of: source).map(\.range)
    let step = max(1, tokens.count / 20)
    for index in stride(from: 0, to: tokens.count - 1, by: step) {
      let (first, second) = (source[tokens[index]], source[tokens[index + 1]])
      let before = source[SourceRange(0, tokens[index].lower)]
      let between = source[SourceRange(tokens[index].upper, tokens[index + 1].lower)]
      let after = source[SourceRange(tokens[index + 1].upper, UInt32(source.bytes.count))]
      for middle in [
        between + second, first + between + first + between + second, second + between + first,
      ] {
        let text = before + middle + after
        for property in [Property.syntax, .check] {
          #expect(property.problem(Array(text.utf8)) == nil, "\(text)")
        }
      }
    }
  }

  @Test(arguments: ScriptCorpus.pages)
  func `every beginning of a page is a runbook, or has an error in it`(_ page: Script) {
    for bytes in Beginnings(of: page.text, atMost: 60) {
      #expect(Property.markdown.problem(bytes) == nil, "\(bytes.count) bytes")
    }
  }

  /// Otherwise nobody could type it.
  @Test(arguments: ScriptCorpus.valid)
  func `at a prompt the first lines of a script are a script, or go on`(_ script: Script) {
    let lines = script.text.split(separator: "\n", omittingEmptySubsequences: false)
    for count in 1..<max(2, lines.count) {
      let typed = SourceText(lines.prefix(count).joined(separator: "\n"), name: "prompt")
      let tree = Parser.parse(typed, isPrompt: true)
      #expect(
        !tree.hasErrors || Parser.awaitsMoreLines(typed),
        "\(typed[SourceRange(0, typed.bytes.count)])\n\(tree.diagnostics.map(\.message))"
      )
    }
  }

  /// Only those that change nothing.
  @Test(arguments: ScriptCorpus.valid)
  func `every beginning that can be run ends in a value or an error`(_ script: Script) async throws
  {
    for bytes in Beginnings(of: script.text, atMost: 12) {
      guard let text = String(validating: bytes, as: UTF8.self),
        let run = try await ObservedRun.of(text, allowing: .read)
      else { continue }
      #expect(run.error?.kind != .internal, "\(text)\n\(run.error?.message ?? "")")
    }
  }
}

/// Beginnings of a text, cut between any two bytes: all, or that many of them.
private struct Beginnings: Sequence {
  private let bytes: [UInt8]
  private let step: Int

  init(of text: String, atMost count: Int) {
    bytes = Array(text.utf8)
    step = bytes.count / count + 1
  }

  func makeIterator() -> some IteratorProtocol<[UInt8]> {
    // From the end, so that the whole is always among them.
    stride(from: bytes.count, through: 0, by: -step).lazy.map { Array(bytes[..<$0]) }
      .makeIterator()
  }
}
