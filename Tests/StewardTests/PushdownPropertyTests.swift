import TestSupport
import Testing

/// Whatever a `where` says, the rows are those that it keeps of the whole list.
@Suite(.ownThread) struct PushdownPropertyTests {
  /// A list with comparisons of its fields that are sometimes true.
  private struct Subject {
    let list: String
    let comparisons: [String]
  }

  private static let subjects = [
    Subject(
      list: "users list",
      comparisons: [
        #"email == "jane@acme.example""#, #"email == "jane+novak@acme.example""#,
        #"email == "JANE@acme.example""#, #"email == "nobody""#, "email == $mail",
        #"role == "developer""#, #"role == "owner""#, #"role in ["admin", "user"]"#,
        #"role in $roles"#, #"role != "user""#, #"name =~ "a""#, "added_at < ago(200d)",
        #"id != null"#, #"role == null"#,
      ]
    ),
    Subject(
      list: "invites list",
      comparisons: [
        #"status == "pending""#, #"status == "deleted""#, #"status in ["expired", "accepted"]"#,
        #"role == "user""#, "role in $roles", #"email == "nina.vogel@acme.example""#,
        "accepted_at == null", "invited_at > ago(30d)", "email == $mail",
      ]
    ),
    Subject(
      list: "api-keys list",
      comparisons: [
        #"status == "active""#, #"status == "expired""#, #"status in ["active", "archived"]"#,
        "created_by?.id == $who.id", "principal?.user_id == $who.id", "workspace_id == null",
        "workspace_id == $place.id", "scope.workspace_id == $place.id", "created_by == null",
        "scope.workspace_id in [$place.id]", "created_at < ago(100d)", #"name =~ "e""#,
      ]
    ),
  ]

  private static let beginning = """
    let mail = "kim@acme.example"
    let roles = ["developer", "billing"]
    let who = (users list | where email == "jane@acme.example" | one)
    let place = (workspaces list | where name == "Research" | one)

    """

  @Test func `rows are the same with and without pushdown`() throws {
    var random = SeededGenerator(1)
    let run = ScriptRun()
    var fewer = 0
    for _ in 0..<300 {
      guard let subject = Self.subjects.randomElement(using: &random) else { continue }
      let stages = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        "| where \(condition(of: subject, &random))"
      }.joined(separator: " ")
      let pushed = try run.run("\(Self.beginning)\(subject.list) \(stages)")
      let query = run.transport.lines.last ?? ""
      let whole = try run.run("\(Self.beginning)\(subject.list) | tap {|r| null } \(stages)")
      #expect(pushed == whole, "\(subject.list) \(stages)")
      if query != run.transport.lines.last { fewer += 1 }
    }
    // Otherwise the test says nothing.
    #expect(fewer > 100)
  }

  private func condition(of subject: Subject, _ random: inout SeededGenerator) -> String {
    let parts = (0..<Int.random(in: 1...3, using: &random)).map { _ -> String in
      let part = subject.comparisons.randomElement(using: &random) ?? "true"
      return Int.random(in: 0..<6, using: &random) == 0 ? "not (\(part))" : part
    }
    let isAll = Int.random(in: 0..<4, using: &random) > 0
    return parts.joined(separator: isAll ? " and " : " or ")
  }
}

/// The same numbers on each run.
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
