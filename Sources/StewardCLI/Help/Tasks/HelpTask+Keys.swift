extension HelpTask {
  static let keys: [HelpTask] = [
    HelpTask(
      "old-keys",
      "Which keys are older than 90 days?",
      "Active keys only, the oldest first. A key is made in the Console; here it can be listed, renamed and switched off.",
      words: "api key age stale old expire expired rotation days audit",
      """
      api-keys list --status active | where created_at < ago(90d)
        | join left (users list) as maker on created_by?.id == maker.id
        | select name, created_at, made_by = maker?.email, partial_key_hint | sort created_at
      """
    ),
    HelpTask(
      "rotate-keys",
      "Rotate a key",
      "Make the new key in the Console, hand it to the program that uses it, and switch the old one off. Inactive is not gone: it can be switched on again if something breaks.",
      words: "rotation renew replace exchange change roll regenerate create new key secret",
      HelpStep("api-keys list --status active | select name, id, created_at", "find the old one"),
      HelpStep("plan api-keys update eval-nightly --status inactive", "only looks"),
      "api-keys update eval-nightly --status inactive"
    ),
    HelpTask(
      "disable-key",
      "Switch a key off",
      "At once, and it can be switched on again. `--status archived` is another matter: that it can be undone is promised nowhere.",
      words:
        "deactivate disable revoke turn off inactive leaked compromised stop block kill stolen",
      "api-keys update eval-nightly --status inactive",
      HelpStep("api-keys update eval-nightly --status active", "on again")
    ),
    HelpTask(
      "owners",
      "Who owns which key?",
      "Who made a key, and as whom it acts: that may be another person, or a service account. An empty `made_by` is somebody who left, or was not recorded.",
      words: "owner made created creator belongs whose api key ownership",
      """
      api-keys list --status active
        | join left (users list) as maker on created_by?.id == maker.id
        | join left (users list) as user on principal?.user_id == user.id
        | select name, made_by = maker?.email, acts_as = user?.email, created_at | sort made_by
      """
    ),
    HelpTask(
      "keys-of-person",
      "Which keys did a person make?",
      "They go on working when the person is removed: `help how offboard`.",
      words: "api keys of a user made by created by owner",
      """
      let person = (users get "jane@acme.example")
      api-keys list --created-by-user-id $person.id | select name, status, created_at
      """
    ),
    HelpTask(
      "orphan-keys",
      "Which keys belong to nobody who is still here?",
      "Keys whose maker has left, or of which nobody knows who made them.",
      words: "orphan orphaned left former ownerless unowned ghost leaver dangling",
      """
      api-keys list --status active
        | extend maker = principal?.user_id ?? created_by?.id
        | join anti (users list) as owner on maker == owner.id
        | select name, id, created_at
      """
    ),
    HelpTask(
      "unused-keys",
      "Which keys were not used lately?",
      "Active keys without a token in the last 30 days.",
      words: "unused idle dormant inactive stale not used dead clean up cleanup",
      """
      let used = (usage-report messages --starting-at (ago(30d)) --group-by api_key_id
        | flatten results)
      api-keys list --status active | join anti $used as u on id == u.api_key_id
        | select name, created_at
      """
    ),
    HelpTask(
      "keys-by-workspace",
      "How many keys does each workspace have?",
      "Keys of the default workspace have no workspace.",
      words: "count api keys per workspace number",
      """
      api-keys list --status active | group workspace_id { keys = count() }
        | join left (workspaces list) as w on workspace_id == w.id
        | select workspace = w?.name ?? "Default", keys | sort keys desc
      """
    ),
  ]
}
