extension HelpTask {
  static let cost: [HelpTask] = [
    HelpTask(
      "cost-by-workspace",
      "Which workspace costs most?",
      "This month, in dollars, exact to the last digit. The default workspace has no id. Days are UTC days; the running one is unfinished.",
      words: "spend bill billing money expensive price workspace month dollars department team",
      """
      cost-report list --starting-at (month_start()) --group-by workspace_id
        | flatten results | group workspace_id { spend = sum(amount) }
        | join left (workspaces list) as w on workspace_id == w.id
        | select workspace = w?.name ?? "Default", spend | sort spend desc
      """
    ),
    HelpTask(
      "cost",
      "What did we spend this month?",
      "One amount. `ago(7d)` in place of `month_start()` is the last week.",
      words: "spend bill billing invoice total money price how much month dollars",
      "cost-report list --starting-at (month_start()) | flatten results | sum amount"
    ),
    HelpTask(
      "bill",
      "What did we spend last month?",
      "The calendar month before this one, in UTC. `--ending-at` is the first moment that no longer counts.",
      words: "spend bill billing invoice total money previous past month dollars",
      """
      let begin = add_months(month_start(), -1)
      cost-report list --starting-at $begin --ending-at (month_start())
        | flatten results | sum amount
      """
    ),
    HelpTask(
      "cost-by-day",
      "What did each day cost?",
      "The most expensive first; take `sort` away for the order of days.",
      words: "daily spend peak anomaly spike unusual expensive trend chart",
      """
      cost-report list --starting-at (ago(30d)) | flatten results
        | group day = date_of(starting_at) { spend = sum(amount) } | sort spend desc | first 10
      """
    ),
    HelpTask(
      "cost-by-model",
      "Which model costs most?",
      "Only costs of tokens have a model; web search and the like have none.",
      words: "spend model opus sonnet haiku bill expensive price description",
      """
      cost-report list --starting-at (month_start()) --group-by description
        | flatten results | group model { spend = sum(amount) } | sort spend desc
      """
    ),
    HelpTask(
      "budget-alarm",
      "Warn when the budget is spent",
      "For cron: the exit status is the alarm. 3 is over the budget, 0 is fine, everything else says that the answer is not known.",
      words: "alert threshold limit notify notification overspend cron monitoring budget",
      """
      let spend = (cost-report list --starting-at (month_start()) | flatten results | sum amount)
      if $spend > 1_000_000.00USD { warn "over budget: $spend"; exit 3 }
      """
    ),
    HelpTask(
      "spend-limits",
      "What may each person spend, and what have they?",
      "A limit is for the whole organization, a group or a person; the nearest one holds.",
      words: "limit cap quota budget person maximum increase",
      """
      spend-limits effective list | select who = actor.email_address, amount, period_to_date_spend
        | first 10
      """,
      "spend-limits list | select id, amount, period, scope.type",
      HelpStep(
        """
        let w = resolve_id("workspace", "Research")
        spend-limits set --amount 500USD --scope {type: "workspace", workspace_id: $w}
        """,
        "sets one, or replaces it"
      )
    ),
  ]

