import AdminAPI
import AdminSandbox
import Steward
import StewardRuntime
import StewardValues
import TestSupport
import Testing

@Suite(.ownThread) struct JournalTests {
  private let script = """
    let new = (workspaces create --name New)
    workspaces members add $new.id --user-id chloe@acme.example --workspace-role workspace_user
    """

  private func ranOnce() throws -> (RunFolder, ScriptRun) {
    let folder = try RunFolder()
    let run = ScriptRun()
    run.journal = folder.folder
    try run.run(script)
    return (folder, run)
  }

  @Test func `a run is written down with its plan, every change and its end`() throws {
    let (folder, _) = try ranOnce()
    #expect(folder.names.count == 1)
    let lines = try folder.text(try #require(folder.names.first)).split(separator: "\n")
    let events = lines.compactMap { $0.split(separator: "\"").dropFirst(3).first }
    #expect(
      events == ["begin", "planned", "planned", "sent", "made", "sent", "made", "end"]
    )
    let id = try #require(folder.folder.runs().first)
    let record = try folder.folder.record(of: id)
    #expect(record.madeCount == 2)
    #expect(record.plan?.count == 2)
    #expect(record.status == 0)
    #expect(!record.isUnfinished)
    #expect(record.sent.allSatisfy { $0.requestID != nil })
  }

  @Test func `a run that changes nothing is not written down`() throws {
    let folder = try RunFolder()
    let run = ScriptRun()
    run.journal = folder.folder
    try run.run(
      #"api-keys list | where name == "none" | each {|k| api-keys update $k.id --status inactive }"#
    )
    #expect(folder.names == [])
  }

  @Test func `no key is in it`() throws {
    let (folder, run) = try ranOnce()
    let text = try folder.text(try #require(folder.names.first))
    #expect(!text.contains(run.organization.sandbox.key))
    #expect(!text.contains("x-api-key"))
  }

  @Test(arguments: ["Chloé", "\"made\"", "\"end\"", "workspace_user"])
  func `a journal that was changed is refused`(word: String) throws {
    let (folder, _) = try ranOnce()
    let name = try #require(folder.names.first)
    let id = try #require(folder.folder.runs().first)
    let text = try folder.text(name)
    let place = try #require(text.firstRange(of: word))
    try folder.write(text.replacingCharacters(in: place, with: "x\(word.dropFirst())"), to: name)
    let error = #expect(throws: ClientError.self) { try folder.folder.record(of: id) }
    #expect(error?.message.contains("chain is broken") == true)
    #expect(error?.kind == .drift)
  }

  @Test func `a line that is taken out breaks the chain`() throws {
    let (folder, _) = try ranOnce()
    let name = try #require(folder.names.first)
    let id = try #require(folder.folder.runs().first)
    var lines = try folder.text(name).split(separator: "\n")
    lines.remove(at: 3)
    try folder.write(lines.joined(separator: "\n") + "\n", to: name)
    #expect(throws: ClientError.self) { try folder.folder.record(of: id) }
  }

  @Test func `a line that was not written to its end does not count`() throws {
    let (folder, _) = try ranOnce()
    let name = try #require(folder.names.first)
    let id = try #require(folder.folder.runs().first)
    let text = try folder.text(name)
    try folder.write(String(text.dropLast(30)), to: name)
    let record = try folder.folder.record(of: id)
    #expect(record.status == nil)
    #expect(record.isUnfinished)
  }

  @Test func `where the journal cannot be written no change is sent`() throws {
    let run = ScriptRun()
    run.journal = JournalFolder("/proc/no-such-folder")
    let error = #expect(throws: RunError.self) { try run.run(script) }
    #expect(error?.kind == .io)
    #expect(run.transport.changes == [])
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
