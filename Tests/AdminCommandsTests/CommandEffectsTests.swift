import AdminAPI
import AdminCommands
import StewardRuntime
import StewardValues
import Testing

@Suite struct CommandEffectsTests {
  private func effects(_ name: String, _ arguments: [String: Value?]) throws -> Effects {
    try command(name).effects(checkedCall(arguments))
  }

  @Test(arguments: [
    ("active", Effects.grant), ("inactive", .cut), ("archived", .destroy),
  ]) func `a known value has its own effect`(status: String, expected: Effects) throws {
    let effects = try effects("api-keys update", ["api-key-id": "k", "status": Value(status)])
    #expect(effects == expected)
  }

  @Test func `an unknown value may have any`() throws {
    let unknown = try effects("api-keys update", ["api-key-id": nil, "status": nil])
    #expect(unknown == [.grant, .cut, .destroy])
    let name = try effects("api-keys update", ["api-key-id": nil, "name": nil])
    #expect(name == .update)
  }

  @Test func `a read reads, a removal destroys`() throws {
    #expect(try effects("users list", [:]) == .read)
    #expect(try effects("users remove", ["user-id": nil]) == .destroy)
    #expect(try effects("users update", ["user-id": nil, "role": "user"]) == [.grant, .cut])
    #expect(try effects("api get", ["path": "/v1/x"]) == .read)
  }
}
