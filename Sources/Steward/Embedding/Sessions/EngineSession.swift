internal import StewardRuntime
internal import StewardSyntax
public import StewardValues

/// Texts that are run one after the other, and share their names: for a prompt in a host's program.
///
/// What `let` binds in one text is there in the next, `def` may define anew, and `$_` is the last
/// result. Runs wait for each other.
public final class EngineSession: Sendable {
  private let engine: Engine
  private let thread: SessionThread

  init(_ engine: Engine) {
    self.engine = engine
    let modules = ModuleTexts(engine.policy.modules)
    thread = SessionThread { [vocabulary = engine.vocabulary, limits = engine.limits] in
      Session(vocabulary, isInteractive: true, loader: modules, limits: limits)
    }
  }

  /// Checks a text against the names that are there, and runs it. Cancelling the task cancels the
  /// run.
  ///
  /// - Throws: ``Diagnostics`` if there is any error; nothing was run then, and no name has changed.
  public func run(_ text: String, name: String = "line") async throws(Diagnostics) -> RunReport {
    let source = SourceText(text, name: name)
    let run = EmbeddedRun(engine, policy: engine.policy, emit: nil)
    let result = await withTaskCancellationHandler {
      await thread.run { session in Self.result(of: source, run, session) }
    } onCancel: {
      run.cancellation.cancel(RunError(.cancelled, "cancelled: its task was cancelled"))
    }
    return try result.get()
  }

  /// The names that a text may use, with their types.
  public var names: [(name: String, type: DataType)] {
    get async { await thread.run { $0.variables } }
  }

  private static func result(
    of source: SourceText,
    _ run: EmbeddedRun,
    _ session: Session
  ) -> Result<RunReport, Diagnostics> {
    let checked = session.check(source)
    guard let program = checked.program else {
      return .failure(Diagnostics(all: checked.diagnostics, source: source))
    }
    let report = run.report(program, session, [:])
    if !report.value.isNull {
      let line = String(decoding: source.bytes, as: UTF8.self)
      session.keepLast(LastResult(report.value, program.resultType, of: line))
    }
    return .success(report)
  }
}

extension Engine {
  /// A new session, with no names of its own.
  public func session() -> EngineSession { EngineSession(self) }
}
