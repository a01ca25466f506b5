import FoundationEssentials
import Testing

/// The official SDK, a client that none of us wrote, on a sandbox that is served.
@Suite struct OfficialClientTests {
  private static let root =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  /// `scripts/setup --tests` puts it there.
  private static let python = "\(root)/.build/sdk/bin/python"

  @Test func `every operation that it has works, and answers as its models say`() throws {
    try #require(
      FileManager.default.isExecutableFile(atPath: Self.python),
      "there is no \(Self.python): scripts/setup --tests installs it"
    )
    let organization = try ServedOrganization()
    let run = try StewardRun(
      ["\(Self.root)/Tests/SDKTests/prove.py", organization.address, organization.key],
      of: Self.python,
      environment: [:]
    )
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains(" 0 failed"))
  }
}
