import Glibc
import Testing

/// One finished run of the program.
struct StewardRun {
  let output: String
  let errors: String
  /// The exit status, or minus the signal that ended it.
  let status: Int32

  /// Runs the program to its end, with its streams connected to pipes. The environment is added to
  /// one without any key.
  init(
    _ arguments: [String],
    of program: String = Spawning.program,
    input: String = "",
    environment: [String: String] = [:]
  ) throws {
    let running = try RunningSteward(arguments, of: program, environment: environment)
    running.type(input)
    running.endInput()
    self = running.finish()
  }

  init(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws {
    try self.init(arguments, input: input, environment: environment)
  }

  init(output: String, errors: String, status: Int32) {
    self.output = output
    self.errors = errors
    self.status = status
  }

  /// Requests of a run with `--trace`.
  var requests: [String] {
    errors.split(separator: "\n").map(String.init).filter {
      $0.hasPrefix("GET /v1") || $0.hasPrefix("POST /v1") || $0.hasPrefix("DELETE /v1")
    }
  }
}

/// The program while it runs.
final class RunningSteward {
  let process: pid_t
  private let input: Int32
  private let output: Int32
  private let errors: Int32
  private var outputBytes: [UInt8] = []
  private var errorBytes: [UInt8] = []
  private var isInputOpen = true

  static let patience: Duration = .seconds(120)

  init(
    _ arguments: [String],
    of program: String = Spawning.program,
    environment: [String: String] = [:]
  ) throws {
    let pipes = try (0..<3).map { _ in
      let (read, write) = try Spawning.descriptors { pipe(&$0) }
      return (read: read, write: write)
    }
    process = try Spawning.spawn(arguments, of: program, environment: environment) { actions in
      posix_spawn_file_actions_adddup2(&actions, pipes[0].read, 0)
      posix_spawn_file_actions_adddup2(&actions, pipes[1].write, 1)
      posix_spawn_file_actions_adddup2(&actions, pipes[2].write, 2)
    }
    (input, output, errors) = (pipes[0].write, pipes[1].read, pipes[2].read)
    close(pipes[0].read)
    close(pipes[1].write)
    close(pipes[2].write)
  }

  deinit {
    endInput()
    close(output)
    close(errors)
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty else { return }
    #expect(write(input, bytes, bytes.count) == bytes.count)
  }

  func endInput() {
    guard isInputOpen else { return }
    isInputOpen = false
    close(input)
  }

  func signal(_ number: Int32) { kill(process, number) }

  /// Closes the pipe that results go to, as `head` does.
  func stopReading() { dup2(errors, output) }

  /// The first line of standard output; empty if none comes.
  func firstLine() -> String {
    read { !outputBytes.contains(UInt8(ascii: "\n")) }
    return String(decoding: outputBytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  /// Waits for a text on standard error.
  func wait(forNote text: String) {
    read { !String(decoding: errorBytes, as: UTF8.self).contains(text) }
  }

  /// Waits until the program cannot write any more, since nobody reads what it writes.
  func waitForFullOutput() { waitUntilFull(output) }
  func waitForFullErrors() { waitUntilFull(errors) }

  /// A pipe holds so much, or a little less where its pages are not full.
  private func waitUntilFull(_ pipe: Int32) {
    let deadline = ContinuousClock.now + Self.patience
    let capacity = fcntl(pipe, 1032)  // F_GETPIPE_SZ, which Swift does not see.
    var count: Int32 = 0
    var isFull = false
    while !isFull, ContinuousClock.now < deadline {
      let before = count
      _ = ioctl(pipe, UInt(FIONREAD), &count)
      isFull = count == before && count > capacity / 4 && isAsleep
    }
    #expect(isFull)
  }

  /// Whether each thread of the program waits for something.
  private var isAsleep: Bool {
    guard let folder = opendir("/proc/\(process)/task") else { return false }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix("."), let file = fopen("/proc/\(process)/task/\(name)/stat", "r") else {
        continue
      }
      defer { fclose(file) }
      var line = [CChar](repeating: 0, count: 256)
      guard fgets(&line, 256, file) != nil else { return false }
      let text = String(
        decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) },
        as: UTF8.self
      )
      guard text.contains(") S ") else { return false }
    }
    return true
  }

  /// The exit status of a program whose output nobody reads. Waits for its end.
  func status() -> Int32 { Spawning.status(of: process) }

  /// Waits for the program's end.
  func finish() -> StewardRun {
    endInput()
    let isFinished = read { true }
    if !isFinished {
      Issue.record("the program does not end")
      kill(process, SIGKILL)
    }
    return StewardRun(
      output: String(decoding: outputBytes, as: UTF8.self),
      errors: String(decoding: errorBytes, as: UTF8.self),
      status: Spawning.status(of: process)
    )
  }

  /// Reads while `goesOn` wants more of the output, or to the end.
  ///
  /// - Returns: False if that takes too long.
  @discardableResult
  private func read(while goesOn: () -> Bool) -> Bool {
    let deadline = ContinuousClock.now + Self.patience
    var open = [output, errors]
    while !open.isEmpty, goesOn() {
      guard ContinuousClock.now < deadline else { return false }
      var polled = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      guard poll(&polled, nfds_t(polled.count), 1000) > 0 else { continue }
      for descriptor in polled where descriptor.revents != 0 {
        if !readPiece(descriptor.fd) { open.removeAll { $0 == descriptor.fd } }
      }
    }
    return true
  }

  private func readPiece(_ descriptor: Int32) -> Bool {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    guard count > 0 else { return false }
    if descriptor == output {
      outputBytes += bytes[..<count]
    } else {
      errorBytes += bytes[..<count]
    }
    return true
  }
}
