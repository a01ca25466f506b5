import Glibc
import Testing

/// A sandbox in a process of its own, and the program as its client.
final class ServedOrganization {
  private let server: RunningSteward
  let port: UInt16
  let key: String
  let folder: TemporaryFolder

  init(_ settings: [String] = []) throws {
    server = try RunningSteward(["sandbox", "--port", "0"] + settings)
    let words = server.firstLine().split(separator: " ").map(String.init)
    try #require(words.count == 2)
    port = try #require(words[0].split(separator: ":").last.flatMap { UInt16($0) })
    key = words[1]
    folder = try TemporaryFolder()
  }

  deinit {
    server.signal(SIGKILL)
    _ = server.status()
  }

  var address: String { "http://127.0.0.1:\(port)" }
  var journals: String { "\(folder.path)/runs" }

  func environment(through address: String? = nil) -> [String: String] {
    ["STEWARD_BASE_URL": address ?? self.address, "ANTHROPIC_ADMIN_KEY": key]
  }

  func run(_ arguments: String..., through address: String? = nil) throws -> StewardRun {
    try run(arguments, through: address)
  }

  /// Runs the program to its end, with the journals of this organization.
  func run(_ arguments: [String], through address: String? = nil) throws -> StewardRun {
    try StewardRun(
      arguments + ["--journal", journals],
      environment: environment(through: address)
    )
  }

  /// The name of the only run that was written down, beside another one.
  func onlyRun(beside other: String? = nil) throws -> String {
    let names = folder.names(in: "runs").filter { $0.hasSuffix(".ndjson") }
      .map { String($0.dropLast(".ndjson".count)) }.filter { $0 != other }
    try #require(names.count == 1, "\(names)")
    return names[0]
  }

  /// Everything in it, line by line.
  func dump() throws -> [String] {
    let run = try StewardRun(
      ["-c", EveryChange.dump, "-o", "lines"],
      environment: environment()
    )
    try #require(run.status == 0, "\(run.errors)")
    return run.output.split(separator: "\n").map(String.init)
  }
}
