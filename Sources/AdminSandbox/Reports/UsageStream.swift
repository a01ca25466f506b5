/// A steady use of the API: one key or one person, one model, one way.
struct UsageStream: Sendable {
  let dimensions: Dimensions
  /// Tokens on an ordinary day of the start.
  let dailyTokens: Int
  let mix: Mix
  let rhythm: Rhythm
  /// Days before the start on which it was last used; nil: it is in use.
  var endedDaysAgo: Int?
  /// The one day of the organization that stands out is made by this stream.
  var hasAnomaly = false
  var webSearches = 0
  var codeHours = 0
  /// Covered by a subscription: neither in the usage report nor in the cost report.
  var isSubscription = false
  /// Where Claude is used.
  var product: Product
  /// On how many of a hundred working days it is used at all.
  var daysInHundred = 100
  /// Days before the start on which it was first used; nil: always.
  var startedDaysAgo: Int?

  /// The products of the analytics reports, in their words.
  enum Product: String, Sendable {
    case chat, cowork
    case claudeCode = "claude_code"
    case claudeDesign = "claude_design"
    case officeAgent = "office_agent"
    case console = "claude_console"
    case messages = "messages_api"
    case batches = "message_batches_api"

    /// What seats of a Claude Enterprise organization are for.
    var isOfSeats: Bool {
      switch self {
      case .chat, .cowork, .claudeCode, .claudeDesign, .officeAgent: true
      case .console, .messages, .batches: false
      }
    }
  }

  /// What the reports can group and filter by.
  struct Dimensions: Sendable, Hashable {
    let workspace: Int
    let key: Int?
    let account: Int?
    let model: ModelFamily
    let context: String
    let geo: String
    let tier: String
  }

  /// Thousandths of a day's tokens by meter.
  struct Mix: Sendable {
    let uncachedInput: Int
    let cacheRead: Int
    let fiveMinuteCache: Int
    let hourCache: Int
    let output: Int
    /// Of an ordinary request.
    let tokensARequest: Int

    static let chat = Mix(
      uncachedInput: 420,
      cacheRead: 310,
      fiveMinuteCache: 90,
      hourCache: 0,
      output: 180,
      tokensARequest: 3000
    )
    static let agent = Mix(
      uncachedInput: 90,
      cacheRead: 720,
      fiveMinuteCache: 80,
      hourCache: 40,
      output: 70,
      tokensARequest: 40_000
    )
    static let batch = Mix(
      uncachedInput: 700,
      cacheRead: 0,
      fiveMinuteCache: 0,
      hourCache: 60,
      output: 240,
      tokensARequest: 4000
    )
  }

  /// When it is used.
  enum Rhythm: Sendable { case office, service, night }
}

extension UsageStream.Rhythm {
  /// How much of a day's use falls into the hour, in parts of no fixed whole.
  func weight(hour: Int) -> Int {
    switch self {
    case .office: (8..<18).contains(hour) ? 90 : (18..<22).contains(hour) ? 15 : 1
    case .service: (7..<22).contains(hour) ? 60 : 25
    case .night: (1..<5).contains(hour) ? 200 : 2
    }
  }

  /// Thousandths of an ordinary day on that day since 1970; that was a Thursday.
  func weight(day: Int) -> Int {
    let isWeekend = (day + 3) % 7 >= 5
    return switch self {
    case .office: isWeekend ? 60 : 1000
    case .service: isWeekend ? 640 : 1000
    case .night: 1000
    }
  }
}
