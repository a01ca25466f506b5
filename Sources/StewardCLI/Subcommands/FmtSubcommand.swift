internal import ArgumentParser
internal import Steward
internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// `steward fmt FILE…`: scripts in the one style.
struct FmtSubcommand {
  private struct Arguments: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "steward fmt", helpNames: [])

    @Flag(help: "Writes nothing; lists the files that would change, and fails if there are any.")
    var check = false
    @ArgumentParser.Argument(
      help: ArgumentHelp(
        "Scripts, and Markdown files with scripts in them; - is from standard input to output.",
        valueName: "FILE"
      )
    )
    var files: [String]
  }

  private let arguments: Arguments

  init(_ words: [String]) throws(UsageError) {
    do {
      arguments = try Arguments.parse(words)
    } catch {
      throw UsageError(Arguments.self, error)
    }
  }

  static var help: HelpPage {
    DeclaredOptions.page(
      "fmt",
      "Lays scripts out in one style; comments are kept",
      of: Arguments.self,
      usage: ["[--check]", "FILE …"]
    )
  }

  /// A file with errors is left alone, and the others are done.
  func run(_ options: GlobalOptions, _ console: Console) throws(UsageError) -> Int32 {
    let reports = Reports(console.errors, options.diagnostics)
    var status = ExitStatus.done
    var output = ""
    for file in arguments.files {
      status = max(status, format(try ScriptText.file(file), at: file, &output, reports))
    }
    let written = console.finish { output }
    return status == ExitStatus.done ? written : status
  }

  /// - Returns: The exit status of one file.
  private func format(
    _ source: SourceText,
    at file: String,
    _ output: inout String,
    _ reports: Reports
  ) -> Int32 {
    guard let text = formatted(source) else {
      reports.show(diagnostics(of: source), in: source)
      return ExitStatus.notChecked
    }
    let isChanged = Array(text.utf8) != source.bytes
    if arguments.check {
      output += isChanged ? source.name + "\n" : ""
      return isChanged ? ExitStatus.failed : ExitStatus.done
    }
    if file == "-" {
      output += text
      return ExitStatus.done
    }
    return !isChanged || write(text, to: file, reports) ? ExitStatus.done : ExitStatus.failed
  }

  private func formatted(_ source: SourceText) -> String? {
    MarkdownRunbook.isMarkdown(source.name)
      ? Formatter.format(markdown: source, width: DisplayWidth.of)
      : Formatter.format(Parser.parse(source), width: DisplayWidth.of)
  }

  private func diagnostics(of source: SourceText) -> [Diagnostic] {
    guard MarkdownRunbook.isMarkdown(source.name) else { return Parser.parse(source).diagnostics }
    let runbook = MarkdownRunbook(bytes: source.bytes, name: source.name)
    return runbook.diagnostics + Parser.parse(runbook.source).diagnostics
  }

  /// False, with a report, if it could not be written.
  private func write(_ text: String, to file: String, _ reports: Reports) -> Bool {
    do throws(RunError) {
      try FileReplacement.write(Array(text.utf8), to: file)
      return true
    } catch {
      reports.show(error, .init())
      return false
    }
  }
}
