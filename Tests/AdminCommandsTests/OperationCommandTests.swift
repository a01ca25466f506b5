import AdminAPI
import AdminCommands
import StewardRuntime
import StewardValues
import Testing

@Suite struct OperationCommandTests {
  @Test(arguments: Catalog.all.map(\.id))
  func `every operation is a command with its words and its parameters`(id: String) throws {
    let operation = try #require(Catalog.operation(id: id))
    let command = try command(operation.words.joined(separator: " "))
    let given = operation.parameters.filter { !$0.isPaging }
    let expected = given.map { $0.name.split(separator: "_").joined(separator: "-") }
    let isList = if case .page = operation.response { true } else { false }
    #expect(command.parameters.map(\.name) == expected + (isList ? ["page-size"] : []))
    for (parameter, given) in zip(command.parameters, given) {
      #expect((parameter.style == .positional) == (given.place == .path))
      #expect(parameter.isRequired == given.isRequired)
      #expect(parameter.isNullable == given.isNullable)
      #expect("\(parameter.type)" == "\(given.type)")
    }
    #expect(command.requests == (isList ? "1 per page" : "1 request"))
    #expect(command.examples.map(\.code) == [operation.example])
  }

  @Test func `no paging parameter is a flag`() {
    let names = Set(AdminCommands.all.flatMap(\.parameters).map(\.name))
    #expect(names.isDisjoint(with: ["limit", "page", "after-id", "before-id"]))
  }

  @Test func `lists give streams of the row's shape, others the object`() throws {
    let list = try command("api-keys list")
    #expect("\(list.output(checkedCall([:])))" == "stream<ApiKey>")
    let get = try command("workspaces members get")
    #expect("\(get.output(checkedCall([:])))" == "WorkspaceMember")
  }

  @Test func `the vocabulary has builtins, objects and resources`() {
    let vocabulary = AdminCommands.vocabulary
    let names = vocabulary.commands.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.contains("first") && names.contains("users list") && names.contains("api get"))
    #expect("\(vocabulary.types["ApiKey"] ?? .any)" == "ApiKey")
    #expect(vocabulary.resources.map(\.name).contains("workspace"))
    #expect(vocabulary.functions.isEmpty == false)
  }

  @Test func `what else happens is part of the help`() throws {
    let archive = try command("workspaces archive")
    #expect(archive.notes.first == "Revokes all API keys of the workspace.")
    let invite = try command("invites create")
    #expect(invite.notes.contains("Sends an email to the person."))
    #expect(invite.notes.contains("Uses up a seat."))
    let update = try command("users update")
    #expect(update.notes.contains("managed exists in Enterprise organizations only."))
  }
}
