import AdminAPI
import AdminSandbox
import StewardValues
import Testing

/// Requests that are wrong in every way: each gets an answer that the API documents, and those that
/// are refused change nothing.
@Suite struct MalformedRequestTests {
  private static let batch = 2500
  /// One kind for each batch in turn; nil has what all kinds have.
  private static let kinds = ["", "kind=console", "", "kind=enterprise", "", "kind=aws"]

  private static func sandbox(batch: Int) throws -> Sandbox {
    var settings = try SandboxSettings(spec: kinds[batch % kinds.count])
    // The trial checks them itself, and says more about it.
    settings.checksAnswers = false
    let time = TestTime(try #require(Timestamp(Probe.now)))
    return Sandbox(settings, clock: time.clock)
  }

  @Test func `every answer is documented, and what is refused changes nothing`() async throws {
    let count = TrialSettings.count(20_000)
    var counts: [Int: Int] = [:]
    var succeeded: Set<String> = []
    for batch in 0..<(count + Self.batch - 1) / Self.batch {
      let trial = try await Trial(Self.sandbox(batch: batch), Self.sandbox(batch: batch), batch)
      for index in batch * Self.batch..<min(count, (batch + 1) * Self.batch) {
        guard let (request, status) = try await trial.step(index) else { continue }
        counts[status, default: 0] += 1
        if status == 200 { succeeded.insert(request.operation.id) }
      }
      let difference = await trial.difference()
      guard difference == nil else {
        let index = try await Self.culprit(batch: batch, below: count)
        Issue.record("a refused request changed something: \(difference ?? ""); \(index)")
        return
      }
    }
    // A trial in which all is refused for one reason, or nothing, would show little.
    #expect(counts[200, default: 0] > count / 10)
    #expect(counts[400, default: 0] > count / 5)
    for status in [401, 403, 404, 405, 409] where count >= 20_000 {
      #expect(counts[status, default: 0] > 0, "\(status)")
    }
    #expect(succeeded.count > Catalog.all.count / 2 || count < 20_000)
  }

  /// The first request of a batch after which the two organizations differ.
  private static func culprit(batch: Int, below count: Int) async throws -> String {
    let range = batch * Self.batch..<min(count, (batch + 1) * Self.batch)
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      let trial = try await Trial(sandbox(batch: batch), sandbox(batch: batch), batch)
      for index in range.lowerBound...middle { _ = try await trial.step(index) }
      if await trial.difference() == nil { low = middle + 1 } else { high = middle }
    }
    let trial = try await Trial(sandbox(batch: batch), sandbox(batch: batch), batch)
    return "\(TrialSettings.again(low)): \(trial.request(low).summary)"
  }
}

/// One organization that gets all requests, and one that gets only those that the first accepts.
private struct Trial {
  private let sandbox: Sandbox
  private let careful: Sandbox
  private let known: KnownValues

  init(_ sandbox: Sandbox, _ careful: Sandbox, _ batch: Int) async throws {
    self.sandbox = sandbox
    self.careful = careful
    known = await OrganizationContents(of: sandbox).known
  }

  func request(_ index: Int) -> WrongRequest {
    var generator = RequestGenerator(
      known,
      key: sandbox.key,
      seed: TrialSettings.seed,
      index: index
    )
    return generator.request()
  }

  /// - Returns: Nil for what only a connection can send.
  func step(_ index: Int) async throws -> (WrongRequest, status: Int)? {
    let wrong = request(index)
    guard let request = wrong.request else { return nil }
    guard case .response(let response) = await sandbox.answer(request) else {
      Issue.record("dropped: \(TrialSettings.again(index)): \(wrong.summary)")
      return nil
    }
    if let problem = AnswerCheck(response).problem(wrong.method, wrong.target) {
      Issue.record("\(problem); \(TrialSettings.again(index)): \(wrong.summary)")
    }
    if request.method != .get, response.status == 200 { _ = await careful.answer(request) }
    return (wrong, response.status)
  }

  func difference() async -> String? {
    await OrganizationContents(of: sandbox).difference(from: OrganizationContents(of: careful))
  }
}
