/// Numbers that look like chance and are the same for the same seed and the same place.
///
/// Nothing is drawn in order: every fact has a place of its own, so that facts can be computed one
/// by one and in any order.
struct RandomBits: Sendable {
  private let state: UInt64

  init(seed: UInt64) { state = Self.mix(seed &+ 0x9E37_79B9_7F4A_7C15) }

  private init(state: UInt64) { self.state = state }

  /// The numbers of one place below this one.
  func at(_ place: Int) -> RandomBits {
    RandomBits(
      state: Self.mix(state &+ (UInt64(bitPattern: Int64(place)) &+ 1) &* 0x9E37_79B9_7F4A_7C15)
    )
  }

  /// The numbers of a named purpose.
  func purpose(_ name: StaticString) -> RandomBits {
    var state = state
    name.withUTF8Buffer { for byte in $0 { state = Self.mix(state ^ UInt64(byte)) } }
    return RandomBits(state: state)
  }

  /// The same for a name that is known only now.
  func purpose(named name: String) -> RandomBits {
    var state = state
    for byte in name.utf8 { state = Self.mix(state ^ UInt64(byte)) }
    return RandomBits(state: state)
  }

  /// 64 bits.
  var bits: UInt64 { state }

  /// A number from 0 to `bound` - 1.
  func below(_ bound: Int) -> Int {
    Int(state.multipliedFullWidth(by: UInt64(max(bound, 1))).high)
  }

  /// A number of the range, each as likely as the other.
  func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// True with the probability, which is between 0 and 1.
  func happens(_ probability: Double) -> Bool {
    Double(state >> 11) < probability * Double(1 << 53)
  }

  /// SplitMix64's finalizer: every bit of the input touches every bit of the result.
  static func mix(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
