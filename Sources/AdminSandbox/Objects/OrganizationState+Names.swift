internal import AdminAPI
internal import StewardValues

extension OrganizationState {
  /// - Throws: 409 for a name that another object has which is not archived.
  func checkFree(
    _ row: ObjectRow,
    _ before: ObjectRow?,
    _ collection: Semantics.Collection
  ) throws(APIFailure) {
    if let before, before["name"] == row["name"] { return }
    let isTaken = objects[collection].current.contains { entry in
      entry.row["name"] == row["name"] && !entry.row.isArchived
    }
    guard isTaken else { return }
    throw .conflict("\(Self.title(collection)): There is one of that name already.")
  }

  /// - Throws: 400 for something below what is archived.
  func checkLive(
    _ call: Call,
    _ parameter: String,
    _ collection: Semantics.Collection
  ) throws(APIFailure) {
    guard let parent = objects[collection].current([call.text(parameter) ?? ""]),
      parent.row.isArchived
    else { return }
    throw .invalid("\(Self.title(collection)) is archived")
  }

  /// What was taken away with null is kept as the empty text.
  static func emptyDescription(_ row: inout ObjectRow, _ call: Call) {
    if call.arguments["description"]?.isNull == true { row["description"] = Value("") }
  }
}
