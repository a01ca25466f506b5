import StewardValues
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("한국", 4),
    ("\u{1112}\u{1161}\u{11ab}", 2), ("ｶﾅ", 2), ("Ａ", 2), ("😀", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2),
    ("🇨🇭", 2), ("❤", 1), ("❤\u{fe0f}", 2), ("⌚", 2), ("→", 1), ("•", 1), ("Ω", 1), ("你a", 3),
    ("\u{200b}", 0), ("a\u{1b}[0m", 4), ("\n\t", 0), ("\u{85}", 0), ("שלום", 4), ("ไทย", 3),
    ("ที่", 1), ("\u{20000}", 2), ("é日\u{301}", 3),
  ])
  func `columns of a terminal`(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test func `each scalar takes 0, 1 or 2 columns`() {
    for code in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(code) else { continue }
      let width = DisplayWidth.of(scalar)
      #expect(0...2 ~= width)
      if scalar.properties.isEmojiPresentation, !(0x1F1E6...0x1F1FF ~= code) {
        #expect(width == 2, "U+\(String(code, radix: 16)) is drawn as an emoji")
      }
    }
  }
}
