/// What people say, and what it is called here.
enum SearchSynonyms {
  /// A search for one of the words on the left finds what has a word on the right too.
  private static let table: [(said: String, meant: String)] = [
    ("person people member members staff colleague colleagues employee employees human", "users"),
    ("account accounts somebody someone anybody everybody everyone", "users people"),
    ("user users", "people person members"),
    ("admin admins administrator administrators superuser root", "admin"),
    ("delete erase drop destroy purge", "remove delete archive"),
    ("remove", "delete remove archive"),
    (
      "offboard offboarding leaver leavers leave leaves leaving quit quits fire fired",
      "offboard remove"
    ),
    ("terminate deprovision departed departure resign", "offboard"),
    ("onboard onboarding hire hires joiner joiners newcomer newcomers", "invite"),
    ("invitation invitations", "invite"),
    ("rotate rotation renew roll regenerate", "rotate disable switches"),
    ("revoke withdraw", "remove disable off"),
    ("disable deactivate block suspend inactivate stop", "disable inactive off"),
    ("leak leaked stolen compromised", "disable off revoke"),
    ("token secret credential credentials", "key"),
    (
      "spend spender spenders spending bill bills billing invoice price money dollars pay paid expensive",
      "cost"
    ),
    ("cheap expenses budget budgets", "cost budget"),
    ("consumption consume volume traffic", "usage tokens"),
    ("usage used uses using", "usage tokens"),
    ("team teams department departments project projects", "workspace group"),
    ("permission permissions right rights privilege privileges entitlement", "role access"),
    ("promote demote", "change role"),
    ("rename", "update name rename"),
    ("edit modify alter set", "change update"),
    ("add", "add create invite"),
    ("new", "create new"),
    ("old stale aged ancient outdated", "old older"),
    ("unused idle dormant inactive", "unused"),
    ("logout log-out kick sign-off", "sign-out session"),
    ("log history audit journal trail event events", "activities changed journal"),
    ("expire expired expires expiry expiration", "expires old older"),
    ("mfa 2fa otp passkey passkeys two-factor", "sign-in federation console"),
    ("readonly read-only", "safety mode"),
    ("variable variables", "let mut"),
    ("function functions procedure macro alias", "def functions"),
    ("wait pause delay", "sleep"),
    ("output json yaml format", "export json to"),
    ("yesterday today recent recently lately", "changed last"),
    ("excel spreadsheet sheet", "csv export"),
    ("download backup dump", "export snapshot save"),
    ("bot bots robot machine", "service account"),
    ("sso idp oidc jwt", "federation"),
    ("encryption kms byok cmek", "external keys"),
    ("hook hooks callback", "webhook"),
    ("throttle throttled throttling 429 quota quotas", "rate limit"),
    ("cap caps ceiling maximum", "limit"),
    ("preview simulate rehearse dry-run dryrun whatif", "plan look"),
    ("revert rollback restore", "undo"),
    ("loop loops repeat iterate iteration foreach", "for while each"),
    ("filter filtering condition", "where"),
    ("sum total totals add", "sum"),
    ("average mean", "avg"),
    ("order ordering ascending descending", "sort"),
    ("dedupe duplicate duplicates distinct unique", "uniq"),
    ("limit head", "first"),
    ("top", "most first"),
    ("combine merge lookup", "join"),
    ("columns fields project", "select"),
    ("aggregate", "group agg"),
    ("script scripts playbook", "runbook"),
    ("schedule scheduled cron crontab ci timer daily nightly", "cron exit headless run"),
    ("error errors mistake failure exception", "error"),
    ("date dates day days time", "time"),
    ("regex pattern", "matches"),
    ("outsider outsiders external contractor contractors guest", "outsiders domain"),
    ("seat seats licence license", "seat"),
    ("adoption engagement", "active analytics"),
  ]

  /// Words that mean something only together, and what a search looks for in their place.
  private static let phrases: [(said: String, meant: String)] = [
    ("who is in", "members"), ("who belongs to", "members"), ("who can see", "access"),
    ("who has access", "access"),
    ("read only", "read-only"), ("sign out", "sign-out"), ("log out", "sign-out"),
  ]

  static func withoutPhrases(_ query: String) -> String {
    var text = " \(query.lowercased().split(separator: " ").joined(separator: " ")) "
    for (said, meant) in phrases { text = text.replacing(" \(said) ", with: " \(meant) ") }
    return text
  }

  /// By the stem of what is said: stems of what is meant.
  static let meanings: [String: [String]] = {
    var meanings: [String: [String]] = [:]
    for (said, meant) in table {
      let stems = meant.split(separator: " ").map { SearchWords.stem(String($0)) }
      for word in said.split(separator: " ") {
        meanings[SearchWords.stem(String(word)), default: []] += stems
      }
    }
    return meanings
  }()
}
