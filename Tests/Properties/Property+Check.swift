internal import AdminCommands
internal import StewardRuntime
internal import StewardSyntax

extension Property {
  /// Every text is a program, or has an error at a place in it: in a file and at a prompt.
  package static let check = Property("check") { bytes in
    let source = SourceText(bytes: bytes, name: "input")
    for isInteractive in [false, true] {
      let session = session(isInteractive: isInteractive)
      if let problem = problem(of: session.check(source), in: source) { return problem }
    }
    return nil
  }

  /// Every file is a runbook with the same lines, or has an error at a place in it.
  package static let markdown = Property("markdown") { bytes in
    let file = SourceText(bytes: bytes, name: "input.md")
    let runbook = MarkdownRunbook(bytes: bytes, name: "input.md")
    guard runbook.source.bytes.count == bytes.count else { return "the script has other places" }
    let places = Places(file)
    let outside = runbook.sections.lazy.compactMap { places.problem(of: $0.code, "the fence") }
      .first
    _ = Formatter.format(markdown: file) { $0.utf8.count }
    return outside ?? problem(of: session().check(runbook), in: file)
  }

  private static func problem(of result: CheckResult, in source: SourceText) -> String? {
    let isWrong = result.diagnostics.contains { $0.severity == .error }
    guard isWrong == (result.program == nil) else { return "neither a program nor an error" }
    return problem(of: result.diagnostics, in: source)
  }

  private static func session(isInteractive: Bool = false) -> Session {
    Session(AdminCommands.vocabulary, isInteractive: isInteractive, loader: NoModules())
  }
}

/// No property reads a file.
private struct NoModules: ModuleLoader {
  func load(_ path: String, from importer: String) throws(ModuleProblem) -> SourceText {
    throw ModuleProblem("cannot be read: there are no files here")
  }
}
