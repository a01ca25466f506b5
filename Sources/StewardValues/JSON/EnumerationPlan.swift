/// The strings of an enumeration as words.
struct EnumerationPlan: Sendable {
  private let texts: ContiguousArray<ShortText?>
  private let boxes: ContiguousArray<StringBox>

  init(_ enumeration: Enumeration) {
    boxes = ContiguousArray(enumeration.boxes)
    texts = ContiguousArray(
      enumeration.values.map { value in value.withBytes { ShortText($0) } }
    )
  }

  /// The one object that stands for this value everywhere; nil for a value that is not known.
  @inline(__always)
  func box(_ text: JSONText) -> StringBox? {
    guard !text.isEscaped, let short = ShortText(text.bytes) else { return longBox(text) }
    for index in texts.indices where texts[index] == short { return boxes[index] }
    return nil
  }

  private func longBox(_ text: JSONText) -> StringBox? {
    let string = text.string
    return boxes.first { $0.string.hasSameBytes(as: string) }
  }
}
