import Steward
import StewardRuntime
import Testing

@Suite struct ExitStatusTests {
  @Test(arguments: [
    (ErrorKind.type, 1), (.null, 1), (.parse, 1), (.io, 1), (.internal, 1), (.user, 1),
    (.notFound, 1), (.conflict, 1), (.invalid, 1), (ErrorKind(rawValue: "user.policy"), 1),
    (.limit, 65), (.guard, 65), (.declined, 66), (.auth, 67), (.forbidden, 67), (.drift, 69),
    (.network, 75), (.rateLimited, 75), (.server, 75), (.timeout, 75), (.cancelled, 130),
  ]) func `each kind of error has its status`(kind: ErrorKind, status: Int) {
    #expect(ExitStatus.of(RunError(kind, "it failed"), changesMade: false) == Int32(status))
  }

  @Test(arguments: ErrorKind.documented + [.drift, .user])
  func `after a change every failure is partly done`(kind: ErrorKind) {
    let status = ExitStatus.of(RunError(kind, "it failed"), changesMade: true)
    #expect(status == (kind == .cancelled ? 130 : 68))
  }

  @Test(arguments: [0, 3, 63]) func `a script's own status stays`(status: Int) {
    let error = RunError.exit(Int32(status))
    #expect(ExitStatus.of(error, changesMade: false) == Int32(status))
    #expect(ExitStatus.of(error, changesMade: true) == Int32(status))
  }
}
