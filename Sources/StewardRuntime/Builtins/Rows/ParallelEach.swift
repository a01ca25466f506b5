internal import StewardValues

extension Command {
  static let parallelEach = Command(
    "par-each",
    "Calls a closure with several rows at a time and gives what it gives, in the rows' order",
    parameters: [
      CommandParameter(
        "body",
        .positional,
        .closure,
        required: true,
        "Called with each row",
        takesRow: true
      ),
      CommandParameter(
        "jobs",
        .flag,
        .int,
        "How many rows at a time, at most \(ParallelStream.maximumJobs)",
        default: String(ParallelStream.defaultJobs)
      ),
      .onError,
    ],
    input: .rows,
    notes: [
      "Rows are taken ahead, but never more than `--jobs`. All requests share one allowance.",
      "A row that fails ends the rows behind it; those before it are finished first. What the "
        + "closure prints comes as it happens.",
    ],
    examples: [
      CommandExample(
        "workspaces list | par-each {|w| workspaces members list $w.id } | flatten",
        "the members of all workspaces, four lists at a time"
      )
    ],
    searchTerms: ["parallel", "concurrent", "threads", "async", "map"],
    output: { $0.closureRows },
    holds: { _ in .window },
    validate: { call in
      guard let jobs = call["jobs"]?.constant?.int, jobs < 1 else { return [] }
      return [
        ArgumentProblem("jobs", "E0307", "\(jobs) jobs: the number begins at 1", hint: nil)
      ]
    },
    run: { call, _ throws(RunError) in
      let jobs = call.integer("jobs") ?? ParallelStream.defaultJobs
      guard jobs > 0 else {
        throw call.site.error(.invalid, "`par-each` takes at least 1 job, not \(jobs)")
      }
      return .rows(ParallelStream(try call.rows(), try call.required("body"), jobs: jobs, call))
    }
  )
}

/// What a closure gives for each row, several at a time, in the order of the rows.
final class ParallelStream: StageStream {
  static let defaultJobs = 4
  static let maximumJobs = 16

  private let workers: RowWorkers
  private let jobs: Int
  private var failures: RowFailures
  /// The rows that are out, in their order.
  private var window: [(row: Value, result: Handoff<Value>)] = []
  /// How many more rows may be taken; nil if nobody knows.
  private var allowance: Int?
  private var isAtEnd = false
  /// What went wrong with the input: it is said when the rows before it have been.
  private var inputError: RunError?

  init(_ input: RowStream, _ body: Value, jobs: Int, _ call: Call) {
    self.jobs = min(jobs, ParallelStream.maximumJobs)
    failures = RowFailures(call)
    workers = RowWorkers(body, count: self.jobs, failures.policy, of: call.evaluator)
    super.init(input)
  }

  deinit { finish() }

  override func expect(_ demand: Demand) {
    allowance = failures.policy == .skip ? nil : demand.rows
    super.expect(Demand(rows: allowance, drains: demand.drains, firstPage: demand.firstPage))
  }

  override func next() throws(RunError) -> Value? {
    while true {
      fill()
      guard !window.isEmpty else { break }
      let (row, result) = window.removeFirst()
      do {
        return try result.wait()
      } catch {
        if let replacement = try replacement(of: row, error) { return replacement }
      }
    }
    failures.report()
    finish()
    if let inputError { throw inputError }
    return nil
  }

  override func cancel() {
    failures.report()
    finish()
    super.cancel()
  }

  /// Hands out rows until as many are out as may be.
  private func fill() {
    while !isAtEnd, window.count < jobs {
      do throws(RunError) {
        guard allowance != 0, let row = try input.next() else {
          isAtEnd = true
          return
        }
        allowance = allowance.map { $0 - 1 }
        window.append((row, workers.submit(row)))
      } catch {
        inputError = error
        isAtEnd = true
      }
    }
  }

  private func replacement(of row: Value, _ error: RunError) throws(RunError) -> Value? {
    do throws(RunError) {
      return try failures.replacement(of: row, error)
    } catch {
      finish()
      throw error
    }
  }

  /// Stops what is out and waits for it, so that the outcome of every change is known.
  private func finish() {
    isAtEnd = true
    workers.stop()
    for (_, result) in window { _ = try? result.wait() }
    window = []
  }
}
