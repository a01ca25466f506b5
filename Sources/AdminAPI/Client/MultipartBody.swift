internal import StewardValues

/// Reads a file whose path is an argument.
package typealias FileSource = @Sendable (_ path: String) throws(ClientError) -> [UInt8]

/// A body of `multipart/form-data` (RFC 7578): texts, and files with their names.
struct MultipartBody {
  /// With the boundary.
  let contentType: String
  let bytes: [UInt8]

  private struct Part {
    let name: String
    let fileName: String?
    let content: [UInt8]
  }

  /// - Throws: What reading a file throws, and `invalid` for a name that no header can hold.
  init(
    _ parameters: [Parameter],
    _ arguments: Arguments,
    _ files: FileSource
  ) throws(ClientError) {
    var parts: [Part] = []
    for parameter in parameters {
      guard let value = arguments[parameter.name], !value.isNull else { continue }
      let name = value.list == nil ? parameter.wireName : "\(parameter.wireName)[]"
      for value in value.list.map(Array.init) ?? [value] {
        let text = try Wire.text(value)
        guard case .file? = parameter.constraint else {
          parts.append(Part(name: name, fileName: nil, content: Array(text.utf8)))
          continue
        }
        parts.append(Part(name: name, fileName: try Self.fileName(text), content: try files(text)))
      }
    }
    let boundary = Self.boundary(parts)
    contentType = "multipart/form-data; boundary=\(boundary)"
    bytes = Self.bytes(parts, boundary)
  }

  /// The path as the server sees it: without what leads to the folder in which one works.
  private static func fileName(_ path: String) throws(ClientError) -> String {
    let name = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    guard name.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\"") }) else {
      throw ClientError(.invalid, "the name `\(printable(path))` cannot be sent")
    }
    return name
  }

  /// The same for the same parts, and in none of them.
  private static func boundary(_ parts: [Part]) -> String {
    let all = parts.flatMap { Array($0.name.utf8) + $0.content }
    return "steward-\(Fingerprint(of: all).description.prefix(32))"
  }

  private static func bytes(_ parts: [Part], _ boundary: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for part in parts {
      var head = "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(part.name)\""
      if let fileName = part.fileName {
        head += "; filename=\"\(fileName)\"\r\nContent-Type: application/octet-stream"
      }
      bytes += Array("\(head)\r\n\r\n".utf8) + part.content + Array("\r\n".utf8)
    }
    return bytes + Array("--\(boundary)--\r\n".utf8)
  }
}
