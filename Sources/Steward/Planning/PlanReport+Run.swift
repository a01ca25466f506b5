package import AdminCommands

extension PlanReport {
  /// What a run would do.
  package init(_ plan: PlannedRun, organization: String?, isRedacted: Bool = false) {
    self.init(
      changes: plan.changes,
      files: plan.files,
      organization: organization,
      effort: plan.effort,
      isRedacted: isRedacted
    )
  }
}
