/// One thing that is counted and paid for.
enum Meter: Int, CaseIterable, Sendable {
  case uncachedInput, cacheRead, fiveMinuteCache, hourCache, output, webSearch, codeExecution

  /// The cost report's name for a kind of token; nil for what is no token.
  var tokenType: String? {
    switch self {
    case .uncachedInput: "uncached_input_tokens"
    case .cacheRead: "cache_read_input_tokens"
    case .fiveMinuteCache: "cache_creation.ephemeral_5m_input_tokens"
    case .hourCache: "cache_creation.ephemeral_1h_input_tokens"
    case .output: "output_tokens"
    case .webSearch, .codeExecution: nil
    }
  }

  var costType: String {
    switch self {
    case .webSearch: "web_search"
    case .codeExecution: "code_execution"
    default: "tokens"
    }
  }

  /// What one of it costs, in billionths of a cent.
  func price(_ use: UsageStream.Dimensions) -> Int {
    let isLong = use.context == "200k-1M"
    let input = use.model.inputPrice * (isLong ? 2 : 1)
    let standard: Int
    switch self {
    case .uncachedInput: standard = input
    case .cacheRead: standard = input / 10
    case .fiveMinuteCache: standard = input * 5 / 4
    case .hourCache: standard = input * 2
    case .output: standard = use.model.outputPrice * (isLong ? 3 : 2) / 2
    // 10 dollars a thousand, and 5 cents an hour.
    case .webSearch: return Cents.unit
    case .codeExecution: return 5 * Cents.unit
    }
    let discounted = use.tier == "batch" ? standard / 2 : standard
    return use.geo == "us" ? discounted * 11 / 10 : discounted
  }

  /// The cost report's line, without the model.
  func description(_ use: UsageStream.Dimensions) -> String {
    switch self {
    case .webSearch: return "Web Search Usage"
    case .codeExecution: return "Code Execution Usage"
    default: break
    }
    let kind =
      switch self {
      case .cacheRead: "Input Tokens, Cache Read"
      case .fiveMinuteCache: "Input Tokens, Cache Write (5m)"
      case .hourCache: "Input Tokens, Cache Write (1h)"
      case .output: "Output Tokens"
      default: "Input Tokens"
      }
    let batch = use.tier == "batch" ? "Batch " : ""
    let long = use.context == "200k-1M" ? ", Long Context" : ""
    return "\(use.model.name) Usage - \(batch)\(kind)\(long)"
  }
}
