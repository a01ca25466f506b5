internal import AdminAPI
package import StewardRuntime
internal import StewardValues

/// What `plan` lays over a run: a gate that lets nothing out.
struct AdminRehearsal: Rehearsal {
  let services: (any Sendable)?
  private let gate: Gate?
  private let client: AdminClient?
  /// The run's own.
  private let context: RunContext

  init(_ context: RunContext) {
    self.context = context
    gate = context.gate.map { Gate(rehearsingOver: $0) }
    let admin = context.services as? AdminServices
    client = admin?.client
    guard let gate, let admin else {
      services = gate
      return
    }
    services = AdminServices(
      client: admin.client,
      gate: gate,
      names: NameResolver(after: admin.names)
    )
  }

  func outcome(_ files: [PlannedFile]) throws(RunError) -> ReportedRows {
    let changes = try counted()
    let effort = Effort(
      gate?.changes ?? changes,
      reads: gate?.sentReads ?? [:],
      client?.configuration
    )
    let report = PlanReport(changes: changes, files: files, organization: nil)
    return ReportedRows(report.rows) { () throws(RunError) in
      let report = PlanReport(
        changes: changes,
        files: files,
        organization: changes.isEmpty ? nil : try client?.knownName(context),
        effort: effort
      )
      return RowsReport(text: report.text, markdown: report.markdown)
    }
  }
}

extension AdminRehearsal {
  /// What would change, with what that does to other objects.
  private func counted() throws(RunError) -> ChangeSet {
    guard let gate else { return ChangeSet([]) }
    guard let client else { return gate.changes }
    return try context.wait(.read) { () async throws(ClientError) in
      try await SideEffectCensus(client, after: gate).counted(gate.changes)
    }
  }
}

extension AdminClient {
  /// The organization's name; nil if it cannot be read. A plan can be read without it.
  package func knownName(_ context: RunContext) throws(RunError) -> String? {
    let answer = try context.wait(.read) { () async throws(ClientError) in
      do throws(ClientError) {
        return try await self.organization()
      } catch {
        guard error.kind != .cancelled else { throw error }
        return .null
      }
    }
    return answer.record?["name"]?.string
  }
}
