internal import StewardValues

extension OrganizationState {
  static let reportPerformances: [String: Performance] = [
    "usage_report.messages": { (state, call) throws(APIFailure) in try state.messages(call) },
    "usage_report.claude_code": { (state, call) throws(APIFailure) in try state.claudeCode(call) },
    "cost_report.list": { (state, call) throws(APIFailure) in try state.costs(call) },
  ]

  /// Use appears this many minutes after the request.
  static let usageDelay = 5
  /// Claude Code's report comes later.
  static let claudeCodeDelay = 60

  private mutating func messages(_ call: Call) throws(APIFailure) -> [UInt8] {
    let window = try ReportWindow(call)
    let report = MessagesReport(usage, keyReferences, call)
    let settled = call.now.minuteNumber - Self.usageDelay
    return page(window) { json, start in
      report.write(&json, window.minutes(start, settled: settled))
    }
  }

  private mutating func costs(_ call: Call) throws(APIFailure) -> [UInt8] {
    let window = try ReportWindow(call)
    let report = CostReport(usage, workspaces.ids, call)
    let settled = call.now.minuteNumber - Self.usageDelay
    return page(window) { json, start in
      report.write(&json, window.minutes(start, settled: settled))
    }
  }

  private func page(
    _ window: ReportWindow,
    _ results: (inout JSONBytes, Int) -> Void
  ) -> [UInt8] {
    JSONBytes.document { json in
      json.object { json in
        json.key("data")
        json.array { json in
          for start in window.starts {
            json.object { json in
              json.key("starting_at")
              json.time(Timestamp(minute: start))
              json.key("ending_at")
              json.time(Timestamp(minute: start + window.width))
              json.key("results")
              results(&json, start)
            }
          }
        }
        json.end(nextPage: window.nextPage)
      }
    }
  }

  private mutating func claudeCode(_ call: Call) throws(APIFailure) -> [UInt8] {
    guard let day = call.time("starting_at")?.dayNumber else {
      throw .invalid("starting_at: Field required")
    }
    let report = ClaudeCodeReport(
      self,
      usage,
      day: day,
      settled: call.now.minuteNumber - Self.claudeCodeDelay
    )
    let rows = report.rows()
    let tokens = PageTokens(call)
    let start = try call.text("page").map { token throws(APIFailure) in
      try tokens.position(token, in: 0...rows.count)
    }
    let page = rows.dropFirst(start ?? 0).prefix(call.limit)
    return JSONBytes.document { json in
      json.object { json in
        json.key("data")
        json.array { json in for row in page { report.write(&json, row) } }
        json.end(nextPage: page.endIndex < rows.count ? tokens.token(page.endIndex) : nil)
      }
    }
  }
}

extension JSONBytes {
  fileprivate mutating func end(nextPage: String?) {
    key("has_more")
    bool(nextPage != nil)
    key("next_page")
    string(nextPage)
  }
}