  static let use: [HelpTask] = [
    HelpTask(
      "tokens",
      "How many tokens does each model use?",
      "The last seven days and today so far, in UTC. `uncached`, `cache_read` and `cache_write` together are what went in. `--bucket-width 1h` is finer, `--group-by` splits by something else too.",
      words: "usage consumption model input output tokens volume traffic",
      """
      usage-report messages --starting-at (ago(7d)) --group-by model | flatten results
        | group model {
            uncached = sum(uncached_input_tokens),
            cache_read = sum(cache_read_input_tokens),
            cache_write = sum(cache_creation.ephemeral_1h_input_tokens)
              + sum(cache_creation.ephemeral_5m_input_tokens),
            output = sum(output_tokens)
          }
        | sort output desc
      """
    ),
    HelpTask(
      "claude-code",
      "Who uses Claude Code?",
      "The report is of one day; this is the day before yesterday, which is complete.",
      words: "adoption developers sessions commits lines usage active",
      """
      usage-report claude-code --starting-at (date_of(ago(2d)))
        | select who = actor.email_address, sessions = core_metrics.num_sessions | sort sessions desc
      """
    ),
    HelpTask(
      "not-used",
      "Who has not used Claude Code?",
      "Everybody without a row in the report of the last seven complete days.",
      words: "unused inactive dormant idle never seats adoption license has not",
      """
      let active = ([1, 2, 3, 4, 5, 6, 7]
        | each {|n| usage-report claude-code --starting-at (date_of(ago(days($n + 1)))) | collect }
        | flatten | select email = actor?.email_address | uniq)
      users list | join anti $active as a on email == a.email | select email, name, role
      """
    ),
    HelpTask(
      "active-people",
      "How many people are active?",
      "Active people, seats and pending invites, day by day.",
      words: "adoption daily monthly weekly dau mau seats engagement analytics",
      """
      analytics summaries list --starting-date (date_of(ago(14d)))
        | select day = date_of(starting_at), daily_active_user_count,
            monthly_active_user_count
      """
    ),
    HelpTask(
      "rate-limits",
      "What are our rate limits?",
      "Requests and tokens a minute of the model API, for each model group; a workspace may have limits of its own.",
      words: "limit quota throttle 429 requests per minute capacity tpm rpm",
      "rate-limits list | select group = group.display_name, limits | flatten limits",
      "workspaces rate-limits list Research"
    ),
  ]

  static let records: [HelpTask] = [
    HelpTask(
      "changed",
      "What changed yesterday?",
      "Who did what in the organization, newest first. It is there a minute after it happened, once `compliance-settings get` says that it is recorded.",
      words: "audit log activity history who did events recent day last changes",
      """
      compliance activities list --created-at-gte (ago(1d))
        | select created_at, type, who = actor.email_address
      """,
      HelpStep("compliance activities list | first 5 | select created_at, type", "the latest five")
    ),
    HelpTask(
      "look-first",
      "See what would change before it changes",
      "`plan` before a line only looks. For a whole script: `steward plan FILE`, or `--dry-run`.",
      words: "dry run dryrun preview simulate what if whatif safe test rehearse",
      "plan users remove jane@acme.example",
      #"explain users list | where role == "admin""#
    ),
    HelpTask(
      "export",
      "Export a list for a spreadsheet",
      "`--excel-safe` keeps a name that begins with `=` from being a formula there. Without `to` the ending says the format: .csv, .json or .ndjson. `--force` replaces the file of the last time.",
      words: "csv excel download save file sheet json report",
      "users list | to csv --excel-safe | save --force users.csv"
    ),
    HelpTask(
      "snapshot",
      "Keep a copy of everything, and compare",
      "`diff` says what was added, removed and changed between two lists of rows.",
      words: "backup archive dump export all state compare drift copy restore",
      "organization snapshot | save --force organization.json",
      #"diff [{id: 1, role: "user"}] [{id: 1, role: "admin"}] --key id"#
    ),
    HelpTask(
      "organization",
      "Which organization is this?",
      "Outside the prompt `steward doctor` says too which key is used and who gave it; `help profile` is about using several organizations.",
      words:
        "current which where am i whoami account tenant switch another several name id profile",
      "organization get"
    ),
    HelpTask(
      "service-accounts",
      "Which programs have an identity of their own?",
      "A service account is for a program: it is no person, and leaves with nobody.",
      words: "robot bot machine ci pipeline identity program automation workload federation",
      "service-accounts list | select name, id, organization_role, description"
    ),
    HelpTask(
      "webhooks",
      "Where are events sent?",
      "A webhook is an address to which the organization sends its events.",
      words: "hook notify notification callback slack url integration",
      "webhooks list | select name, url, state"
    ),
    HelpTask(
      "anything",
      "Read what has no command yet",
      "Any path of the API that can be read; pages are followed.",
      words: "raw path curl endpoint undocumented escape hatch request http",
      "api get /v1/organizations/users | first 3",
      HelpStep("as-curl users list --roles admin", "as a line for a shell")
    ),
  ]
}
