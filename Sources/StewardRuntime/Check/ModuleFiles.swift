package import StewardSyntax
internal import StewardValues

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Finds the text that `source` and `use` name.
package protocol ModuleLoader: Sendable {
  /// - Parameters:
  ///   - path: As it is written.
  ///   - importer: The name of the text that it is written in.
  /// - Returns: The text.
  /// - Throws: Why there is none, in words that stand behind the path.
  func load(_ path: String, from importer: String) throws(ModuleProblem) -> SourceText
}

/// Why a module cannot be had: `cannot be read: no such file`.
package struct ModuleProblem: Error, Sendable {
  package let message: String
  package init(_ message: String) { self.message = message }
}

/// Files below the folder of the script that names them.
package struct ModuleFiles: ModuleLoader {
  /// A module with more bytes is refused.
  private static let maximumCount = 1 << 20

  package init() {}

  package func load(
    _ path: String,
    from importer: String
  ) throws(ModuleProblem) -> SourceText {
    guard !path.hasPrefix("/"), FilePath.components(of: path) != nil else {
      throw ModuleProblem("is outside the folder of the script")
    }
    let folder = importer.lastIndex(of: "/").map { String(importer[...$0]) } ?? ""
    let name = folder + path
    let bytes = try read(name)
    guard bytes.count <= Self.maximumCount else {
      throw ModuleProblem("has more than \(Self.maximumCount) bytes")
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw ModuleProblem("is not a text in UTF-8")
    }
    return SourceText(bytes: bytes, name: name)
  }

  private func read(_ name: String) throws(ModuleProblem) -> [UInt8] {
    let descriptor = open(name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw ModuleProblem("cannot be read: \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    var file = FileByteSource(descriptor: descriptor)
    do throws(InputError) {
      return try file.readAll()
    } catch {
      throw ModuleProblem("cannot be read: \(error.message)")
    }
  }
}
