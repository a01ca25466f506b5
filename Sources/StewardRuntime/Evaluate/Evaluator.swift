internal import StewardSyntax
package import StewardValues

/// The slots of one call, on the evaluator's value stack.
typealias Frame = UnsafeMutablePointer<Value>

/// How a statement ended.
enum Flow { case next, returned, broke, continued }

/// Runs checked code on the thread that calls it; one for each thread.
///
/// All slots of the stack hold `null` when free, so that entering a call costs no initialization
/// and leaving it releases what it held.
package final class Evaluator {
  package private(set) var context: RunContext
  private let stack: Frame
  private let capacity: Int
  private var used = 0
  private var depth = 0
  /// What `return` gave, until the call takes it.
  var returned: Output = .nothing
  /// Set while ``Unwind`` travels from a block in value position to its loop or call.
  var unwinding = Flow.next
  /// True while a pipeline is explained: no command is run.
  var isExplaining = false
  /// Whether a `finally` block is being run.
  var isFinishing = false
  /// The time that `finally` blocks have left once the run is to stop.
  var grace: Cancellation?
  /// Steps until the budget hears of them. The first one looks at once.
  private var stepsLeft = 1
  private var stepsGranted = 1
  /// Whether anything must be known of the values that are made.
  private let countsMemory: Bool
  /// Where each field access last found its field.
  private(set) var fieldCaches: UnsafeMutablePointer<FieldCache>
  /// For how many field accesses there is room.
  private(set) var cacheCount = 0

  /// Calls may nest so deep.
  static let maximumDepth = 200
  /// So many steps take some microseconds.
  private static let interval = 1024

  package init(context: RunContext, slots: Int = 1 << 16) {
    self.context = context
    countsMemory = context.budget.countsMemory
    capacity = slots
    stack = .allocate(capacity: slots)
    stack.initialize(repeating: .null, count: slots)
    fieldCaches = .allocate(capacity: 0)
  }

  deinit {
    stack.deinitialize(count: capacity)
    stack.deallocate()
    fieldCaches.deinitialize(count: cacheCount)
    fieldCaches.deallocate()
  }

  /// The frame of the outermost code. It stays for the evaluator's life: a REPL's variables.
  var bottom: Frame { stack }

  /// Opens one stage by itself, in the outermost frame.
  package func open(_ stage: Node, on input: Output?) throws(RunError) -> Output {
    try stage.open(self, bottom, input)
  }

  /// Makes room for the outermost code's slots.
  func reserveBottom(_ slots: Int) throws(RunError) {
    guard slots <= capacity / 2 else {
      throw RunError(.limit, "more than \(capacity / 2) variables")
    }
    used = max(used, slots)
  }

  package func reserveCaches(_ count: Int) {
    guard count > cacheCount else { return }
    let grown = UnsafeMutablePointer<FieldCache>.allocate(capacity: count)
    grown.moveInitialize(from: fieldCaches, count: cacheCount)
    (grown + cacheCount).initialize(repeating: FieldCache(), count: count - cacheCount)
    fieldCaches.deallocate()
    fieldCaches = grown
    cacheCount = count
  }

  /// Runs `body` on a fresh frame.
  func withFrame<Result>(
    of size: Int,
    _ body: (Frame) throws(RunError) -> Result
  ) throws(RunError) -> Result {
    guard depth < Evaluator.maximumDepth, used + size <= capacity else {
      throw RunError(
        .limit,
        "calls nest deeper than \(Evaluator.maximumDepth) levels",
        help: "use a loop, or make the recursion shallower"
      )
    }
    try step()
    let frame = stack + used
    used += size
    depth += 1
    defer {
      for index in 0..<size { frame[index] = .null }
      used -= size
      depth -= 1
    }
    return try body(frame)
  }

  /// Throws where commands are only explained.
  func mayRun(at site: Site) throws(RunError) {
    guard isExplaining else { return }
    throw site.error(.invalid, "only the run tells: nothing is run here")
  }

  /// Runs `body` as a part of the run that may be stopped by itself.
  func with<Result>(
    _ cancellation: Cancellation,
    _ body: () throws(RunError) -> Result
  ) throws(RunError) -> Result {
    let (outer, outerGrace) = (context, grace)
    (context, grace) = (outer.cancelled(by: cancellation), nil)
    defer { (context, grace) = (outer, outerGrace) }
    return try body()
  }

  /// What follows is one row's own line of work.
  func enter(_ lane: Lane) { context = context.on(lane) }

  /// Runs `body` as a part of the run with other surroundings.
  func with<Result>(
    _ surroundings: RunContext,
    _ body: () throws(RunError) -> Result
  ) throws(RunError) -> Result {
    let outer = context
    context = surroundings
    defer { context = outer }
    return try body()
  }

  /// Calls a closure value. Missing arguments are null, further ones are dropped.
  package func call(_ closure: Value, _ arguments: Value...) throws(RunError) -> Value {
    guard case .closure(let box) = closure, let closure = box as? ClosureValue else {
      throw RunError(.type, "expected a closure, found \(closure.typeName)")
    }
    return try closure.call(self, arguments)
  }
}

