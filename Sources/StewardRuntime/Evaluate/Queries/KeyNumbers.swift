internal import StewardValues

/// Numbers keys of one or several values from 0, in the order in which they appear. What is equal
/// has one number, as for ``ValueKey``.
struct KeyNumbers {
  private enum Key: Hashable {
    case one(ValueKey)
    case several([ValueKey])
  }
  private let width: Int
  private var numbers: [Key: Int] = [:]
  private var values: ContiguousArray<Value> = []

  /// - Parameter width: Of how many values each key is.
  init(width: Int) { self.width = width }

  var count: Int { numbers.count }

  mutating func number(of key: ContiguousArray<Value>) -> (number: Int, isNew: Bool) {
    let hashable = key.count == 1 ? Key.one(ValueKey(key[0])) : .several(key.map(ValueKey.init))
    if let number = numbers[hashable] { return (number, false) }
    let number = numbers.count
    numbers[hashable] = number
    values += key
    return (number, true)
  }

  /// The values of the key with a number.
  func key(_ number: Int) -> ContiguousArray<Value> {
    ContiguousArray(values[number * width..<(number + 1) * width])
  }
}
