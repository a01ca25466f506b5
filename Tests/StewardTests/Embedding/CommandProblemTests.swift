import Steward
import Testing

@Suite struct CommandProblemTests {
  private func problem(_ commands: HostCommand...) -> CommandProblem? {
    do throws(CommandProblem) {
      _ = try Engine(client: nil, commands: commands)
      return nil
    } catch {
      return error
    }
  }

  private func command(
    _ name: String,
    _ parameters: [HostParameter] = [],
    output: DataType = .nothing
  ) -> HostCommand {
    HostCommand(name, "A test", parameters: parameters, output: output) { _, _ in .nothing }
  }

  @Test(arguments: ["", "Deploy", "deploy  now", "deploy_now", "-x", "déploy", "1st", "a-"])
  func `words that no script could write`(_ name: String) {
    #expect(problem(command(name))?.kind == .illegalWord)
  }

  @Test(arguments: ["where rows", "let", "match x", "in", "keys retrieve"])
  func `words of the language`(_ name: String) {
    #expect(problem(command(name))?.kind == .illegalWord)
  }

  @Test func `names that are taken`() {
    #expect(problem(command("users list"))?.kind == .nameTaken)
    #expect(problem(command("count"))?.kind == .nameTaken)
    let twice = problem(command("deploy"), command("deploy"))
    #expect(twice?.kind == .nameTaken)
    #expect(twice?.description == "host command `deploy`: there is a command of that name")
    #expect(problem(command("users deploy"), command("deploy")) == nil)
  }

  @Test func `parameters that cannot be`() {
    #expect(
      problem(command("a", [.toggle("force", ""), .flag("force", .int, "")]))?.kind
        == .duplicateParameter
    )
    #expect(problem(command("a", [.flag("olderThan", .int, "")]))?.kind == .illegalParameter)
    #expect(problem(command("a", [.flag("f", .closure, "")]))?.kind == .illegalType)
    #expect(problem(command("a", [.flag("f", .list(.stream(.int)), "")]))?.kind == .illegalType)
    #expect(
      problem(command("a", [.flag("f", .int, "", default: "many")]))?.kind == .illegalDefault
    )
    #expect(
      problem(
        command("a", [.positional("x", .int, "", optional: true), .positional("y", .int, "")])
      )?.kind == .misplacedParameter
    )
    #expect(
      problem(command("a", [.rest("x", .int, ""), .positional("y", .int, "")]))?.kind
        == .misplacedParameter
    )
  }

  @Test func `results that cannot be`() {
    #expect(problem(command("a", output: .text))?.kind == .illegalType)
    #expect(problem(command("a", output: .stream(.record(["f": .closure]))))?.kind == .illegalType)
    #expect(problem(command("a", output: .stream(.record(["f": .list(.int)])))) == nil)
  }
}
