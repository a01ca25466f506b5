import AdminAPI
import FoundationEssentials
import Testing

@Suite struct CatalogFactsTests {
  @Test func `dump`() throws {
    let a = try FactTable.documented().facts, b = FactTable.described().facts
    let text = (a.subtracting(b).map { "< \($0)" } + b.subtracting(a).map { "> \($0)" }).sorted { $0.dropFirst(2) < $1.dropFirst(2) }.joined(separator: "\n")
    try text.write(toFile: "/tmp/x3/diff.txt", atomically: true, encoding: .utf8)
  }
}
