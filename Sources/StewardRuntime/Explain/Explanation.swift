internal import StewardValues

/// What is known of one stage of an explained pipeline.
struct Explanation {
  /// `2`, or `2.1` for a command inside stage 2.
  let step: String
  let stage: String
  var sends: String?
  var requests: String?
  var pushed: [String] = []
  var rows: String?
  var fields: [String]?
  var holds: String?
  var effects: Effects = []
  var notes: [String] = []

  init(step: String, stage: String) {
    self.step = step
    self.stage = stage
  }

  static let shape = Shape(
    "Explanation",
    fields: [
      Field("step", .string, "the stage's number; 2.1 is a command inside stage 2"),
      Field("stage", .string, "as it is written"),
      Field("sends", .string.orNull, "the first request", nullMeaning: "none is known"),
      Field("requests", .string.orNull, "how many", nullMeaning: "none"),
      Field("pushed", .list(.string), "comparisons that the server makes"),
      Field("rows", .string.orNull, "how many are taken, or how they pass"),
      Field("fields", .list(.string).orNull, "those that are decoded", nullMeaning: "all"),
      Field("holds", .string.orNull, "what is kept in memory", nullMeaning: "not known"),
      Field("effects", .string.orNull, "what it may do", nullMeaning: "it only computes"),
      Field("notes", .list(.string)),
    ]
  )

  /// Adds what a command may do, and what the engine does before it lets it.
  mutating func add(_ row: EffectRow?) {
    guard let row else { return }
    effects.formUnion(row.effects)
    if requests == nil { requests = row.requests }
    let changes = row.effects.intersection(.changes)
    guard !changes.isEmpty else { return }
    notes.append(
      "the run is gone through without a change first, and you are asked about all of it"
        + (changes.isDisjoint(with: .planned) ? " if it makes many" : "")
    )
  }

  var record: Value {
    func text(_ string: String?) -> Value { string.map { Value($0) } ?? .null }
    func list(_ strings: [String]) -> Value { Value(strings.map { Value($0) }) }
    return .record(
      Record(
        shape: Self.shape,
        values: [
          Value(step), Value(stage), text(sends), text(requests), list(pushed), text(rows),
          fields.map(list) ?? .null, text(holds),
          text(effects.isEmpty ? nil : effects.description), list(notes),
        ]
      )
    )
  }
}
