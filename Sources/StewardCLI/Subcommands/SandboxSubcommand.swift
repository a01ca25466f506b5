internal import AdminSandbox
internal import ArgumentParser
internal import Dispatch
internal import Steward
internal import StewardRuntime

/// `steward sandbox`: a local organization on a port, until it is stopped.
struct SandboxSubcommand {
  private struct Arguments: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "steward sandbox", helpNames: [])

    @Option(help: ArgumentHelp("The port; by default any that is free.", valueName: "N"))
    var port: Int?
    @Option(help: ArgumentHelp("The address to listen on.", valueName: "ADDRESS"))
    var host = "127.0.0.1"
    @ArgumentParser.Argument(parsing: .allUnrecognized, help: .hidden)
    var settings: [String] = []

    func validate() throws {
      if let port, !(0...65_535).contains(port) {
        throw ValidationError("a port is from 0 to 65535, not \(port)")
      }
    }
  }

  private let host: String
  private let port: Int
  private let settings: SandboxSettings

  init(_ words: [String], _ options: GlobalOptions) throws(UsageError) {
    do {
      let arguments = try Arguments.parse(words)
      (host, port) = (arguments.host, arguments.port ?? 0)
      settings = try Self.settings(arguments.settings, options)
    } catch let error as UsageError {
      throw error
    } catch let error as SandboxSettingsError {
      throw UsageError(error.message, help: "`steward help sandbox` lists the settings")
    } catch {
      throw UsageError(Arguments.self, error)
    }
  }

  /// The flags are the settings themselves.
  private static func settings(
    _ words: [String],
    _ options: GlobalOptions
  ) throws -> SandboxSettings {
    var settings = try SandboxSettings(spec: options.sandbox ?? "")
    settings.now = settings.now ?? options.now
    var rest = words[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("--") else { throw UsageError("`\(word)` is no setting of a sandbox") }
      let parts = word.dropFirst(2).split(
        separator: "=",
        maxSplits: 1,
        omittingEmptySubsequences: false
      )
      guard let value = parts.count > 1 ? String(parts[1]) : rest.popFirst() else {
        throw UsageError("\(word) has no value")
      }
      try settings.set(String(parts[0]), to: value)
    }
    return settings
  }

  static var help: HelpPage {
    let settings = SandboxSetting.all.map { setting in
      HelpTerm(
        "--\(setting.name) \(setting.valueName)",
        setting.help,
        remarks: setting.defaultText.map { ["by default \($0)"] } ?? []
      )
    }
    return DeclaredOptions.page(
      "sandbox",
      "Serves a local organization on a port, until it is stopped",
      of: Arguments.self,
      usage: ["[--port N]", "[--host ADDRESS]", "[SETTING …]"],
      more: [HelpSection("settings", [.terms(settings)])]
    )
  }

  // MARK: - Serving

  func run(_ console: Console, _ interruption: Interruption) -> Int32 {
    let sandbox = Sandbox(settings)
    let (host, port) = (host, port)
    let started = Blocking.wait { () async -> Result<SandboxServer, SandboxServerError> in
      do throws(SandboxServerError) {
        return .success(try await SandboxServer.start(sandbox, host: host, port: port))
      } catch {
        return .failure(error)
      }
    }
    switch started {
    case .success(let server): return serve(server, sandbox.key, console, interruption)
    case .failure(let error): return fail(error.message, console)
    case nil: return fail("the sandbox did not start", console)
    }
  }

  private func serve(
    _ server: SandboxServer,
    _ key: String,
    _ console: Console,
    _ interruption: Interruption
  ) -> Int32 {
    let stop = DispatchSemaphore(value: 0)
    return interruption.during(.service(stop: { stop.signal() })) {
      let status = console.finish { "\(server.baseURL) \(key)\n" }
      guard status == ExitStatus.done else { return status }
      if console.surroundings.isOutputTerminal { explain(server, key, console) }
      stop.wait()
      _ = Blocking.wait { await server.stop() }
      return ExitStatus.done
    }
  }

  private func explain(_ server: SandboxServer, _ key: String, _ console: Console) {
    console.errors.line("in another terminal, until Ctrl-C here:", .faint)
    console.errors.line(
      "  STEWARD_BASE_URL=\(server.baseURL) ANTHROPIC_ADMIN_KEY=\(key) steward users list",
      .faint
    )
  }

  private func fail(_ message: String, _ console: Console) -> Int32 {
    Reports(console.errors, .text).show(RunError(.io, message), .init())
    return ExitStatus.failed
  }
}
