import AdminHTTP
import FoundationEssentials
import Steward
import Testing

/// Holds the pages to the code that is tested, and has what only runs with a real organization.
@Suite struct EmbeddingPageTests {
  @Test func `a client of the real API`() async throws {
    let key = "sk-ant-admin01-example"
    let transport = try HTTPTransport(.anthropic)
    let live = AdminClient(
      transport: transport,
      credential: Credential(Secret(key)),
      configuration: ClientConfiguration(version: "my-tool/1.0")
    )
    _ = Engine(client: live)
    await transport.shutdown()
  }

  /// Blocks of code; those with a file's name are no part of a program.
  private static let blocks = (Page.all + [Page.docc]).flatMap(\.blocks)
    .filter { $0.language == "swift" && $0.word.isEmpty }

  @Test(arguments: blocks)
  func `a block of Swift is tested code`(_ block: Block) throws {
    let tested = try Self.tested()
    #expect(tested.contains(Self.flat(block.text)))
  }

  @Test func `the manifest names products that there are`() throws {
    let manifest = try #require(
      Page.all.flatMap(\.blocks).first { $0.word == "Package.swift" }
    )
    let own = try String(contentsOfFile: "\(Page.root)/Package.swift", encoding: .utf8)
    let names = manifest.text.matches(of: /\.product\(name: "(\w+)"/).map { String($0.1) }
    #expect(names == ["Steward", "AdminSandbox"])
    for name in names { #expect(own.contains(".library(name: \"\(name)\"")) }
    let tools = "// swift-tools-version: 6.3\n"
    #expect(manifest.text.hasPrefix(tools) && own.hasPrefix(tools))
  }

  private static func tested() throws -> String {
    let folder = "\(Page.root)/Tests/DocumentationTests"
    return try ["EmbeddingTests", "EmbeddingPageTests"].map { name in
      flat(try String(contentsOfFile: "\(folder)/\(name).swift", encoding: .utf8))
    }
    .joined(separator: "\n")
  }

  /// The text without indentation and blank lines.
  private static func flat(_ text: String) -> String {
    text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: "\n")
  }
}

extension Page {
  /// The first page of the library's own documentation.
  fileprivate static let docc: Page = {
    let path = "Sources/Steward/Steward.docc/Steward.md"
    let text = (try? String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)) ?? ""
    return Page(path: path, blocks: Block.blocks(of: text, in: path))
  }()
}
