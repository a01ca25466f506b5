/// The help on environment variables.
enum EnvironmentPage {
  static let page = HelpPage(
    .topic,
    "environment",
    "Variables that steward reads",
    [
      HelpSection(
        nil,
        [
          .terms([
            HelpTerm("ANTHROPIC_ADMIN_KEY", "the key, sk-ant-admin…"),
            HelpTerm("ANTHROPIC_ADMIN_API_KEY", "the same under another name"),
            HelpTerm("ANTHROPIC_AUTH_TOKEN", "a token that begins with sk-ant-oat"),
            HelpTerm("STEWARD_PROFILE", "the profile, like --profile; its key goes first"),
            HelpTerm("STEWARD_BASE_URL", "where the API is, like --base-url"),
            HelpTerm("HTTPS_PROXY, NO_PROXY", "the proxy, and for which hosts there is none"),
            HelpTerm("NO_COLOR", "no colours"),
            HelpTerm("XDG_CONFIG_HOME", "where the profiles are kept; ~/.config by default"),
            HelpTerm("XDG_STATE_HOME", "where the history is kept; ~/.local/state by default"),
          ]),
          .paragraph(
            "ANTHROPIC_BASE_URL and ANTHROPIC_API_KEY are for the model API and are not followed. `steward doctor` shows what is used."
          ),
        ]
      )
    ]
  )
}
