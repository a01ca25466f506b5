/// How many requests the API takes from an organization.
public struct Allowances: Sendable {
  /// So many requests in so long.
  public struct Allowance: Sendable {
    /// In one window.
    public var requests: Int
    /// Until as many may be sent again.
    public var window: Duration

    /// An allowance of any size.
    public init(requests: Int, window: Duration = .seconds(60)) {
      self.requests = requests
      self.window = window
    }
  }

  private var changed: [Budget: Allowance] = [:]
  /// How much of each is used, in percent.
  var share: Int

  /// The API's own.
  public init(share: Int = 80) { self.share = min(max(share, 1), 100) }

  /// The allowance of a budget.
  public subscript(budget: Budget) -> Allowance {
    get {
      var allowance = changed[budget] ?? Allowance(requests: budget.perMinute)
      allowance.requests = max(allowance.requests * share / 100, 1)
      return allowance
    }
    set { changed[budget] = newValue }
  }
}

extension Budget {
  /// What the API allows an organization: 1,200 invites an hour are 20 a minute.
  package var perMinute: Int {
    switch self {
    case .general: 100
    case .invites: 20
    case .reports, .analytics: 60
    }
  }
}
