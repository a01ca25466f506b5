import Steward
import StewardCLI
import StewardRuntime
import StewardSyntax
import StewardValues
import TestSupport
import Testing

/// `$_` of which not all rows were taken.
@Suite struct LastResultTests {
  private let session = Session(.program, isInteractive: true)

  /// One row more than those that are there, and then what ends the source.
  private func keep(thenThrowing error: RunError?) {
    var given = 0
    let rest = FunctionStream(
      next: { () throws(RunError) in
        given += 1
        if given == 1 { return .int(3) }
        if let error { throw error }
        return nil
      }
    )
    session.keepLast(
      LastResult([.int(1), .int(2)], rest: rest, .stream(.int), of: "numbers", Cancellation())
    )
  }

  private func run(_ line: String) throws -> Value {
    let program = try #require(session.check(SourceText(line, name: "repl")).program)
    let context = RunContext(host: TestHost(), now: TestOrganization.now)
    return try session.run(program, context).forced()
  }

  @Test func `the rest is fetched where it is used, and once`() throws {
    keep(thenThrowing: nil)
    #expect(try run("| first 2 | count") == 2)
    #expect(session.last?.count == 2)
    #expect(try run("$_ | count") == 3)
    #expect(try run("[...$_, 4]") == [1, 2, 3, 4])
    #expect(session.last?.value == [1, 2, 3])
  }

  @Test(arguments: [
    RunError(.network, "the connection was lost"), RunError(.cancelled, "cancelled"),
  ])
  func `a part of the rows does not pass for all of them`(error: RunError) throws {
    keep(thenThrowing: error)
    #expect(throws: RunError.self) { try run("| count") }
    let again = try #require(throws: RunError.self) { try run("| count") }
    #expect(again.message.contains("only its first 3 rows"))
    #expect(again.kind != .cancelled)
    #expect(session.last?.value == nil)
    #expect(try run("| first 3 | count") == 3)
  }
}