extension Evaluator {
  /// Counts a statement, a call, a turn of a loop or a row, and stops where the run is to stop.
  @inline(__always)
  func step() throws(RunError) {
    stepsLeft &-= 1
    if stepsLeft <= 0 { try checkpoint() }
  }

  /// Counts a row of a source: none is read once the run is to stop.
  package func takeRow() throws(RunError) {
    try context.cancellation.check()
    try step()
  }

  /// Counts work on a large value, which nothing else tells from work on a small one.
  @inline(__always)
  func step(over value: Value) throws(RunError) {
    let size = value.weight
    if size >= 1 << 10 { try step(overBytes: size) }
  }

  /// The same for work that also goes over all that the value holds, such as a comparison.
  @inline(__always)
  func step(through value: Value) throws(RunError) {
    let size = value.footprint.bytes
    if size >= 1 << 10 { try step(overBytes: size) }
  }

  @inline(never)
  private func step(overBytes size: Int) throws(RunError) {
    stepsLeft &-= size >> 10
    if stepsLeft <= 0 { try checkpoint() }
  }

  @inline(never)
  private func checkpoint() throws(RunError) {
    let taken = stepsGranted &- stepsLeft
    (stepsLeft, stepsGranted) = (Evaluator.interval, Evaluator.interval)
    try context.cancellation.check()
    try context.budget.take(steps: taken)
  }

  /// A value that was just made, accounted for. What makes texts, lists and records passes them
  /// through this.
  @inline(__always)
  func charged(_ value: Value) throws(RunError) -> Value {
    countsMemory ? try context.budget.charged(value) : value
  }

  /// The same for what a command gives.
  func charged(_ output: Output) throws(RunError) -> Output {
    guard countsMemory, case .value(let value) = output else { return output }
    return .value(try charged(value))
  }
}

extension Value {
  /// Bytes that work on it goes over; 0 for what is small by its type.
  @inline(__always)
  fileprivate var weight: Int {
    switch self {
    case .string(let box): box.string.utf8.count
    case .list(let box): box.values.count * 16
    case .record(let record): record.count * 16
    default: 0
    }
  }
}

/// A two-entry memory of where shapes keep a field.
struct FieldCache {
  // Not in tuples: those would be retained and released for each look.
  private var firstShape: Shape?
  private var firstIndex = 0
  private var secondShape: Shape?
  private var secondIndex = 0
  private var hasMissed = false
  private var isTold = false

  /// The field's index in the shape, or nil if it has none.
  @inline(__always)
  mutating func index(of name: String, in shape: Shape) -> Int? {
    if firstShape === shape { return firstIndex }
    if secondShape === shape { return secondIndex }
    return lookedUp(name, shape)
  }

  private mutating func lookedUp(_ name: String, _ shape: Shape) -> Int? {
    guard let index = shape.index(of: name) else {
      hasMissed = true
      return nil
    }
    (secondShape, secondIndex) = (firstShape, firstIndex)
    (firstShape, firstIndex) = (shape, index)
    return index
  }

  /// True if the field was looked for and no shape had it. It says so only once.
  mutating func tellsMissing() -> Bool {
    guard hasMissed, firstShape == nil, !isTold else { return false }
    isTold = true
    return true
  }
}
