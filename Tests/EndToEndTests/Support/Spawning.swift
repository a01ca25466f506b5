import Glibc
import Synchronization
import Testing

/// Starts the built program.
enum Spawning {
  /// Between making a descriptor and saying that no other process gets it, none may be started.
  private static let lock = Mutex(())

  /// `POSIX_SPAWN_SETSID` of the C library, which Swift does not see.
  static let newSession: Int32 = 0x80

  /// `.build/release/steward` of this package.
  static let program: String = {
    let parts = #filePath.split(separator: "/").dropLast(4)
    return "/" + parts.joined(separator: "/") + "/.build/release/steward"
  }()

  /// What is known of the world where nothing else is said: no key, nobody's files.
  static func environment(_ more: [String: String]) -> [String] {
    let standard = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"]
    return standard.merging(more) { $1 }.map { "\($0.key)=\($0.value)" }
  }

  /// Starts it with descriptors that `actions` prepares; `flags` is 0 or ``newSession``.
  static func spawn(
    _ arguments: [String],
    of program: String = program,
    environment: [String: String],
    flags: Int32 = 0,
    actions: (inout posix_spawn_file_actions_t) -> Void
  ) throws -> pid_t {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    actions(&files)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(flags))
    let words = ([program] + arguments).map { strdup($0) } + [nil]
    let variables = Spawning.environment(environment).map { strdup($0) } + [nil]
    defer { (words + variables).forEach { free($0) } }
    var process: pid_t = 0
    let code = lock.withLock { _ in
      posix_spawn(&process, program, &files, &attributes, words, variables)
    }
    try #require(code == 0, "\(program) cannot be started: \(code)")
    return process
  }

  /// Descriptors that no started program inherits.
  static func descriptors(_ make: (inout [Int32]) -> Int32) throws -> (Int32, Int32) {
    var ends: [Int32] = [-1, -1]
    let code = lock.withLock { _ in
      let code = make(&ends)
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      return code
    }
    try #require(code == 0)
    return (ends[0], ends[1])
  }

  /// A descriptor that no started program inherits.
  static func uninherited(_ make: () -> Int32) -> Int32 {
    lock.withLock { _ in
      let descriptor = make()
      if descriptor >= 0 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
      return descriptor
    }
  }

  /// The exit status, or minus the signal that ended the process. Waits for its end.
  static func status(of process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : -signal
  }
}
