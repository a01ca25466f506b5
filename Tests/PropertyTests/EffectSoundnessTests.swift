import AdminAPI
import StewardRuntime
import StewardValues
import TestSupport
import Testing

/// A script does no more than the check says, whichever script of this repository it is.
@Suite(.serialized, .ownThread) struct EffectSoundnessTests {
  /// Some have errors on purpose, or read from files that are not there.
  @Test func `most scripts can be run`() async throws {
    var ended = 0
    for script in ScriptCorpus.all where try await ObservedRun.of(script.text)?.error == nil {
      ended += 1
    }
    #expect(ended > 200)
  }

  @Test(arguments: ScriptCorpus.all)
  func `what is sent and written was predicted`(_ script: Script) async throws {
    guard let run = try await ObservedRun.of(script.text) else { return }
    for request in run.requests {
      let found = try #require(RequestEffects(request), "\(request.method) \(request.path)")
      #expect(
        found.effects.isSubset(of: run.allowance),
        "\(request.method) \(request.path) has \(found.effects), predicted is \(run.predicted)"
      )
    }
    if run.hasWritten { #expect(run.predicted.contains(.file)) }
    if run.hasAsked { #expect(run.predicted.contains(.prompt)) }
  }

  @Test(arguments: ScriptCorpus.all)
  func `where the table says one request there is one`(_ script: Script) async throws {
    guard let run = try await ObservedRun.of(script.text) else { return }
    // What a change concerns is read before, and what is read is read in both passes.
    let isPlanned = !run.predicted.isDisjoint(with: .changes)
    let sent = Dictionary(grouping: run.requests) { RequestEffects($0)?.operation?.id ?? "" }
    for (id, requests) in sent where id != "" {
      guard let operation = Catalog.operation(id: id), !(isPlanned && operation.isRead) else {
        continue
      }
      let rows = run.rows.filter { $0.command == operation.words.joined(separator: " ") }
      guard !rows.isEmpty, rows.allSatisfy({ $0.requests == "1 request" }) else { continue }
      #expect(requests.count <= rows.count, "\(id)")
    }
  }
}

extension ObservedRun {
  /// What may be seen of it: whatever changes something is read before.
  fileprivate var allowance: Effects {
    predicted.isDisjoint(with: .changes) ? predicted : predicted.union(.read)
  }
}
