internal import AdminAPI
internal import AdminCommands
internal import Dispatch
internal import StewardRuntime
internal import StewardValues

/// Asks which organization it is when a session begins, which must not wait for long.
enum OrganizationName {
  private static let patience = DispatchTimeInterval.seconds(5)

  static func read(
    _ organization: Organization,
    _ host: any RunHost,
    _ interruption: Interruption
  ) throws(RunError) -> (id: String?, name: String?) {
    let answer = try object(try organization.client(), host, interruption)
    return (answer.record?["id"]?.string, answer.record?["name"]?.string)
  }

  /// The organization as the API has it.
  static func object(
    _ client: AdminClient,
    _ host: any RunHost,
    _ interruption: Interruption
  ) throws(RunError) -> Value {
    let cancellation = Cancellation()
    DispatchQueue.global().asyncAfter(deadline: .now() + patience) {
      cancellation.cancel(RunError(.timeout, "the organization did not answer in time"))
    }
    let context = RunContext(cancellation: cancellation, host: host, now: .now())
    return try interruption.during(.run(cancellation)) { () throws(RunError) in
      try context.start { () async throws(RunError) -> Value in
        do throws(ClientError) {
          return try await client.organization()
        } catch {
          throw RunError(error)
        }
      }.value()
    }
  }
}
