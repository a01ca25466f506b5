package import AdminAPI
internal import StewardValues

/// One request as `--trace` shows it: `GET /v1/organizations/users?limit=5 200 12 ms 1830 bytes
/// req_01…`. Headers are not part of it.
package enum TraceLine {
  package static func text(_ event: TraceEvent) -> String {
    var parts = ["\(event.method.rawValue) \(escapingControls(event.target))"]
    switch event.outcome {
    case .status(let status): parts.append(String(status))
    case .failure(let reason): parts.append("failed (\(escapingControls(reason)))")
    }
    parts.append("\(event.milliseconds) ms \(event.bytes) bytes")
    if let id = event.requestID { parts.append(escapingControls(id)) }
    if event.attempt > 1 { parts.append("attempt \(event.attempt)") }
    return parts.joined(separator: " ")
  }
}
