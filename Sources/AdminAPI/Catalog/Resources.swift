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
}
