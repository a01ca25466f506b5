/// How objects written by hand and generated ones share one row of numbers.
///
/// The first of the written ones are the oldest, the others the newest; what is generated stands
/// between them, so that the traps are on the first page and the last in an organization of any size.
struct Blend: Sendable {
  let early: Int
  let late: Int
  let generated: Int

  /// Of `total` objects, so many written by hand, the first `early` of them before the generated.
  init(written: Int, early: Int, total: Int) {
    self.early = early
    late = written - early
    generated = max(0, total - written)
  }

  var count: Int { early + generated + late }

  enum Origin { case written(Int), generated(Int) }

  func origin(of number: Int) -> Origin {
    if number < early { return .written(number) }
    let index = number - early
    return index < generated ? .generated(index) : .written(number - generated)
  }

  func number(ofWritten index: Int) -> Int { index < early ? index : index + generated }

  func number(ofGenerated index: Int) -> Int { early + index }

  /// Where the generated object stands between two ages, older first, in microseconds.
  func age(ofGenerated index: Int, between ages: ClosedRange<Int>, _ random: RandomBits) -> Int {
    let oldest = ages.upperBound * Microseconds.day
    let span = (ages.upperBound - ages.lowerBound) * Microseconds.day
    let step = span / (generated + 1)
    return oldest - step * index - random.below(max(step, 1))
  }
}
