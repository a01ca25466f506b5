import FoundationEssentials
import Testing

/// The official SDK, a client that none of us wrote, on a sandbox that is served.
@Suite struct OfficialClientTests {
  private static let root =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  /// `scripts/setup --tests` puts it there.
  private static let python = "\(root)/.build/sdk/bin/python"

  @Test func `every operation that it has works, and what is made can be read, changed and ended`()
    throws
  {
    let organization = try ServedOrganization()
    let run = try python("prove.py", organization)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains(" 0 failed"))
  }

  @Test(arguments: [
    (["--fault-500", "1"], "InternalServerError"), (["--fault-429", "1"], "RateLimitError"),
    (["--fault-drop", "1"], "APIConnectionError"),
  ])
  func `it tells what broke`(settings: [String], error: String) throws {
    let run = try python("faults.py", ServedOrganization(settings), error)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output == "\(error == "APIConnectionError" ? 3 : 12) facts proven, 0 failed\n")
  }

  private func python(
    _ file: String,
    _ organization: ServedOrganization,
    _ more: String...
  ) throws -> StewardRun {
    try #require(
      FileManager.default.isExecutableFile(atPath: Self.python),
      "there is no \(Self.python): scripts/setup --tests installs it"
    )
    return try StewardRun(
      ["\(Self.root)/Tests/SDKTests/\(file)", organization.address, organization.key] + more,
      of: Self.python,
      environment: ["PYTHONDONTWRITEBYTECODE": "1"]
    )
  }
}
