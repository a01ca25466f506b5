import AdminAPI
import AdminCommands
import FoundationEssentials
import Steward
import StewardRuntime
import StewardSyntax
import StewardValues
import TestSupport
import Testing

/// What `docs/contributing.md` says about adding an operation is so.
@Suite struct ContributingPageTests {
  private static let page = GeneratedPage("contributing.md").text

  @Test func `the declaration on the page is the one in the catalog`() throws {
    let start = try #require(Self.page.firstRange(of: "package static let list"))
    let end = try #require(Self.page[start.lowerBound...].firstRange(of: "```"))
    let file = "\(GeneratedPage.root)/Sources/AdminAPI/Catalog/ComplianceActivities.swift"
    var source = Substring(Self.packed(try String(contentsOfFile: file, encoding: .utf8)))
    for part in Self.page[start.lowerBound..<end.lowerBound].split(separator: "…") {
      let place = source.firstRange(of: Self.packed(String(part)))
      #expect(place != nil, "not in the catalog, or not there: \(part)")
      source = source[(place?.upperBound ?? source.startIndex)...]
    }
  }

  @Test func `every file of the table is there`() throws {
    let start = try #require(Self.page.firstRange(of: "| file | why |"))
    let end = try #require(Self.page[start.lowerBound...].firstRange(of: "\n\n"))
    let files = Self.page[start.lowerBound..<end.lowerBound].split(separator: "\n").dropFirst(2)
      .flatMap { row in
        row.split(separator: "|").first?.split(separator: "`").filter { $0.contains("/") } ?? []
      }
    #expect(files.count > 5)
    for file in files {
      let isThere = FileManager.default.fileExists(atPath: "\(GeneratedPage.root)/\(file)")
      #expect(isThere, "\(file)")
    }
  }

  /// Without the white space, which the page has less of.
  private static func packed(_ text: String) -> String {
    String(text.unicodeScalars.filter { !$0.properties.isWhitespace })
  }

  // MARK: - A declaration is enough

  private static let widgets = AdminAPI.Operation(
    "widgets.list",
    .get,
    "/v1/organizations/widgets",
    "The widgets",
    parameters: [Parameter("color", .query, .string, "only those of this color")] + Paging.ids,
    response: .page(
      .ids,
      row: Shape("Widget", fields: [Field("id", .string), Field("name", .string)])
    ),
    semantics: .lists(
      Semantics.Collection("widgets", identity: ["id"], naming: ["name"], resource: nil),
      filters: []
    ),
    example: "widgets list --color red | select name"
  )

  private static let answer =
    #"{"data": [{"id": "w1", "name": "bolt"}], "has_more": false, "first_id": "w1", "last_id": "w1"}"#

  private static func session() -> Session {
    Session(
      AdminCommands.vocabulary.adding(
        [AdminCommands.command(of: widgets)],
        optionNames: { [] }
      )
    )
  }

  @Test func `an operation that is declared can be called`() async throws {
    let transport = RecordedTransport { (_) async throws(TransportError) in
      Response(status: 200, body: Array(Self.answer.utf8))
    }
    let client = AdminClient(
      transport: transport,
      credential: Credential(Secret("sk-ant-admin01-test")),
      configuration: .test
    )
    let text = await EvaluatorThread.run { () -> String? in
      let session = Self.session()
      let program = session.check(SourceText(Self.widgets.example, name: "example")).program
      guard let program else { return nil }
      let runner = Runner(
        session: session,
        settings: RunSettings(now: TestOrganization.now),
        host: TestHost(),
        client: { client },
        confirm: { _, _ in nil }
      )
      return (try? runner.run(program, Cancellation()).forced()).map { JSONWriter.text($0) }
    }
    #expect(text == #"[{"name":"bolt"}]"#)
    let sent = try #require(transport.lines.first)
    #expect(sent.hasPrefix("GET /v1/organizations/widgets?") && sent.contains("color=red"))
  }

  @Test func `its flags are checked before anything is sent`() {
    let result = Self.session().check(SourceText("widgets list --colour red", name: "example"))
    #expect(result.program == nil)
    #expect(result.diagnostics.contains { "\($0)".contains("--color") })
  }
}
