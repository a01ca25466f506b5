internal import StewardValues

extension Value {
  /// True of a number of any type.
  var isNumber: Bool {
    switch self {
    case .int, .decimal, .float: true
    default: false
    }
  }

  /// Any number as the nearest binary one.
  var double: Double? {
    switch self {
    case .int(let int): Double(int)
    case .decimal(let box): box.decimal.double
    case .float(let double): double
    default: nil
    }
  }
}
