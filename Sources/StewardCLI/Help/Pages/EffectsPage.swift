internal import StewardValues

/// The help on effects: what a command may do to the world.
enum EffectsPage {
  static var page: HelpPage {
    let effects = Effects.names.map { HelpTerm($0.name, $0.effect.meaning) }
    return HelpPage(
      .topic,
      "effects",
      "What a command may do, known before it runs",
      [
        HelpSection(nil, [.terms(effects)]),
        HelpSection(
          "where they count",
          [
            .paragraph(
              "`steward check --effects FILE` lists those of a script without sending anything. A runbook's header, `--allow` and `--read-only` are ceilings: a script that may do more is refused before its first request."
            ),
            .paragraph(
              "Before anything is cut or destroyed, the script runs once without sending a change, and you are asked about all changes together."
            ),
          ]
        ),
        HelpSection(
          "ceilings",
          [
            .terms([
              HelpTerm("steward --read-only FILE", "read and file, nothing else"),
              HelpTerm("steward --allow read,update FILE", "no grants, nothing cut"),
            ])
          ]
        ),
      ]
    )
  }
}
