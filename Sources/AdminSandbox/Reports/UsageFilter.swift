/// Which streams a query of the usage report asks for.
struct UsageFilter {
  private let workspaces: Set<Int>?
  private let keys: Set<Int>?
  private let accounts: Set<Int>?
  private let models: Set<String>?
  private let contexts: Set<String>?
  private let geos: Set<String>?
  private let tiers: Set<String>?
  /// False where the query asks for what the sandbox has none of: service accounts, fast use.
  private let isPossible: Bool

  init(_ call: Call, _ references: KeyReferences) {
    let numbers = { (name: String, ids: ObjectIDs) in
      call.texts(name).map { Set($0.compactMap { ids.number(of: $0) }) }
    }
    let values = { (name: String) in call.texts(name).map { Set($0) } }
    workspaces = numbers("workspace_ids", references.workspaces)
    keys = numbers("api_key_ids", references.keys)
    accounts = numbers("account_ids", references.users)
    models = values("models")
    contexts = values("context_window")
    geos = values("inference_geos")
    tiers = values("service_tiers")
    isPossible =
      values("service_account_ids") == nil && values("speeds")?.contains("standard") != false
  }

  func accepts(_ use: UsageStream.Dimensions) -> Bool {
    isPossible && workspaces?.contains(use.workspace) != false
      && keys.map { keys in use.key.map(keys.contains) ?? false } != false
      && accounts.map { accounts in use.account.map(accounts.contains) ?? false } != false
      && models?.contains(use.model.id) != false && contexts?.contains(use.context) != false
      && geos?.contains(use.geo) != false && tiers?.contains(use.tier) != false
  }
}
