internal import StewardSyntax
internal import StewardValues

/// A Markdown runbook: prose is shown as the run comes to it, and each fence shows its last value.
extension Checker {
  func checkSections(
    _ statements: [Statement],
    _ sections: [MarkdownRunbook.Section]
  ) -> BlockCode {
    announceDefinitions(statements)
    var actions: [Action] = []
    var rest = statements[...]
    for section in sections {
      if !section.prose.isEmpty { actions.append(ProseAction(site(section.code), section.prose)) }
      var own: [Statement] = []
      while let next = rest.first, next.range.lower < section.code.upper {
        own.append(next)
        rest = rest.dropFirst()
      }
      actions += checkSection(own)
    }
    return BlockCode(action: Action.chain(actions), value: nil)
  }

  private func checkSection(_ statements: [Statement]) -> [Action] {
    var actions = statements.dropLast().compactMap { check($0) }
    guard let last = statements.last else { return actions }
    let value: Typed
    switch last.kind {
    case .pipeline(let pipeline): value = check(pipeline)
    default: return actions + [check(last)].compactMap(\.self)
    }
    actions.append(ShowAction(site(last.range), value.node, value.type))
    return actions
  }
}
