/// What people's work counts, product by product.
extension UserActivityReport {
  /// How often things were used, and how many different ones.
  private func uses(_ thing: Work.Thing, _ work: Work) -> (count: Int, distinct: Int) {
    let uses = facts.uses(of: thing, in: work)
    return (uses.reduce(0) { $0 + $1.count }, uses.count)
  }

  func addChat(_ work: Work, _ values: inout RowValues) {
    let metrics = "chat_metrics."
    let connectors = uses(.connectors, work)
    values.add(work.messages, to: metrics + "message_count")
    values.add(work.conversations, to: metrics + "distinct_conversation_count")
    values.add(work.part(60, of: 0...40), to: metrics + "thinking_message_count")
    values.add(connectors.count, to: metrics + "connectors_used_count")
    values.add(connectors.distinct, to: metrics + "distinct_connectors_used_count")
    values.add(uses(.skills, work).distinct, to: metrics + "distinct_skills_used_count")
    values.add(uses(.artifacts, work).count, to: metrics + "distinct_artifacts_created_count")
    values.add(uses(.projects, work).distinct, to: metrics + "distinct_projects_used_count")
    values.add(createdProjects(work), to: metrics + "distinct_projects_created_count")
    values.add(work.part(61, of: 0...20), to: metrics + "distinct_files_uploaded_count")
    values.add(work.part(62, of: 0...6), to: metrics + "distinct_shared_artifacts_viewed_count")
    values.add(work.part(63, of: 0...8), to: metrics + "shared_conversations_viewed_count")
  }

  private func createdProjects(_ work: Work) -> Int {
    AcmeTools.projects.count { project in
      state.population.number(of: project.creator) == work.person
        && state.population.today - project.createdDaysAgo == work.day
    }
  }

  func addCowork(_ work: Work, _ values: inout RowValues) {
    let metrics = "cowork_metrics."
    for (thing, name) in [
      (Work.Thing.connectors, "connectors"), (.plugins, "plugins"), (.skills, "skills"),
    ] {
      let uses = uses(thing, work)
      values.add(uses.count, to: metrics + "\(name)_used_count")
      values.add(uses.distinct, to: metrics + "distinct_\(name)_used_count")
    }
    values.add(work.messages, to: metrics + "message_count")
    values.add(work.messages * 3, to: metrics + "action_count")
    values.add(work.conversations, to: metrics + "distinct_session_count")
    values.add(uses(.artifacts, work).count, to: metrics + "artifacts_created_count")
    values.add(work.part(60, of: 5...25), to: metrics + "dispatch_turn_count")
    let edits = work.part(61, of: 10...60)
    let writes = work.part(62, of: 2...20)
    values.add(edits, to: metrics + "edit_tool_count")
    values.add(writes, to: metrics + "write_tool_count")
    values.add(edits + writes, to: metrics + "file_edit_count")
    let edited = min(work.conversations, edits + writes)
    values.add(edited, to: metrics + "sessions_with_file_edits_count")
  }

  func addCode(_ work: Work, _ code: [CodeWork], _ values: inout RowValues) {
    let metrics = "claude_code_metrics.core_metrics."
    values.add(uses(.artifacts, work).count, to: metrics + "artifacts_created_count")
    for part in code {
      values.add(part.sessions, to: metrics + "distinct_session_count")
      values.add(part.commits, to: metrics + "commit_count")
      values.add(part.pullRequests, to: metrics + "pull_request_count")
      values.add(part.addedLines, to: metrics + "lines_of_code.added_count")
      values.add(part.removedLines, to: metrics + "lines_of_code.removed_count")
      for tool in part.tools {
        let path = "claude_code_metrics.tool_actions.\(tool.name)."
        values.add(tool.accepted, to: path + "accepted_count")
        values.add(tool.rejected, to: path + "rejected_count")
      }
    }
  }

  func addDesign(_ work: Work, _ values: inout RowValues) {
    values.add(work.messages, to: "design_metrics.message_count")
    values.add(work.conversations, to: "design_metrics.distinct_session_count")
    values.add(min(2, work.conversations), to: "design_metrics.distinct_projects_used_count")
  }

  func addOffice(_ work: Work, _ values: inout RowValues) {
    let metrics = "office_metrics.\(work.officeProgram)."
    for (thing, name) in [(Work.Thing.connectors, "connectors"), (.skills, "skills")] {
      let uses = uses(thing, work)
      values.add(uses.count, to: metrics + "\(name)_used_count")
      values.add(uses.distinct, to: metrics + "distinct_\(name)_used_count")
    }
    values.add(work.messages, to: metrics + "message_count")
    values.add(work.conversations, to: metrics + "distinct_session_count")
  }
}

extension Work {
  /// Some percent of the messages, by chance.
  fileprivate func part(_ place: Int, of percent: ClosedRange<Int>) -> Int {
    messages * random.at(place).within(percent) / 100
  }
}
