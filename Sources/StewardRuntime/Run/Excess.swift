internal import StewardValues

/// A limit that a run has passed.
enum Excess {
  case steps(Int)
  case wallTime(Duration)
  case liveBytes(Int)
  case allocatedBytes(Int)
  case rowsHeld(Int)
  case stringBytes(Int)
  case requests(Int)
  case changes(Int)
  case outputBytes(Int)
  case sourceBytes(Int)

  var message: String {
    switch self {
    case .steps(let count): "the run took more than \(grouped(count)) steps"
    case .wallTime(let time): "the run took longer than \(TimeSpan(nanoseconds: time.nanoseconds))"
    case .liveBytes(let count): "the run's values would take more than \(size(count)) at once"
    case .allocatedBytes(let count): "the run made values of more than \(size(count)) in all"
    case .rowsHeld(let count): "more than \(grouped(count)) rows would be held at once"
    case .stringBytes(let count): "a text would be longer than \(size(count))"
    case .requests(let count): "the run would send more than \(grouped(count)) requests"
    case .changes(let count): "the run would make more than \(grouped(count)) changes"
    case .outputBytes(let count): "the run would write more than \(size(count))"
    case .sourceBytes(let count): "the script and its modules have more than \(size(count))"
    }
  }

  /// What the script can do about it.
  var help: String {
    switch self {
    case .steps: "a step is a statement, a call, a turn of a loop or a row: do less in one run"
    case .wallTime: "do less in one run"
    case .liveBytes, .rowsHeld:
      "let rows stream: filter and group them in the pipeline instead of keeping them"
    case .allocatedBytes:
      "do less in one run, or build lists and texts in one go, not piece by piece"
    case .stringBytes: "work on its parts, or write it piece by piece"
    case .requests: "ask for less, such as by `first` or by a narrower filter"
    case .changes: "make them in several runs"
    case .outputBytes: "print less, or count and group before printing"
    case .sourceBytes: "leave out what it does not use"
    }
  }

  private func grouped(_ number: Int) -> String {
    NumberFormat(",0")?.text(of: ExactDecimal(number)) ?? String(number)
  }

  /// In the largest unit that gives a whole number.
  private func size(_ bytes: Int) -> String {
    for (exponent, unit) in [(30, "GB"), (20, "MB"), (10, "KB")]
    where bytes >= 1 << exponent && bytes % (1 << exponent) == 0 {
      return "\(bytes >> exponent) \(unit)"
    }
    return "\(grouped(bytes)) bytes"
  }
}

extension RunError {
  static func exceeded(_ excess: Excess) -> RunError {
    RunError(.limit, excess.message, help: excess.help)
  }
}
