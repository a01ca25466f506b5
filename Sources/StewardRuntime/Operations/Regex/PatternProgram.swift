/// A pattern as instructions for ``PatternMachine``.
struct PatternProgram: Sendable {
  enum Instruction: Sendable {
    /// Takes this scalar and goes on.
    case scalar(Unicode.Scalar)
    /// Takes a scalar of the set with this number and goes on.
    case set(Int)
    /// Goes on at both places.
    case split(Int, Int)
    case jump(Int)
    /// Goes on where it holds.
    case assertion(PatternAssertion)
    case accept
  }

  private(set) var instructions: [Instruction] = []
  private(set) var sets: [ScalarSet] = []

  /// Repetitions are written out, so a pattern's size must be bounded.
  private static let maximumSize = 10_000
  /// How many more parts may be written out: a repeated empty group adds no instruction.
  private var remainingParts = 4 * maximumSize

  init(_ tree: PatternTree) throws(PatternError) {
    try append(tree)
    instructions.append(.accept)
  }

  private mutating func append(_ tree: PatternTree) throws(PatternError) {
    remainingParts -= 1
    guard instructions.count < PatternProgram.maximumSize, remainingParts > 0 else {
      throw PatternError(message: "the pattern is too large", offset: 0)
    }
    switch tree {
    case .empty: break
    case .scalars(let set): append(set)
    case .assertion(let assertion): instructions.append(.assertion(assertion))
    case .sequence(let parts): for part in parts { try append(part) }
    case .alternatives(let parts): try append(alternatives: parts)
    case .repeated(let part, let minimum, let maximum):
      for _ in 0..<minimum { try append(part) }
      if let maximum {
        for _ in minimum..<maximum { try appendOptional(part) }
      } else {
        try appendLoop(part)
      }
    }
  }

  private mutating func append(_ set: ScalarSet) {
    if !set.isNegated, !set.ignoresCase, set.items.count == 1,
      case .range(let range) = set.items[0], range.lowerBound == range.upperBound
    {
      instructions.append(.scalar(range.lowerBound))
    } else {
      instructions.append(.set(sets.count))
      sets.append(set)
    }
  }

  private mutating func append(alternatives parts: [PatternTree]) throws(PatternError) {
    var jumps: [Int] = []
    for part in parts.dropLast() {
      let split = reserve()
      try append(part)
      jumps.append(reserve())
      instructions[split] = .split(split + 1, instructions.count)
    }
    if let last = parts.last { try append(last) }
    for jump in jumps { instructions[jump] = .jump(instructions.count) }
  }

  private mutating func appendOptional(_ part: PatternTree) throws(PatternError) {
    let split = reserve()
    try append(part)
    instructions[split] = .split(split + 1, instructions.count)
  }

  private mutating func appendLoop(_ part: PatternTree) throws(PatternError) {
    let split = reserve()
    try append(part)
    instructions.append(.jump(split))
    instructions[split] = .split(split + 1, instructions.count)
  }

  /// A place that is filled once the code behind it is known.
  private mutating func reserve() -> Int {
    instructions.append(.accept)
    return instructions.count - 1
  }
}
