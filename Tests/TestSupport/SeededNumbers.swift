/// Random numbers that are the same on each run with one seed (splitmix64).
package struct SeededNumbers: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(_ seed: UInt64) { state = seed }

  /// The numbers of one of many cases, each of which can be made again by itself.
  package init(_ seed: UInt64, case index: Int) {
    var numbers = SeededNumbers(seed)
    state = numbers.next() ^ (UInt64(index) &* 0xD6E8_FEB8_6659_FD93)
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// True in so many of a hundred cases.
  package mutating func isOne(of percent: Int) -> Bool { below(100) < percent }

  /// From 0 on; 0 where there is nothing to choose from.
  package mutating func below(_ bound: Int) -> Int {
    bound > 0 ? Int(next() % UInt64(bound)) : 0
  }

  /// One of some, of which there is at least one.
  package mutating func one<Element>(of elements: [Element]) -> Element {
    elements[below(elements.count)]
  }
}
