package import StewardValues

/// How far this machine's clock is from the server's.
package enum ClockFinding {
  /// From the `Date` header of an answer, and when that came.
  package static func text(_ observed: (date: String?, at: Timestamp)?) -> String {
    guard let date = observed?.date.flatMap(HTTPDate.init), let here = observed?.at else {
      return "cannot be compared: no answer said what time it is there"
    }
    // The header has whole seconds, and the answer took a moment.
    let seconds = (here.microseconds - date.timestamp.microseconds) / 1_000_000
    switch seconds {
    case -2...2: return "agrees with the server's"
    case ..<0: return "\(-seconds) s behind the server's: reports and ago() are off by that"
    default: return "\(seconds) s ahead of the server's: reports and ago() are off by that"
    }
  }
}

/// A time as headers of HTTP write it: `Thu, 01 Oct 2026 08:00:00 GMT`.
package struct HTTPDate: Equatable {
  package let timestamp: Timestamp

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  package init?(_ text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 6, parts[5] == "GMT",
      let month = Self.months.firstIndex(of: String(parts[2]))
    else { return nil }
    let number = month + 1 < 10 ? "0\(month + 1)" : "\(month + 1)"
    guard let time = Timestamp("\(parts[3])-\(number)-\(parts[1])T\(parts[4])Z") else { return nil }
    timestamp = time
  }
}
