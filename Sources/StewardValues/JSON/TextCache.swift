/// Texts that were met lately, so that a value that repeats is one object.
struct TextCache: Sendable {
  private var texts = ContiguousArray<ShortText?>(repeating: nil, count: 256)
  private var boxes = ContiguousArray<StringBox>(repeating: StringBox(""), count: 256)

  /// Texts of one field: whether they repeat.
  struct Score: Sendable {
    private var points: Int8 = 64
    /// False of a field with texts that hardly repeat, such as an id.
    @inline(__always) var isWorthIt: Bool { points > 0 }
    @inline(__always)
    mutating func add(hit: Bool) { points = hit ? min(points, 123) + 4 : points - 1 }
  }

  @inline(__always)
  mutating func box(_ text: JSONText, _ score: inout Score) -> StringBox {
    guard score.isWorthIt, !text.isEscaped, let short = ShortText(text.bytes) else {
      return StringBox(text.string)
    }
    if let box = known(short, &score) { return box }
    return remember(StringBox(text.string), short)
  }

  /// Nil if the bytes are not UTF-8.
  @inline(__always)
  mutating func box(
    validating bytes: UnsafeBufferPointer<UInt8>,
    _ score: inout Score
  ) -> StringBox? {
    guard score.isWorthIt, let short = ShortText(bytes) else {
      return String(validating: bytes, as: UTF8.self).map(StringBox.init)
    }
    if let box = known(short, &score) { return box }
    return String(validating: bytes, as: UTF8.self).map { remember(StringBox($0), short) }
  }

  @inline(__always)
  private func known(_ short: ShortText, _ score: inout Score) -> StringBox? {
    let isHit = texts[short.place] == short
    score.add(hit: isHit)
    return isHit ? boxes[short.place] : nil
  }

  @inline(__always)
  private mutating func remember(_ box: StringBox, _ short: ShortText) -> StringBox {
    texts[short.place] = short
    boxes[short.place] = box
    return box
  }
}
