internal import AdminAPI
internal import StewardValues

extension OrganizationState {
  mutating func seedClaudeTag() {
    seedSlack(
      Catalog.ClaudeTagWorkspaces.collection,
      daysAgo: 150,
      id: "slws_01AcmeRobotics",
      ["workspace_id": Value("T0ACME01")],
      ["enabled": .bool(true), "model": Value("claude-sonnet-4-6")]
    )
    let channels: [(id: String, channel: String, daysAgo: Int, settings: [String: Value])] = [
      ("slch_01Leads", "G0LEADS", 145, [:]),
      ("slch_01Support", "C0SUPPORT", 140, ["instructions": Value("Link the help page.")]),
      ("slch_01Archive", "C0ARCHIVE", 90, ["enabled": .bool(false)]),
    ]
    for (id, channel, daysAgo, settings) in channels {
      seedSlack(
        Catalog.ClaudeTagChannels.collection,
        daysAgo: daysAgo,
        id: id,
        ["workspace_id": Value("T0ACME01"), "channel_id": Value(channel)],
        settings
      )
    }
    seedBundles()
  }

  private mutating func seedSlack(
    _ collection: Semantics.Collection,
    daysAgo: Int,
    id: String,
    _ slack: KeyValuePairs<String, Value>,
    _ settings: [String: Value]
  ) {
    let given = Self.settings(
      ObjectRow.document(settings.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }),
      over: nil
    )
    var row = ObjectRow(["id": Value(id), "slack": .object(slack), "settings": given])
    row["sources"] = Self.sources(row)
    seed(collection, daysAgo: daysAgo, row.values)
  }

  private mutating func seedBundles() {
    let collection = Catalog.ClaudeTagBundles.collection
    seed(
      collection,
      daysAgo: 135,
      ["display_name": Value("On call"), "description": Value(Self.managedElsewhere)]
    )
    let support = seed(
      collection,
      daysAgo: 130,
      [
        "display_name": Value("Support desk"), "description": Value("How support answers"),
        "instructions": Value("Be friendly and short."),
      ]
    )
    let targets: [[String: Value]] = [
      [
        "id": Value("btgt_01Workspace"), "type": Value("slack_workspace"),
        "slack_workspace_id": Value("slws_01AcmeRobotics"),
      ],
      [
        "id": Value("btgt_01Support"), "type": Value("slack_channel"),
        "slack_channel_id": Value("slch_01Support"),
      ],
    ]
    for target in targets {
      seed(
        Catalog.ClaudeTagBundles.targetsCollection,
        daysAgo: 129,
        target.merging(["bundle_id": support]) { first, _ in first }
      )
    }
  }
}
