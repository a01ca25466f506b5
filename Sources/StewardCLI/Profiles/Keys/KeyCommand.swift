// `environ` may change while it is read, as far as the compiler knows. This process never changes it.
#if canImport(Glibc)
@preconcurrency internal import Glibc
#elseif canImport(Musl)
@preconcurrency internal import Musl
#elseif canImport(Darwin)
@preconcurrency internal import Darwin
#endif

/// A program that writes a key on its standard output, such as one of a password store. There is no
/// shell, so no word can become a command. What it says on standard error is passed on.
package struct KeyCommand {
  /// Long enough for a person to unlock a store.
  package static let usualLimit: Duration = .seconds(30)

  private let words: [String]
  private let limit: Duration
  /// Readable once the run is to stop.
  private let stop: NotificationPipe?

  package init(_ words: [String], limit: Duration = usualLimit) {
    self.init(words, limit: limit, stop: nil)
  }

  init(_ words: [String], limit: Duration = usualLimit, stop: NotificationPipe?) {
    self.words = words
    self.limit = limit
    self.stop = stop
  }

  private var name: String { "the command `\(words.first ?? "")` for the key" }

  /// Runs it to its end, or kills it.
  ///
  /// - Throws: ``KeyError`` if it cannot be started, takes too long, fails, or gives no key.
  package func run() throws(KeyError) -> String {
    let deadline = ContinuousClock.now + limit
    let (process, output) = try start()
    defer { close(output) }
    do throws(KeyError) {
      let bytes = try read(output, until: deadline)
      let status = try wait(for: process, until: deadline)
      guard status == 0 else { throw KeyError("\(name) ended with \(Self.words(for: status))") }
      return try KeyText(bytes, from: name).key
    } catch {
      Self.end(process)
      throw error
    }
  }

  // MARK: - The process

  /// The process, and the end of the pipe that it writes to.
  private func start() throws(KeyError) -> (process: Child, output: Int32) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw KeyError("\(name) cannot be started: \(Descriptor.reason(errno))")
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[1]) }
    do throws(KeyError) {
      return (try start(writingTo: ends[1]), ends[0])
    } catch {
      close(ends[0])
      throw error
    }
  }

  private func start(writingTo output: Int32) throws(KeyError) -> Child {
    var actions = Spawn.noActions
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Standard input may be a script, which is not for the command to read.
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    var attributes = Spawn.noAttributes
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Closed pipes are ignored in this process only.
    var defaults = sigset_t()
    sigemptyset(&defaults)
    sigaddset(&defaults, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    var mask = sigset_t()
    sigemptyset(&mask)
    posix_spawnattr_setsigmask(&attributes, &mask)
    let flags = Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    let arguments = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, words.first ?? "", &actions, &attributes, arguments, environ)
    guard code == 0 else {
      throw KeyError("\(name) cannot be started: \(Descriptor.reason(code))")
    }
    return Child(id: process)
  }

  private func read(_ descriptor: Int32, until deadline: ContinuousClock.Instant)
    throws(KeyError) -> [UInt8]
  {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: KeyText.maximumCount + 1)
    while true {
      try wait(for: descriptor, until: deadline)
      let count = systemRead(descriptor, &piece)
      if count < 0, errno != EINTR { throw KeyError("what \(name) writes cannot be read") }
      if count == 0 { return bytes }
      if count > 0 { bytes += piece[..<count] }
      guard bytes.count <= KeyText.maximumCount else {
        throw KeyError("\(name) gives something else than a key")
      }
    }
  }

  private func wait(for descriptor: Int32, until deadline: ContinuousClock.Instant)
    throws(KeyError)
  {
    var polled = [descriptor, stop?.readEnd ?? -1].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    repeat {
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero else { throw tooLong }
      _ = poll(&polled, 2, Int32(clamping: Int(left / .milliseconds(1)) + 1))
      guard polled[1].revents == 0 else { throw KeyError.cancelled }
    } while polled[0].revents == 0
  }

  /// Its exit status, or minus the signal that ended it. It may close its output before its end.
  private func wait(for child: Child, until deadline: ContinuousClock.Instant)
    throws(KeyError) -> Int32
  {
    while true {
      if let status = child.status(waiting: false) { return status }
      guard ContinuousClock.now < deadline else { throw tooLong }
      _ = poll(nil, 0, 5)
    }
  }

  private var tooLong: KeyError {
    let seconds = limit.components.seconds
    let time = seconds > 0 ? "\(seconds) s" : "its time"
    return KeyError(
      "\(name) was not done after \(time), and was ended",
      help: "run it in this shell to see what it waits for"
    )
  }

  private static func end(_ child: Child) {
    guard child.status(waiting: false) == nil else { return }
    kill(child.id, SIGKILL)
    _ = child.status(waiting: true)
  }

  private static func words(for status: Int32) -> String {
    status < 0 ? "the signal \(-status)" : "status \(status)"
  }

  private func systemRead(_ descriptor: Int32, _ piece: inout [UInt8]) -> Int {
    #if canImport(Glibc)
    Glibc.read(descriptor, &piece, piece.count)
    #elseif canImport(Musl)
    Musl.read(descriptor, &piece, piece.count)
    #else
    Darwin.read(descriptor, &piece, piece.count)
    #endif
  }
}

/// A process that was started, and its end, which the system tells once.
private final class Child {
  let id: pid_t
  private var ended: Int32?

  init(id: pid_t) { self.id = id }

  /// The exit status, or minus the signal; nil while it runs.
  func status(waiting: Bool) -> Int32? {
    if let ended { return ended }
    var status: Int32 = 0
    var result: pid_t
    repeat {
      result = waitpid(id, &status, waiting ? 0 : WNOHANG)
    } while result < 0 && errno == EINTR
    guard result != 0 else { return nil }
    let signal = status & 0x7F
    ended = result < 0 ? -1 : (signal == 0 ? (status >> 8) & 0xFF : -signal)
    return ended
  }
}

/// Types that systems declare in two ways.
private enum Spawn {
  #if canImport(Darwin)
  static var noActions: posix_spawn_file_actions_t? { nil }
  static var noAttributes: posix_spawnattr_t? { nil }
  #else
  static var noActions: posix_spawn_file_actions_t { posix_spawn_file_actions_t() }
  static var noAttributes: posix_spawnattr_t { posix_spawnattr_t() }
  #endif
}
