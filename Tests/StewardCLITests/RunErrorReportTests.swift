import StewardCLI
import StewardRuntime
import StewardSyntax
import Testing

@Suite struct RunErrorReportTests {
  private let source = SourceText("users list\nusers get user_1\n", name: "x.steward")
  private let details = RunError.APIDetails(
    status: 404,
    type: "not_found_error",
    code: nil,
    requestID: "req_01",
    nothingWasSent: true
  )

  private func text(
    _ error: RunError,
    _ changes: RunErrorReport.Changes = .init(),
    _ style: DiagnosticRenderer.Style = .text(color: false)
  ) -> String {
    RunErrorReport(error, changes).text(DiagnosticRenderer(style: style))
  }

  @Test func `an error of the API has its place and all that the API said`() {
    let error = RunError(.notFound, "User not found", help: "look at `users list`", api: details)
      .at(SourceRange(11, 27), in: source)
    #expect(
      text(error) == """
        error[not_found]: User not found
          ╭─ x.steward:2:1
        2 │ users get user_1
          │ ^^^^^^^^^^^^^^^^
          = HTTP 404, not_found_error, request req_01
          = look at `users list`

        """
    )
  }

  @Test func `the way to the place is told`() {
    let error = RunError(.type, "no").at(SourceRange(11, 16), in: source)
      .called("offboard", at: SourceRange(0, 5), in: source)
    #expect(text(error).hasSuffix("  = in `offboard`, called at x.steward:1:1\n"))
  }

  @Test func `calls of the same place are told once`() {
    var error = RunError(.type, "no").at(SourceRange(11, 16), in: source)
    for _ in 1...200 { error = error.called("f", at: SourceRange(0, 5), in: source) }
    error = error.called("main", at: SourceRange(6, 10), in: source)
    #expect(
      text(error).hasSuffix(
        """
          = in `f`, called at x.steward:1:1
          = … 199 more calls of `f`
          = in `main`, called at x.steward:1:7

        """
      )
    )
  }

  @Test func `defs that call each other are told once`() {
    var error = RunError(.type, "no").at(SourceRange(11, 16), in: source)
    for _ in 1...100 {
      error = error.called("even", at: SourceRange(0, 5), in: source)
        .called("odd", at: SourceRange(6, 10), in: source)
    }
    #expect(error.calls.map(\.name) == ["even", "odd"])
    #expect(error.calls.map(\.repetitions) == [99, 99])
  }

  @Test func `an error without a place has none`() {
    let error = RunError(.auth, "there is no key", help: "set one")
    #expect(text(error) == "error[auth]: there is no key\n  = set one\n")
    #expect(text(error, .init(), .github) == "::error::auth: there is no key\n")
    #expect(
      text(error, .init(), .json) == #"""
        {"code":"auth","severity":"error","message":"there is no key","file":null,"range":null,"hint":null,"labels":[],"notes":["set one"],"suggestion":null}

        """#
    )
  }

  @Test(arguments: [
    (RunErrorReport.Changes(mayBe: true), "nothing was changed"),
    (.init(sent: 1, mayBe: true), "1 change was made before that"),
    (
      .init(sent: 2, unknown: 1, mayBe: true),
      "2 changes were made before that; 1 change was sent, and may have been made"
    ),
  ])
  func `what became of changes is told`(changes: RunErrorReport.Changes, words: String) {
    let error = RunError(.notFound, "gone", api: details)
    #expect(text(error, changes).contains("  = \(words)\n"))
  }

  @Test func `a script that only reads hears nothing of changes`() {
    #expect(!text(RunError(.notFound, "gone", api: details)).contains("changed"))
  }
}
