import AdminAPI
import StewardCLI
import StewardValues
import Testing

@Suite struct FindingTests {
  private let now = Timestamp("2026-10-01T08:00:10Z") ?? Timestamp(microseconds: 0)

  @Test(arguments: [
    ("Thu, 01 Oct 2026 08:00:09 GMT", "agrees with the server's"),
    (
      "Thu, 01 Oct 2026 08:00:00 GMT",
      "10 s ahead of the server's: reports and ago() are off by that"
    ),
    (
      "Thu, 01 Oct 2026 08:01:10 GMT", "60 s behind the server's: reports and ago() are off by that"
    ),
    ("yesterday", "cannot be compared: no answer said what time it is there"),
  ])
  func `clocks are compared`(date: String, text: String) {
    #expect(ClockFinding.text((date: date, at: now)) == text)
  }

  @Test func `state is kept where the standard says`() {
    func path(_ variables: [String: String]) -> String? {
      StateFolder(Surroundings(variable: { variables[$0] }))?.path
    }
    #expect(path(["XDG_STATE_HOME": "/s", "HOME": "/h"]) == "/s/steward")
    #expect(path(["XDG_STATE_HOME": "s", "HOME": "/h"]) == "/h/.local/state/steward")
    #expect(path([:]) == nil)
  }
}
