internal import StewardValues

/// Rows by the value of one field, in order of first appearance.
struct Partition {
  private let field: String
  private let site: CallSite
  private var places: [ValueKey: Int] = [:]
  private var parts: [(value: Value, rows: ContiguousArray<Value>)] = []
  private let holding: HeldValues

  /// More files than this are a mistake: the field is an id or a time.
  private static let maximumCount = 500

  init(field: String, _ site: CallSite, _ budget: RunBudget) {
    holding = HeldValues(budget)
    self.field = field
    self.site = site
  }

  mutating func add(_ row: Value) throws(RunError) {
    guard case .record(let record) = row else {
      throw site.error(.type, "no field `\(field)`: the row is \(row.typeName)")
    }
    try holding.add(row)
    let value = record[field] ?? .null
    let key = ValueKey(value)
    if let place = places[key] {
      parts[place].rows.append(row)
      return
    }
    guard parts.count < Partition.maximumCount else {
      throw site.error(
        .limit,
        "`\(field)` has more than \(Partition.maximumCount) different values",
        help: "choose a field with fewer: each value gets a file"
      )
    }
    places[key] = parts.count
    parts.append((value, [row]))
  }

  /// The parts with what their values add to a file's name.
  func named() throws(RunError) -> [(name: String, rows: ContiguousArray<Value>)] {
    var taken: [String: Value] = [:]
    var named: [(name: String, rows: ContiguousArray<Value>)] = []
    for (value, rows) in parts {
      let name = Partition.fileName(of: value)
      if let other = taken[name] {
        throw site.error(
          .invalid,
          "\(JSONWriter.text(other)) and \(JSONWriter.text(value)) would be the same file's name"
        )
      }
      taken[name] = value
      named.append((name, rows))
    }
    return named
  }

  /// Letters, digits and a few marks: no value can name another folder or a hidden file.
  private static func fileName(of value: Value) -> String {
    let text = value.plainText
    guard !text.isEmpty else { return "empty" }
    var name = ""
    for scalar in text.unicodeScalars.prefix(100) {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "@", "+":
        name.unicodeScalars.append(scalar)
      default: name += "_"
      }
    }
    return name
  }
}
