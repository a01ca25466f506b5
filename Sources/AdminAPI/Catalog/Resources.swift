public import StewardValues

extension Resource {
  /// The organization itself: its id is a UUID.
  public static let organization = Resource("organization", prefix: nil)
  /// A person in the organization.
  public static let user = Resource("user", prefix: "user_")
  /// An invitation to the organization.
  public static let invite = Resource("invite", prefix: "invite_")
  /// A workspace, the default one included.
  public static let workspace = Resource("workspace", prefix: "wrkspc_")
  /// A key for the model API; its id says nothing of the key itself.
  public static let apiKey = Resource("api_key", prefix: "apikey_")
  /// An identity for programs.
  public static let serviceAccount = Resource("service_account", prefix: "svac_")
  /// A customer-managed encryption key.
  public static let externalKey = Resource("external_key", prefix: "ekey_")
  /// A group of people in an Enterprise organization.
  public static let rbacGroup = Resource("rbac_group", prefix: "rbac_group_")
  /// A role that groups of an Enterprise organization give.
  public static let rbacRole = Resource("rbac_role", prefix: "rbac_role_")
  /// An issuer of tokens that the organization trusts.
  public static let federationIssuer = Resource("federation_issuer", prefix: "fdis_")
  /// A rule that makes a service account of an issuer's token.
  public static let federationRule = Resource("federation_rule", prefix: "fdrl_")
  /// What the organization may use of a group of models or a service; `rlg_` begins the ids of the
  /// groups themselves, which are the same for all, and the reference shows none of the entries.
  public static let rateLimit = Resource("rate_limit", prefix: nil)
  /// A spend limit.
  public static let spendLimit = Resource("spend_limit", prefix: "spl_")
  /// Somebody's request for a higher spend limit.
  public static let spendLimitIncreaseRequest = Resource(
    "spend_limit_increase_request",
    prefix: "slir_"
  )
  /// A place where telemetry is sent.
  public static let telemetryDestination = Resource("telemetry_destination", prefix: "tdst_")
  /// An address where events are sent; the reference shows no prefix but this.
  public static let webhook = Resource("webhook", prefix: "wh_")
  /// Instructions of Claude Tag.
  public static let bundle = Resource("bundle", prefix: "capp_")
  /// A place where a bundle holds.
  public static let bundleTarget = Resource("bundle_target", prefix: "btgt_")
  /// A Slack channel that is set up for Claude Tag; Slack's own ids are others.
  public static let slackChannel = Resource("slack_channel", prefix: "slch_")
  /// A Slack workspace that is set up for Claude Tag; Slack's own ids are others.
  public static let slackWorkspace = Resource("slack_workspace", prefix: "slws_")
  /// A plugin.
  public static let plugin = Resource("plugin", prefix: "plugin_")
  /// A version of a plugin.
  public static let pluginVersion = Resource("plugin_version", prefix: "pluginver_")
  /// A source of plugins.
  public static let pluginMarketplace = Resource("plugin_marketplace", prefix: "marketplace_")
  /// Something that somebody did.
  public static let activity = Resource("activity", prefix: "activity_")
}
