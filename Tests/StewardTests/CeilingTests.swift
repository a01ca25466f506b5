import Steward
import StewardRuntime
import StewardSyntax
import StewardValues
import TestSupport
import Testing

@Suite(.ownThread) struct CeilingTests {
  private let script = """
    let people = (users list)
    for person in $people { users remove $person.id }
    """

  @Test func `what may do too much is refused at its place before anything is sent`() throws {
    let run = ScriptRun()
    run.settings.ceiling = [.read, .file]
    run.settings.answersYes = true
    let error = #expect(throws: RunError.self) { try run.run(script) }
    #expect(error?.kind == .declined)
    #expect(
      error?.message
        == "`users remove` may have the effect destroy, which is not allowed here: nothing was sent"
    )
    #expect(error?.help == "to allow it: `--allow read,destroy`, or no `--read-only`")
    let place = try #require(error?.place)
    #expect(place.source.position(of: place.range.lower).line == 2)
    #expect(run.transport.lines == [])
    #expect(run.clientsAsked == 0)
  }

  @Test func `at a prompt the mode is what to change`() throws {
    let run = ScriptRun()
    run.settings.ceiling = .read
    run.settings.isInteractive = true
    let error = #expect(throws: RunError.self) { try run.run(script) }
    #expect(error?.help == "`mode live` allows it")
  }

  @Test func `files have a ceiling too`() throws {
    let run = ScriptRun()
    run.settings.ceiling = .read
    let error = #expect(throws: RunError.self) { try run.run(#"save note.txt "x""#) }
    #expect(error?.kind == .declined)
  }
}
