"""What a list is asked for is what looking through the whole list finds."""

from anthropic import NotFoundError

from report import plain


def holds(report, method, test, text=None, whole=None, **filters):
    """The filter gives the rows that pass the test, in the order of the whole list."""
    everything = [plain(row) for row in method(**(whole or {}))]
    expected = [row["id"] for row in everything if test(row)]
    found = [row.id for row in method(**(whole or {}), **filters)]
    pieces = [row.id for row in method(**(whole or {}), **filters, limit=1)]
    report.equal(found, expected, f"{text or filters}")
    report.equal(pieces, expected, f"{text or filters} in pages of 1")
    return expected


def newest_first(report, method, field="created_at", **arguments):
    times = [plain(row)[field] for row in method(**arguments)]
    report.equal(times, sorted(times, reverse=True), f"{field}, the newest first")


def people(report, org):
    with report.part("filters of users"):
        users = [plain(row) for row in org.users.list()]
        user = users[3]
        holds(report, org.users.list, lambda row: row["email"] == user["email"], email=user["email"])
        holds(report, org.users.list, lambda row: row["role"] in ("admin", "billing"), roles=["admin", "billing"])
        holds(report, org.users.list, lambda row: False, email="nobody@acme.example")
    with report.part("filters of invites"):
        invites = org.invites.list
        for status in ("pending", "accepted", "expired"):
            holds(report, invites, lambda row: row["status"] == status, statuses=[status])
        holds(report, invites, lambda row: row["role"] == "developer", roles=["developer"])
        newest_first(report, invites, "invited_at")


def places(report, org):
    with report.part("filters of workspaces"):
        ids = [row.id for row in org.workspaces.list()][::2]
        holds(report, org.workspaces.list, lambda row: row["id"] in ids, ids=ids + ["wrkspc_none"])
        every = {"include_archived": True, "include_default": True}
        live = lambda row: row["archived_at"] is None and row["name"] != "Default"
        expected = [plain(row)["id"] for row in org.workspaces.list(**every) if live(plain(row))]
        report.equal([row.id for row in org.workspaces.list()], expected, "what is hidden")
    with report.part("filters of api_keys"):
        keys = [plain(row) for row in org.api_keys.list()]
        for status in ("active", "inactive", "archived", "expired"):
            holds(report, org.api_keys.list, lambda row: row["status"] == status, status=status)
        place = [row["workspace_id"] for row in keys if row["workspace_id"]][0]
        holds(report, org.api_keys.list, lambda row: row["workspace_id"] == place, workspace_id=place)
        creator_of = lambda row: (row["created_by"] or {}).get("id")
        creator = [creator_of(row) for row in keys if creator_of(row)][0]
        holds(report, org.api_keys.list, lambda row: creator_of(row) == creator, created_by_user_id=creator)
        newest_first(report, org.api_keys.list)


def limits(report, org):
    with report.part("filters of rate_limits"):
        for type_ in ("model_group", "batch", "token_count", "files", "skills", "web_search"):
            found = holds(report, org.rate_limits.list, lambda row: row["group"]["type"] == type_, group_type=type_)
            report.check(bool(found), f"there is no {type_}")
            for workspace in org.workspaces.list():
                rows = org.workspaces.rate_limits.list(workspace.id, group_type=type_, include_inherited=True)
                report.equal([row.rate_limit_id for row in rows], found, f"{type_} of {workspace.name}")
        report.refused(NotFoundError, lambda: org.rate_limits.list(model="none"), "an unknown model")


def beta(report, org):
    with report.part("filters of spend_limits"):
        for scope in ("user", "workspace", "organization", "usage_tier"):
            holds(
                report, org.spend_limits.list, lambda row: row["scope"]["type"] == scope, scope_type=[scope]
            )
        requests = org.spend_limits.increase_requests.list
        for status in ("pending", "approved", "denied"):
            holds(report, requests, lambda row: row["status"] == status, status=[status])
        actor = plain(list(requests())[0])["actor"]["user_id"]
        holds(report, requests, lambda row: row["actor"]["user_id"] == actor, actor_ids=[actor])
    with report.part("filters of plugins"):
        rows = [plain(row) for row in org.plugins.list()]
        for owner in ("organization", "user"):
            holds(report, org.plugins.list, lambda row: row["owner"]["type"] == owner, owner_type=owner)
        at = rows[len(rows) // 2]["created_at"]
        holds(report, org.plugins.list, lambda row: row["created_at"] >= at, created_at_gte=at)
        holds(report, org.plugins.list, lambda row: row["created_at"] < at, created_at_lt=at)
        marketplace = rows[0]["marketplace_id"]
        holds(
            report, org.plugins.list, lambda row: row["marketplace_id"] == marketplace, marketplace_id=marketplace
        )
    with report.part("orders of webhooks"):
        newest_first(report, org.webhooks.list)
        ascending = [row.id for row in org.webhooks.list(order="asc", limit=1)]
        report.equal(ascending, [row.id for row in org.webhooks.list()][::-1], "the oldest first")
    with report.part("orders of telemetry_destinations"):
        newest_first(report, org.telemetry_destinations.list)


def everywhere(report, org):
    people(report, org)
    places(report, org)
    limits(report, org)
