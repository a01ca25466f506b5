package import StewardValues

extension Constraint {
  /// How a value of the right type breaks the constraint, as words after a name, or nil.
  package func breach(by value: Value) -> String? {
    switch self {
    case .range(let range):
      guard let int = value.int, !range.contains(int) else { return nil }
      return "must be between \(range.lowerBound) and \(range.upperBound), not \(int)"
    case .length(let range):
      guard let count = value.string?.unicodeScalars.count, !range.contains(count)
      else { return nil }
      return
        "must have \(range.lowerBound) to \(range.upperBound) characters, and this has \(count)"
    case .items(let range):
      guard let count = value.list?.count, !range.contains(count) else { return nil }
      return "can have \(range.upperBound) items, and this has \(count)"
    case .slug: return Self.slugBreach(value)
    case .email:
      guard let text = value.string, !EmailAddress.isPlausible(text) else { return nil }
      let several =
        text.contains(",") ? ": one at a time, as in `for x in [\"…\", \"…\"] { … }`" : ""
      return "must be an email address, and `\(text)` is none\(several)"
    case .color: return Self.isColor(value) ? nil : "must be a colour such as \"#6C5BB9\""
    case .reservedKeyPrefix(let prefix): return Self.reservedKey(in: value, prefix)
    case .dataResidency: return DataResidency.breach(by: value)
    case .variants(let tag, let variants): return Variant.breach(by: value, tag, variants)
    case .dimensions(let dimensions): return Self.dimensionBreach(value, dimensions)
    case .file: return value.string == "" ? "cannot be empty" : nil
    }
  }

  private static func dimensionBreach(_ value: Value, _ dimensions: [String]) -> String? {
    let texts = value.list?.compactMap(\.string) ?? [value.string].compactMap(\.self)
    let wrong = texts.first { text in
      let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      return parts.count < 2 || parts[1].isEmpty || !dimensions.contains(String(parts[0]))
    }
    return wrong.map {
      "takes dimension:value, with the dimension \(dimensions.joined(separator: " or ")), not `\($0)`"
    }
  }

  private static func slugBreach(_ value: Value) -> String? {
    guard let text = value.string else { return nil }
    let isMadeOfThem = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
    }
    if isMadeOfThem, (1...255).contains(text.utf8.count) { return nil }
    return "must be 1 to 255 lowercase letters, digits and hyphens, and `\(text)` is not"
  }

  private static func isColor(_ value: Value) -> Bool {
    guard let bytes = value.string.map({ Array($0.utf8) }), bytes.count == 7 else { return false }
    return bytes.first == UInt8(ascii: "#")
      && bytes.dropFirst().allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }

  private static func reservedKey(in value: Value, _ prefix: String) -> String? {
    let key = value.record?.shape.fields.first { $0.name.lowercased().hasPrefix(prefix) }
    return key.map { "has the key `\($0.name)`: keys cannot begin with \(prefix)" }
  }
}

/// What passes for an email address before a server looks at it.
package enum EmailAddress {
  /// True for one `@` between a name and a domain, without blanks and control characters.
  package static func isPlausible(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, let name = parts.first, let domain = parts.last, !name.isEmpty
    else { return false }
    let labels = domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return labels.allSatisfy { !$0.isEmpty } && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
  }
}

/// The rule between the fields of a workspace's data residency.
private enum DataResidency {
  static func breach(by value: Value) -> String? {
    guard let record = value.record, let allowed = record["allowed_inference_geos"],
      !allowed.isNull
    else { return nil }
    if allowed.string == "unrestricted" { return nil }
    guard let geos = allowed.list else {
      return #"has `allowed_inference_geos`, which must be "unrestricted" or a list of geos"#
    }
    let known = Catalog.Workspaces.inferenceGeo
    if let message = geos.lazy.compactMap({ known.mismatch(with: $0) }).first {
      return "has `allowed_inference_geos`, which \(message)"
    }
    guard let standard = record["default_inference_geo"]?.string,
      !geos.contains(where: { $0.string == standard })
    else { return nil }
    return "has the default `\(standard)`, which is not among the allowed geos"
  }
}
