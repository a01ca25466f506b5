import FoundationEssentials
import Steward
import Synchronization
import TestSupport
import Testing

@Suite struct PolicyTests {
  private let organization = TestOrganization()
  private let deactivation =
    "api-keys list --status active | first 1 | each {|k| "
    + "api-keys update $k.id --status inactive } | get status"

  private func run(_ text: String, _ policy: Policy = Policy()) async throws -> RunReport {
    let engine = Engine(client: organization.client, policy: policy)
    return await engine.run(try await engine.check(text))
  }

  @Test func `by default a script may only read`() async throws {
    let report = try await run("workspaces create --name New")
    #expect(report.error?.kind == .declined)
    #expect(report.error?.help == "the host's policy says what is: `Policy(allow:)`")
    #expect(organization.transport.changes == [])
  }

  @Test func `a script that may only read may plan`() async throws {
    let report = try await run("(plan \(deactivation)) | get effects | flatten")
    #expect(report.error == nil)
    #expect(report.output == "\"cut\"\n")
    #expect(organization.transport.changes == [])
  }

  @Test func `what takes away needs somebody who agrees`() async throws {
    let report = try await run(deactivation, Policy(allow: .all))
    #expect(report.error?.kind == .declined)
    #expect(report.error?.help == "the host's policy says who is asked: `Policy(confirm:)`")
    #expect(report.changes == 0)
    #expect(organization.transport.changes == [])
  }

  @Test func `who is asked sees the changes and a text for people`() async throws {
    let asked = Asked()
    let ask = Confirmer.ask { confirmation in
      asked.add(confirmation)
      return confirmation.changes?.count == 1
    }
    let report = try await run(deactivation, Policy(allow: [.read, .cut], confirm: ask))
    #expect(report.error == nil)
    #expect(report.output == "\"inactive\"\n")
    #expect(report.changes == 1)
    #expect(organization.transport.changes.count == 1)
    let confirmation = try #require(asked.all.first)
    #expect(confirmation.text.contains("api-keys update"))
    #expect(confirmation.text.contains("takes effect at once"))
  }

  @Test func `a no sends no change`() async throws {
    let report = try await run(deactivation, Policy(allow: .all, confirm: .ask { _ in false }))
    #expect(report.error?.kind == .declined)
    #expect(organization.transport.changes == [])
  }

  @Test func `a question of the script is asked too`() async throws {
    let script = #"confirm "Really?"; print "yes""#
    let policy = Policy(allow: [.read, .prompt], confirm: .ask { $0.text == "Really?" })
    #expect(try await run(script, policy).output == "yes\n")
    #expect(try await run(script).error?.kind == .declined)
  }

  @Test func `a run that is cancelled does not wait for an answer`() async throws {
    let (asked, isAsked) = AsyncStream.makeStream(of: Void.self)
    let policy = Policy(
      allow: .all,
      confirm: .ask { _ in
        isAsked.finish()
        await withTaskCancellationHandler {
          for await _ in AsyncStream<Void>(unfolding: { try? await Task.sleep(for: .seconds(600)) })
          {}
        } onCancel: {
        }
        return true
      }
    )
    let engine = Engine(client: organization.client, policy: policy)
    let run = engine.start(try await engine.check(deactivation))
    for await _ in asked {}
    run.cancel("nobody came")
    let error = await run.result.error
    #expect(error?.kind == .cancelled)
    #expect(error?.message == "cancelled: nobody came")
    #expect(organization.transport.changes == [])
  }

  @Test func `the environment is what the host says`() async throws {
    let script = #"env("STEWARD_TEST_NAME")"#
    #expect(try await run(script).value.isNull)
    let policy = Policy(environment: ["STEWARD_TEST_NAME": "blue"])
    #expect(try await run(script, policy).value.string == "blue")
    #expect(try await run(#"env("HOME")"#, policy).value.isNull)
  }

  @Test func `without a folder there are no files`() async throws {
    let report = try await run("open notes.txt", Policy(allow: .all))
    #expect(report.error?.kind == .declined)
  }

  @Test func `files are read and written below the folder only`() async throws {
    let folder =
      FileManager.default.temporaryDirectory.path + "/steward-policy-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let policy = Policy(fileRoot: folder)
    let report = try await run(#"save a.txt "hello"; open a.txt"#, policy)
    #expect(report.value.string == "hello")
    for path in ["/etc/hostname", "../a.txt", "~/a.txt"] {
      let report = try await run("open '\(path)'", policy)
      #expect(report.error?.kind == .io)
    }
    let link = folder + "/link.txt"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/etc/hostname")
    #expect(try await run("open link.txt", policy).error?.kind == .io)
    #expect(try await run("open \(folder)/a.txt", policy).value.string == "hello")
  }

  @Test func `modules come from where the host says, as they were checked`() async throws {
    let script = #"use "people.steward" as people; people.greet "Ann""#
    let engine = Engine(client: nil)
    await #expect(throws: Diagnostics.self) { _ = try await engine.check(script) }
    let texts = ["people.steward": #"def greet (who: string) { "hello $who" }"#]
    let knowing = Engine(client: nil, policy: Policy(modules: .texts(texts)))
    #expect(await knowing.run(try await knowing.check(script)).value.string == "hello Ann")
  }

  @Test func `modules of a folder are read once`() async throws {
    let folder =
      FileManager.default.temporaryDirectory.path + "/steward-module-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder + "/lib",
      withIntermediateDirectories: true
    )
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func write(_ text: String, _ name: String) throws {
      try Data(text.utf8).write(to: URL(filePath: folder + "/" + name))
    }
    try write(#"source "words.steward"; def greet () { $WORD }"#, "lib/people.steward")
    try write(#"const WORD = "hello""#, "lib/words.steward")
    let engine = Engine(client: nil, policy: Policy(modules: .folder(folder)))
    let script = try await engine.check(#"source "lib/people.steward"; greet"#)
    try write(#"const WORD = "goodbye""#, "lib/words.steward")
    #expect(await engine.run(script).value.string == "hello")
  }
}
