/// Which of several names somebody probably meant.
enum NearestName {
  /// The name with the fewest letters to change; nil if none is near.
  static func find(_ name: String, among names: [String]) -> String? {
    let distances = names.map { (name: $0, distance: distance(name, $0)) }
    guard let nearest = distances.min(by: { $0.distance < $1.distance }),
      nearest.distance <= max(1, name.utf8.count / 3)
    else { return nil }
    return nearest.name
  }

  /// Letters to insert, remove or change to make one of the other.
  private static func distance(_ first: String, _ second: String) -> Int {
    let second = Array(second.utf8)
    var row = Array(0...second.count)
    for (line, letter) in first.utf8.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for (column, other) in second.enumerated() {
        let change = diagonal + (letter == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(change, row[column] + 1, diagonal + 1)
      }
    }
    return row[second.count]
  }
}
