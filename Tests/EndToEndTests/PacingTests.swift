import Testing

/// Several runs at once against an API that takes so many requests and no more.
@Suite struct PacingTests {
  @Test func `two exports lose nothing, and a change between them gets through`() throws {
    let organization = try ServedOrganization([
      "--users", "120", "--rate", "100", "--rate-window", "1s",
    ])
    let export = ["-c", "users list --page-size 1 | get id", "-o", "lines", "--trace"]
    let exports = try (0..<2).map { _ in
      try RunningSteward(export, environment: organization.environment())
    }
    let emergency = try organization.run(
      ["--yes", "api-keys", "update", "eval-nightly", "--status", "inactive"]
    )
    #expect(emergency.status == 0, "\(emergency.errors)")
    var refused = 0
    for export in exports {
      let run = export.finish()
      #expect(run.status == 0, "\(run.errors)")
      #expect(Set(run.output.split(separator: "\n")).count == 120)
      refused += run.requests.count { $0.contains(" 429 ") }
    }
    // Together they were faster than the API allows: it is obeyed, not outrun.
    #expect(refused > 0)
  }
}
