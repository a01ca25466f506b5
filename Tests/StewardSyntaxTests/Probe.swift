import Testing
import StewardSyntax
#if canImport(Glibc)
import Glibc
#endif
@Suite struct Probe {
  @Test func probe() {
    guard let path = getenv("PROBE"), let file = fopen(path, "r") else { return }
    var bytes: [UInt8] = []
    while true { let c = fgetc(file); if c < 0 { break }; bytes.append(UInt8(c)) }
    for part in bytes.split(separator: 0x1E) {
      let source = SourceText(bytes: Array(part), name: "t")
      let tree = Parser.parse(source)
      let name = source.bytes.count < 80 ? source[SourceRange(0, source.bytes.count)] : "…"
      print("=== \(name)  partial=\(tree.isPartial)")
      print(
        DiagnosticRenderer(style: .text(color: false)).render(tree.diagnostics, in: source),
        terminator: ""
      )
      for d in tree.diagnostics {
        if let s = d.suggestion {
          print(
            "  fix: \(source[SourceRange(0, s.range.lower)])⟦\(s.replacement)⟧\(source[SourceRange(s.range.upper, UInt32(source.bytes.count))])"
          )
        }
      }
    }
  }
}
extension SourceRange { init(_ a: Int, _ b: UInt32) { self.init(UInt32(a), b) } }
