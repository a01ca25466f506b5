internal import AdminAPI
internal import StewardValues

extension ArgumentReader {
  /// Reads a body of `multipart/form-data`, whose first line is the boundary that its type names. Of
  /// a file its name and its size are kept.
  func readParts(
    _ body: [UInt8],
    _ contentType: String?,
    into arguments: inout Arguments
  ) throws(APIFailure) {
    guard let boundary = MultipartReader.boundary(of: contentType),
      body.starts(with: "--\(boundary)\r\n".utf8)
    else { throw .invalid("The request body is not valid multipart/form-data.") }
    for part in try MultipartReader(body).parts {
      let isElement = part.name.hasSuffix("[]")
      let plain = isElement ? String(part.name.dropLast(2)) : part.name
      guard let parameter = operation.parameter(plain), parameter.place == .body else {
        throw .invalid("\(part.name): Extra inputs are not permitted")
      }
      let value = Value(part.fileName ?? String(decoding: part.content, as: UTF8.self))
      if case .list = parameter.type {
        // A part that is named without brackets is ignored by the API.
        guard isElement else { continue }
        arguments[plain] = Value(Array(arguments[plain]?.list ?? []) + [value])
      } else {
        arguments[plain] = value
      }
    }
  }
}

/// The parts of a body of `multipart/form-data` (RFC 7578).
struct MultipartReader {
  struct Part {
    let name: String
    let fileName: String?
    let content: ArraySlice<UInt8>
  }

  let parts: [Part]

  /// The parts that are files.
  var files: [(name: String, content: ArraySlice<UInt8>)] {
    parts.compactMap { part in part.fileName.map { ($0, part.content) } }
  }

  /// - Throws: 400 for what is no such body.
  init(_ body: [UInt8]) throws(APIFailure) {
    let broken = APIFailure.invalid("The request body is not valid multipart/form-data.")
    guard let end = body.firstIndex(of: UInt8(ascii: "\r")), end > 2, body.starts(with: "--".utf8)
    else { throw broken }
    let boundary = Array(body[..<end])
    var parts: [Part] = []
    var rest = body[end...]
    while rest.starts(with: "\r\n".utf8) {
      rest = rest.dropFirst(2)
      guard let head = Self.split(rest, at: Array("\r\n\r\n".utf8)),
        let content = Self.split(head.after, at: Array("\r\n".utf8) + boundary),
        let part = Self.part(head.before, content.before)
      else { throw broken }
      parts.append(part)
      rest = content.after
    }
    guard rest.starts(with: "--".utf8) else { throw broken }
    self.parts = parts
  }

  /// What a type such as `multipart/form-data; boundary=b` names; nil for another type.
  static func boundary(of contentType: String?) -> String? {
    let parts = (contentType ?? "").split(separator: ";")
    guard parts.first?.lowercased() == "multipart/form-data" else { return nil }
    let named = parts.dropFirst().map { $0.drop { $0 == " " } }
    guard let named = named.first(where: { $0.lowercased().hasPrefix("boundary=") }) else {
      return nil
    }
    let boundary = named.dropFirst("boundary=".count).filter { $0 != "\"" }
    return boundary.isEmpty ? nil : boundary
  }

  private static func part(_ head: ArraySlice<UInt8>, _ content: ArraySlice<UInt8>) -> Part? {
    let text = String(decoding: head, as: UTF8.self)
    guard let name = value(" name=", in: text) else { return nil }
    return Part(name: name, fileName: value(" filename=", in: text), content: content)
  }

  /// The quoted or bare text behind a parameter's name.
  private static func value(_ name: String, in head: String) -> String? {
    guard let start = head.firstRange(of: name)?.upperBound else { return nil }
    let rest = head[start...]
    guard rest.first == "\"" else { return String(rest.prefix { !";\r\n".contains($0) }) }
    return String(rest.dropFirst().prefix { $0 != "\"" })
  }

  private static func split(
    _ bytes: ArraySlice<UInt8>,
    at mark: [UInt8]
  ) -> (before: ArraySlice<UInt8>, after: ArraySlice<UInt8>)? {
    guard let range = bytes.firstRange(of: mark) else { return nil }
    return (bytes[..<range.lowerBound], bytes[range.upperBound...])
  }
}
