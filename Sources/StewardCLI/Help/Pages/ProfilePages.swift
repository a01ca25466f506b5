/// The help on profiles.
enum ProfilePages {
  static var all: HelpPage {
    HelpPage(
      .topic,
      "profile",
      "Organizations by name: how they are reached, and what may be done there",
      [
        HelpSection("usage", [.terms(forms)]),
        HelpSection(nil, [.paragraph(purpose), .paragraph(keys)]),
        HelpSection("which key is used", [.paragraph(order)]),
        HelpSection(
          "examples",
          [
            .code([
              "steward profile add acme --check --default -- op read op://Admin/key",
              "steward profile add audit --key-file ~/audit.key --mode read-only",
              "steward profile add beta --allow read,update --guard update=10",
              "steward --profile audit users list",
            ])
          ]
        ),
      ]
    )
  }

  private static let forms = [
    HelpTerm("profile list", "all profiles"),
    HelpTerm("profile show [NAME]", "one of them, or the one that is used"),
    HelpTerm("profile add NAME …", "a new one: `steward help profile add`"),
    HelpTerm("profile use NAME", "makes it the default"),
    HelpTerm("profile remove NAME", "forgets it; the key stays where it is"),
  ]

  private static let purpose =
    "A profile is for one organization: with the key of another nothing is read or changed. Its mode (`live`, `dry-run`, `read-only`) says what becomes of changes; its policy, what is never allowed and how many changes a run may make that nobody looks at."

  private static let keys =
    "Profiles are in `~/.config/steward/config.json`, and keys are not: a profile names a command that writes the key, or a file that only you can read."

  private static let order =
    "The first of: the profile of `--profile`, then of STEWARD_PROFILE; ANTHROPIC_ADMIN_KEY or ANTHROPIC_ADMIN_API_KEY; ANTHROPIC_AUTH_TOKEN if it begins with sk-ant-oat; the default profile. Whoever gives the key, the organization, mode and policy of the chosen or default profile hold. `steward doctor` tells."

  static var add: HelpPage {
    let options = HelpSection(
      nil,
      [
        .paragraph(
          "`--base-url`, `--allow EFFECTS` and `--guard EFFECT=N` are kept in the profile too. Behind `--` stands the command that gives the key, word by word; no shell reads it. It is ended after 30 seconds."
        ),
        .paragraph(
          "Nothing is sent, and the command is not run, unless `--check` is there: it asks the organization with the key who it is."
        ),
      ]
    )
    return DeclaredOptions.page(
      "profile add",
      "Makes a profile",
      of: ProfileArguments.self,
      usage: ["NAME", "[OPTION …]", "[-- COMMAND …]"],
      more: [
        options,
        HelpSection(
          "examples",
          [
            .code([
              "steward profile add acme --check -- op read op://Admin/key",
              "steward profile add ci --key-file /run/secrets/admin --mode live",
            ])
          ]
        ),
      ]
    )
  }

  static let list = page("list", "", "Lists the profiles", "steward profile list -o json")
  static let show = page(
    "show",
    "[NAME]",
    "Shows a profile, by default the one that is used",
    "steward profile show acme"
  )
  static let use = page(
    "use",
    "NAME",
    "Makes a profile the default",
    "steward profile use acme"
  )
  static let remove = page(
    "remove",
    "NAME",
    "Forgets a profile; its key stays where it is",
    "steward profile remove acme"
  )

  private static func page(
    _ action: String,
    _ usage: String,
    _ summary: String,
    _ example: String
  ) -> HelpPage {
    HelpPage(
      .topic,
      "profile \(action)",
      summary,
      [
        HelpSection(
          "usage",
          [.usage(["steward profile \(action)"] + (usage.isEmpty ? [] : [usage]))]
        ),
        HelpSection("examples", [.code([example])]),
      ]
    )
  }
}
