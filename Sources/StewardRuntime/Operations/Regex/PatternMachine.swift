/// Runs a program over a text: all ways to match advance together, one scalar at a time, so that
/// the time is at most the text's length times the program's.
struct PatternMachine {
  private let program: PatternProgram
  private var current: [Int] = []
  private var following: [Int] = []
  /// For each instruction the step in which it was last reached, so that none runs twice in one.
  private var reached: [Int]
  private var step = 0
  private var pending: [Int] = []
  /// Instructions until it is asked whether to go on.
  private var untilCheck = PatternMachine.interval
  private static let interval = 1 << 16

  init(_ program: PatternProgram) {
    self.program = program
    reached = Array(repeating: -1, count: program.instructions.count)
  }

  /// True if the program accepts, beginning at any place of `text`.
  mutating func finds(
    in text: String,
    _ cancellation: Cancellation?
  ) throws(RunError) -> Bool {
    var previous: Unicode.Scalar?
    var iterator = text.unicodeScalars.makeIterator()
    var next = iterator.next()
    while true {
      if follow(0, previous, next, isFollowing: false) { return true }
      guard let scalar = next else { return false }
      next = iterator.next()
      step += 1
      untilCheck -= current.count + 1
      if untilCheck < 0 {
        try cancellation?.check()
        untilCheck = PatternMachine.interval
      }
      if advance(over: scalar, next) { return true }
      previous = scalar
    }
  }

  /// Moves every way over `scalar`; true if one of them is at its end.
  private mutating func advance(over scalar: Unicode.Scalar, _ next: Unicode.Scalar?) -> Bool {
    following.removeAll(keepingCapacity: true)
    for index in current where accepts(program.instructions[index], scalar) {
      if follow(index + 1, scalar, next, isFollowing: true) { return true }
    }
    swap(&current, &following)
    return false
  }

  private func accepts(_ instruction: PatternProgram.Instruction, _ scalar: Unicode.Scalar) -> Bool
  {
    switch instruction {
    case .scalar(let expected): expected == scalar
    case .set(let number): program.sets[number].contains(scalar)
    case .split, .jump, .assertion, .accept: false
    }
  }

  /// Follows jumps from `start` to the instructions that take a scalar; true if one accepts.
  private mutating func follow(
    _ start: Int,
    _ previous: Unicode.Scalar?,
    _ next: Unicode.Scalar?,
    isFollowing: Bool
  ) -> Bool {
    pending.append(start)
    while let index = pending.popLast() {
      guard reached[index] != step else { continue }
      reached[index] = step
      switch program.instructions[index] {
      case .scalar, .set:
        if isFollowing { following.append(index) } else { current.append(index) }
      case .split(let first, let second):
        pending.append(second)
        pending.append(first)
      case .jump(let target): pending.append(target)
      case .assertion(let assertion):
        if assertion.holds(between: previous, and: next) { pending.append(index + 1) }
      case .accept: return true
      }
    }
    return false
  }
}
