import AdminAPI
import StewardRuntime
import StewardValues
import TestSupport
import Testing

/// The example of every operation does, as it is typed, what the operation is for.
///
/// A change is planned first, by the run itself, and then made: an example that passes here has a
/// plan that applies.
@Suite struct OperationExampleTests {
  @Test(arguments: Catalog.all)
  func `the example of an operation reaches the organization`(
    operation: AdminAPI.Operation
  ) async throws {
    let folder = try ExampleFolder(for: operation)
    let path = folder.path
    let (problem, count) = await EvaluatorThread.run { () -> (String?, Int) in
      let run = ExampleRun(operation.example, fileRoot: path)
      return (run.problem, run.count(of: operation))
    }
    withExtendedLifetime(folder) {
      #expect(problem == nil)
      #expect(count > 0)
    }
  }

  @Test func `an example names no object that the sandbox does not have`() async throws {
    let reads = Catalog.all.filter { $0.isRead && $0.method == .get }
    let seen = await EvaluatorThread.run {
      reads.map { ExampleRun($0.example).host.output }.joined()
    }
    for operation in Catalog.all {
      for id in Self.ids(in: operation.example) {
        #expect(seen.contains("\"\(id)\""), "\(operation.id): \(id)")
      }
    }
  }

  @Test func `an id that was made up is found`() {
    let code = #"spend-limits set --scope {workspace_id: "wrkspc_01", user_id: "user_0Jane"}"#
    #expect(Self.ids(in: code) == ["wrkspc_01", "user_0Jane"])
  }

  /// Words that begin as ids do, followed by a digit: not `user_id`.
  private static func ids(in code: String) -> [String] {
    code.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init).filter { word in
      guard let prefix = Catalog.resource(ofID: word)?.prefix else { return false }
      return word.dropFirst(prefix.count).first?.isNumber ?? false
    }
  }
}
