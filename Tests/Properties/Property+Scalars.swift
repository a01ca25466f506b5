internal import StewardRuntime
internal import StewardValues

extension Property {
  /// What is read as a number, an amount or a time is written so that it is read the same, and two
  /// of them can be computed with or refuse.
  package static let scalars = Property("scalars") { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    computeWith(parts.first ?? "", parts.dropFirst().first ?? "")
    return [
      problem(text, ExactDecimal.init),
      problem(text, Money.init),
      problem(text, CalendarDate.init),
      problem(text, Timestamp.init),
      problem(text, TimeSpan.init),
    ].lazy.compactMap(\.self).first
  }

  private static func problem<Scalar: CustomStringConvertible & Equatable>(
    _ text: String,
    _ read: (String) -> Scalar?
  ) -> String? {
    guard let scalar = read(text) else { return nil }
    guard let again = read(scalar.description) else {
      return "\(Scalar.self) `\(scalar)` cannot be read again"
    }
    return again == scalar ? nil : "\(Scalar.self) `\(scalar)` is read as `\(again)`"
  }

  private static func computeWith(_ left: String, _ right: String) {
    if let left = ExactDecimal(left), let right = ExactDecimal(right) {
      _ = try? left.adding(right)
      _ = try? left.subtracting(right)
      _ = try? left.multiplied(by: right)
      _ = try? left.divided(by: right)
      _ = try? left.floorDivided(by: right)
      _ = try? left.remainder(dividingBy: right)
      _ = left < right
    }
    if let left = Timestamp(left) {
      if let right = Timestamp(right) { _ = try? left.since(right) }
      if let right = TimeSpan(right) { _ = try? left.adding(right) }
    }
    if let left = TimeSpan(left) {
      if let right = TimeSpan(right) { _ = try? left.adding(right) }
      if let right = ExactDecimal(right) {
        _ = try? left.multiplied(by: right)
        _ = try? left.divided(by: right)
      }
    }
    if let left = CalendarDate(left), let right = Int(right) {
      _ = try? left.adding(days: right)
      _ = try? left.adding(months: right)
    }
  }

  /// A pattern, a line feed and a text: either the pattern is refused at a place in it, or the search
  /// takes no longer than the pattern times the text.
  package static let pattern = Property("pattern") { bytes in
    let parts = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
    let pattern = String(decoding: parts.first ?? [], as: UTF8.self)
    let text = String(decoding: parts.dropFirst().first ?? [], as: UTF8.self)
    do throws(PatternError) {
      let compiled = try TextPattern(pattern)
      _ = try? compiled.matches(in: text)
      return nil
    } catch {
      let isInside = 0...pattern.unicodeScalars.count ~= error.offset
      return isInside ? nil : "the error is at \(error.offset), outside the pattern"
    }
  }
}
