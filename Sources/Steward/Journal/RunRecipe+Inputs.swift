internal import AdminAPI
internal import StewardRuntime
internal import StewardValues

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

extension RunRecipe.Input {
  /// The file as it is now; one that cannot be read has the fingerprint of nothing.
  init(reading path: String) {
    self.init(path: path, fingerprint: Fingerprint(of: Self.bytes(path)).description)
  }

  private static func bytes(_ path: String) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var status = stat()
    // A pipe has nothing to read a second time.
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return [] }
    var file = FileByteSource(descriptor: descriptor)
    return (try? file.readAll()) ?? []
  }
}

extension RunRecipe {
  /// - Throws: `drift` if a file that the script reads is not what it was.
  func checkInputs() throws(RunError) {
    for input in inputs where RunRecipe.Input(reading: input.path) != input {
      throw RunError(
        .drift,
        "\(printable(input.path)) is not what it was when the plan was made: no change was sent",
        help: "plan again"
      )
    }
  }
}
