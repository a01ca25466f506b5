internal import StewardValues

/// A key for the model API, as its owners see it: never the key itself.
struct ModelKey: Sendable {
  var name: String
  /// As it was set; what has run out is told by ``status(at:)``.
  var state: State
  var createdAt: Timestamp
  var expiresAt: Timestamp?
  /// The number of the person who made it; nil where nobody recorded it.
  var creator: Int?
  /// The number of the person as whom it acts.
  var principal: Int?
  /// The number of its workspace.
  var workspace: Int
  var hint: String

  enum State: String, Sendable { case active, inactive, archived, expired }

  func status(at now: Timestamp) -> State {
    guard state != .archived, let expiresAt else { return state }
    return expiresAt.microseconds <= now.microseconds ? .expired : state
  }
}

/// The ids that a key's answer needs beside its own.
struct KeyReferences: Sendable {
  let keys: ObjectIDs
  let users: ObjectIDs
  let workspaces: ObjectIDs
}

extension JSONBytes {
  mutating func apiKey(_ key: ModelKey, _ number: Int, _ ids: KeyReferences, at now: Timestamp) {
    object { json in
      json.key("id")
      json.id(ids.keys, number)
      json.key("type")
      json.string("api_key")
      json.key("name")
      json.string(key.name)
      json.key("status")
      json.string(key.status(at: now).rawValue)
      json.key("partial_key_hint")
      json.string(key.hint)
      json.key("created_at")
      json.time(key.createdAt)
      json.key("expires_at")
      json.time(key.expiresAt)
      json.key("created_by")
      json.creator(key, ids)
      json.key("principal")
      json.principal(key, ids)
      json.key("scope")
      json.scope(key, ids)
      json.key("workspace_id")
      json.id(ids.workspaces, key.workspace == Workspace.defaultNumber ? nil : key.workspace)
    }
  }

  private mutating func creator(_ key: ModelKey, _ ids: KeyReferences) {
    guard let creator = key.creator else { return null() }
    object { json in
      json.key("id")
      json.id(ids.users, creator)
      json.key("type")
      json.string("user")
    }
  }

  private mutating func principal(_ key: ModelKey, _ ids: KeyReferences) {
    guard let principal = key.principal else { return null() }
    object { json in
      json.key("type")
      json.string("user_actor")
      json.key("user_id")
      json.id(ids.users, principal)
    }
  }

  private mutating func scope(_ key: ModelKey, _ ids: KeyReferences) {
    object { json in
      json.key("type")
      json.string("workspace")
      json.key("workspace_id")
      json.id(ids.workspaces, key.workspace)
    }
  }
}
