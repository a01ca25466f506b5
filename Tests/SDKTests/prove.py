"""Calls every operation that the official SDK has for organizations, on a sandbox.

    python prove.py BASE_URL KEY

Each answer is parsed by the SDK's own models in strict mode. The operations are found by looking at
the SDK's classes: one that has no row in the table below fails. The last line tells how many calls
were proven.
"""

import functools
import inspect
import sys
from datetime import datetime, timedelta, timezone

import anthropic

BASE_URL, KEY = sys.argv[1], sys.argv[2]
NOW = datetime.now(timezone.utc).replace(minute=0, second=0, microsecond=0)
WEEK_AGO = NOW - timedelta(days=7)
DAY = (NOW - timedelta(days=5)).date()


def connect(**options):
    return anthropic.Anthropic(
        api_key=KEY, base_url=BASE_URL, max_retries=0, _strict_response_validation=True, **options
    )


client = connect()


def operations(root, path=()):
    """Every method of the classes below `root`, by its path."""
    for name in dir(type(root)):
        if name.startswith(("_", "with_")):
            continue
        member = getattr(type(root), name)
        if isinstance(member, (functools.cached_property, property)):
            yield from operations(getattr(root, name), path + (name,))
        elif inspect.isfunction(member):
            yield ".".join(path + (name,)), getattr(root, name)


class Found:
    """Objects that are there, found by lists or made by earlier calls."""

    def __init__(self, methods):
        self.methods = methods
        self.made = {}

    def rows(self, name, **arguments):
        return list(self.methods[name](**arguments))

    def first(self, name, test=lambda row: True, **arguments):
        for row in self.rows(name, **arguments):
            if test(row):
                return row
        raise LookupError(f"{name} has no such row")

    def keep(self, name, answer):
        self.made[name] = answer
        return answer

    @property
    def user(self):
        return self.first("users.list", lambda row: row.role == "developer").id

    @property
    def workspace(self):
        return self.first("workspaces.list").id

    def any(self, name, **arguments):
        return self.made.get(name.rsplit(".", 1)[0]) or self.first(name, **arguments)


def stamp(word):
    """A name that nothing has yet."""
    stamp.count += 1
    return f"{word}-{stamp.count}"


stamp.count = 0

AWS = {"type": "aws", "kms_arn": "arn:aws:kms:us-east-1:111122223333:key/4f0c2a", "region": "us-east-1"}
PLUGIN = [
    (".claude-plugin/plugin.json", b'{"name": "%s", "version": "1.0.0", "description": "Notes"}'),
    ("skills/notes/SKILL.md", b"# Notes\n"),
]


def plugin(name):
    return [(path, text % name.encode() if b"%s" in text else text) for path, text in PLUGIN]


def range_(found):
    return {"starting_at": WEEK_AGO, "ending_at": NOW}


# In the order in which they are called: what a call makes, later ones use.
# A row is the operation and its arguments; "make" keeps the answer under the resource's name.
TABLE = [
    ("retrieve", lambda f: {}),
    ("users.list", lambda f: {"limit": 2}),
    ("users.retrieve", lambda f: {"user_id": f.user}),
    ("users.update", lambda f: {"user_id": f.user, "role": "user"}),
    ("users.sign_out", lambda f: {"user_id": f.user}),
    ("invites.create", lambda f: {"email": stamp("guest") + "@acme.example", "role": "user"}),
    ("invites.list", lambda f: {"limit": 2}),
    ("invites.retrieve", lambda f: {"invite_id": f.made["invites"].id}),
    ("invites.delete", lambda f: {"invite_id": f.made["invites"].id}),
    ("workspaces.create", lambda f: {"name": stamp("Space")}),
    ("workspaces.list", lambda f: {"limit": 2}),
    ("workspaces.retrieve", lambda f: {"workspace_id": f.made["workspaces"].id}),
    ("workspaces.update", lambda f: {"workspace_id": f.made["workspaces"].id, "name": stamp("Room")}),
    (
        "workspaces.members.add",
        lambda f: {
            "workspace_id": f.made["workspaces"].id,
            "user_id": f.user,
            "workspace_role": "workspace_user",
        },
    ),
    ("workspaces.members.list", lambda f: {"workspace_id": f.made["workspaces"].id, "limit": 1}),
    (
        "workspaces.members.retrieve",
        lambda f: {
            "workspace_id": f.made["workspaces"].id,
            "user_id": f.made["workspaces.members"].user_id,
        },
    ),
    (
        "workspaces.members.update",
        lambda f: {
            "workspace_id": f.made["workspaces"].id,
            "user_id": f.made["workspaces.members"].user_id,
            "workspace_role": "workspace_developer",
        },
    ),
    (
        "workspaces.members.remove",
        lambda f: {
            "workspace_id": f.made["workspaces"].id,
            "user_id": f.made["workspaces.members"].user_id,
        },
    ),
    ("api_keys.list", lambda f: {"limit": 2}),
    ("api_keys.retrieve", lambda f: {"api_key_id": f.first("api_keys.list").id}),
    (
        "api_keys.update",
        lambda f: {"api_key_id": f.first("api_keys.list").id, "name": stamp("key")},
    ),
    ("rate_limits.list", lambda f: {"limit": 1}),
    (
        "workspaces.rate_limits.list",
        lambda f: {"workspace_id": f.workspace, "include_inherited": True},
    ),
    (
        "workspaces.rate_limits.update",
        lambda f: {
            "workspace_id": f.workspace,
            "rate_limit_id": f.first("rate_limits.list").id,
            "limits": [{"type": f.first("rate_limits.list").limits[0].type, "value": 10}],
        },
    ),
    ("compliance_settings.retrieve", lambda f: {}),
    ("compliance_settings.update", lambda f: {"state": {"type": "enabled"}}),
    ("external_keys.create", lambda f: {"provider_config": AWS, "display_name": stamp("key")}),
    ("external_keys.list", lambda f: {"limit": 1}),
    ("external_keys.retrieve", lambda f: {"external_key_id": f.made["external_keys"].id}),
    (
        "external_keys.update",
        lambda f: {"external_key_id": f.made["external_keys"].id, "display_name": stamp("key")},
    ),
    ("external_keys.validate", lambda f: {"external_key_id": f.made["external_keys"].id}),
    ("external_keys.delete", lambda f: {"external_key_id": f.made["external_keys"].id}),
    ("service_accounts.create", lambda f: {"name": stamp("robot")}),
    ("service_accounts.list", lambda f: {"limit": 1}),
    ("service_accounts.retrieve", lambda f: {"service_account_id": f.made["service_accounts"].id}),
    (
        "service_accounts.update",
        lambda f: {"service_account_id": f.made["service_accounts"].id, "description": "works"},
    ),
    (
        "service_accounts.workspaces.add",
        lambda f: {
            "service_account_id": f.made["service_accounts"].id,
            "workspace_id": f.workspace,
            "workspace_role": "workspace_user",
        },
    ),
    (
        "service_accounts.workspaces.list",
        lambda f: {"service_account_id": f.made["service_accounts"].id, "limit": 1},
    ),
    (
        "service_accounts.workspaces.remove",
        lambda f: {
            "service_account_id": f.made["service_accounts"].id,
            "workspace_id": f.workspace,
        },
    ),
    (
        "workspaces.service_accounts.add",
        lambda f: {
            "workspace_id": f.workspace,
            "service_account_id": f.made["service_accounts"].id,
            "workspace_role": "workspace_user",
        },
    ),
    ("workspaces.service_accounts.list", lambda f: {"workspace_id": f.workspace, "limit": 1}),
    (
        "workspaces.service_accounts.retrieve",
        lambda f: {
            "workspace_id": f.workspace,
            "service_account_id": f.made["service_accounts"].id,
        },
    ),
    (
        "workspaces.service_accounts.update",
        lambda f: {
            "workspace_id": f.workspace,
            "service_account_id": f.made["service_accounts"].id,
            "workspace_role": "workspace_developer",
        },
    ),
    (
        "workspaces.service_accounts.remove",
        lambda f: {
            "workspace_id": f.workspace,
            "service_account_id": f.made["service_accounts"].id,
        },
    ),
    (
        "federation.issuers.create",
        lambda f: {"name": stamp("issuer"), "issuer_url": f"https://{stamp('ci')}.acme.example"},
    ),
    ("federation.issuers.list", lambda f: {"limit": 1}),
    ("federation.issuers.retrieve", lambda f: {"federation_issuer_id": f.made["federation.issuers"].id}),
    (
        "federation.issuers.update",
        lambda f: {
            "federation_issuer_id": f.made["federation.issuers"].id,
            "max_jwt_lifetime_seconds": 1800,
        },
    ),
    (
        "federation.rules.create",
        lambda f: {
            "name": stamp("rule"),
            "issuer_id": f.made["federation.issuers"].id,
            "match": {"subject_prefix": "repo:acme/web:"},
            "oauth_scope": "workspace:developer",
            "target": {
                "type": "service_account",
                "service_account_id": f.made["service_accounts"].id,
            },
            "workspace_id": f.workspace,
        },
    ),
    ("federation.rules.list", lambda f: {"limit": 1}),
    ("federation.rules.retrieve", lambda f: {"federation_rule_id": f.made["federation.rules"].id}),
    (
        "federation.rules.update",
        lambda f: {
            "federation_rule_id": f.made["federation.rules"].id,
            "token_lifetime_seconds": 900,
        },
    ),
    (
        "federation.rules.workspaces.add",
        lambda f: {
            "federation_rule_id": f.made["federation.rules"].id,
            "workspace_id": f.made["workspaces"].id,
        },
    ),
    (
        "federation.rules.workspaces.list",
        lambda f: {"federation_rule_id": f.made["federation.rules"].id},
    ),
    (
        "federation.rules.workspaces.remove",
        lambda f: {
            "federation_rule_id": f.made["federation.rules"].id,
            "workspace_id": f.made["workspaces"].id,
        },
    ),
    ("federation.rules.archive", lambda f: {"federation_rule_id": f.made["federation.rules"].id}),
    ("federation.issuers.archive", lambda f: {"federation_issuer_id": f.made["federation.issuers"].id}),
    ("service_accounts.archive", lambda f: {"service_account_id": f.made["service_accounts"].id}),
    ("workspaces.archive", lambda f: {"workspace_id": f.made["workspaces"].id}),
    ("rbac_groups.create", lambda f: {"name": stamp("Group")}),
    ("rbac_groups.list", lambda f: {"limit": 1}),
    ("rbac_groups.retrieve", lambda f: {"rbac_group_id": f.made["rbac_groups"].id}),
    (
        "rbac_groups.update",
        lambda f: {"rbac_group_id": f.made["rbac_groups"].id, "name": stamp("Team")},
    ),
    (
        "rbac_groups.members.add",
        lambda f: {"rbac_group_id": f.made["rbac_groups"].id, "user_id": f.user},
    ),
    ("rbac_groups.members.list", lambda f: {"rbac_group_id": f.made["rbac_groups"].id, "limit": 1}),
    (
        "rbac_groups.members.remove",
        lambda f: {
            "rbac_group_id": f.made["rbac_groups"].id,
            "user_id": f.made["rbac_groups.members"].user_id,
        },
    ),
    ("rbac_roles.list", lambda f: {"limit": 1}),
    ("rbac_roles.retrieve", lambda f: {"rbac_role_id": f.first("rbac_roles.list").id}),
    (
        "rbac_roles.permissions.list",
        lambda f: {"rbac_role_id": f.first("rbac_roles.list").id, "limit": 1},
    ),
    (
        "spend_limits.set",
        lambda f: {"amount": "50000", "scope": {"type": "user", "user_id": f.user}, "period": "monthly"},
    ),
    ("spend_limits.list", lambda f: {"limit": 1}),
    ("spend_limits.retrieve", lambda f: {"spend_limit_id": f.made["spend_limits"].id}),
    ("spend_limits.delete", lambda f: {"spend_limit_id": f.made["spend_limits"].id}),
    ("spend_limits.effective.list", lambda f: {"limit": 2}),
    ("spend_limits.increase_requests.list", lambda f: {"limit": 1}),
    (
        "spend_limits.increase_requests.retrieve",
        lambda f: {
            "spend_limit_increase_request_id": f.first("spend_limits.increase_requests.list").id
        },
    ),
    (
        "spend_limits.increase_requests.approve",
        lambda f: {
            "spend_limit_increase_request_id": f.first(
                "spend_limits.increase_requests.list", lambda row: row.status == "pending"
            ).id,
            "amount": "20000",
        },
    ),
    (
        "spend_limits.increase_requests.deny",
        lambda f: {
            "spend_limit_increase_request_id": f.first(
                "spend_limits.increase_requests.list", lambda row: row.status == "denied"
            ).id
        },
    ),
    ("claude_code.managed_settings.configuration.retrieve", lambda f: {}),
    (
        "claude_code.managed_settings.configuration.update",
        lambda f: {"mode": {"type": "rbac_groups"}},
    ),
    ("claude_code.managed_settings.rbac_group_default.retrieve", lambda f: {}),
    (
        "claude_code.managed_settings.rbac_group_default.update",
        lambda f: {"settings": {"model": "claude-sonnet-4-6"}},
    ),
    (
        "claude_code.managed_settings.rbac_groups.set",
        lambda f: {
            "rbac_group_id": f.made["rbac_groups"].id,
            "settings": {"model": "claude-sonnet-4-6"},
        },
    ),
    ("claude_code.managed_settings.rbac_groups.list", lambda f: {"limit": 1}),
    (
        "claude_code.managed_settings.rbac_groups.retrieve",
        lambda f: {"rbac_group_id": f.made["rbac_groups"].id},
    ),
    (
        "claude_code.managed_settings.rbac_groups.delete",
        lambda f: {"rbac_group_id": f.made["rbac_groups"].id},
    ),
    ("rbac_groups.delete", lambda f: {"rbac_group_id": f.made["rbac_groups"].id}),
    ("claude_tag.bundles.list", lambda f: {"limit": 1}),
    ("claude_tag.bundles.retrieve", lambda f: {"bundle_id": f.first("claude_tag.bundles.list").id}),
    (
        "claude_tag.bundles.update",
        lambda f: {
            "bundle_id": f.first("claude_tag.bundles.list").id,
            "instructions": "Answer in two sentences.",
        },
    ),
    ("claude_tag.slack_workspaces.list", lambda f: {"limit": 1}),
    (
        "claude_tag.slack_workspaces.retrieve",
        lambda f: {"id": f.first("claude_tag.slack_workspaces.list").id},
    ),
    (
        "claude_tag.slack_workspaces.update",
        lambda f: {
            "id": f.first("claude_tag.slack_workspaces.list").id,
            "settings": {"model": "claude-sonnet-4-6"},
        },
    ),
    (
        "claude_tag.slack_channels.create",
        lambda f: {
            "slack": {
                "workspace_id": f.first("claude_tag.slack_workspaces.list").slack.workspace_id,
                "channel_id": stamp("C0PROVE").replace("-", ""),
            }
        },
    ),
    (
        "claude_tag.slack_channels.list",
        lambda f: {
            "slack_workspace_id": f.first("claude_tag.slack_workspaces.list").slack.workspace_id,
            "limit": 1,
        },
    ),
    (
        "claude_tag.slack_channels.retrieve",
        lambda f: {"id": f.made["claude_tag.slack_channels"].id},
    ),
    (
        "claude_tag.slack_channels.update",
        lambda f: {
            "id": f.made["claude_tag.slack_channels"].id,
            "settings": {"enabled": False, "instructions": "Be brief."},
        },
    ),
    (
        "claude_tag.bundles.targets.create",
        lambda f: {
            "bundle_id": f.first("claude_tag.bundles.list").id,
            "target": {
                "type": "slack_channel",
                "slack_channel_id": f.made["claude_tag.slack_channels"].id,
            },
        },
    ),
    (
        "claude_tag.bundles.targets.list",
        lambda f: {"bundle_id": f.first("claude_tag.bundles.list").id, "limit": 1},
    ),
    (
        "claude_tag.bundles.targets.retrieve",
        lambda f: {
            "bundle_id": f.first("claude_tag.bundles.list").id,
            "target_id": f.made["claude_tag.bundles.targets"].id,
        },
    ),
    (
        "claude_tag.bundles.targets.delete",
        lambda f: {
            "bundle_id": f.first("claude_tag.bundles.list").id,
            "target_id": f.made["claude_tag.bundles.targets"].id,
        },
    ),
    ("claude_tag.slack_channels.delete", lambda f: {"id": f.made["claude_tag.slack_channels"].id}),
    ("plugin_marketplaces.list", lambda f: {"limit": 1}),
    (
        "plugin_marketplaces.retrieve",
        lambda f: {"marketplace_id": f.first("plugin_marketplaces.list").id},
    ),
    (
        "plugin_marketplaces.update",
        lambda f: {
            "marketplace_id": f.first(
                "plugin_marketplaces.list", lambda row: row.owner.type == "organization"
            ).id,
            "default_installation_preference": "available",
        },
    ),
    (
        "plugin_marketplaces.validate_archive",
        lambda f: {"archive": ("marketplace.zip", b"PK\x05\x06" + bytes(18))},
    ),
    (
        "plugin_marketplaces.validate_repository",
        lambda f: {"repository_url": "https://github.com/acme/marketplace"},
    ),
    ("plugins.create", lambda f: {"files": plugin(stamp("notes"))}),
    ("plugins.list", lambda f: {"limit": 1}),
    ("plugins.retrieve", lambda f: {"plugin_id": f.made["plugins"].id}),
    (
        "plugins.versions.create",
        lambda f: {"plugin_id": f.made["plugins"].id, "files": plugin(f.made["plugins"].name)},
    ),
    ("plugins.versions.list", lambda f: {"plugin_id": f.made["plugins"].id, "limit": 1}),
    (
        "plugins.versions.retrieve",
        lambda f: {
            "plugin_id": f.made["plugins"].id,
            "version": f.made["plugins.versions"].id,
        },
    ),
    (
        "plugins.versions.download",
        lambda f: {
            "plugin_id": f.made["plugins"].id,
            "version": f.made["plugins.versions"].id,
        },
    ),
    (
        "plugins.update",
        lambda f: {
            "plugin_id": f.made["plugins"].id,
            "served_version_id": f.made["plugins.versions"].id,
        },
    ),
    (
        "plugins.installation_settings.set",
        lambda f: {
            "plugin_id": f.made["plugins"].id,
            "target": "organization",
            "installation_preference": "available",
        },
    ),
    ("plugins.installation_settings.list", lambda f: {"plugin_id": f.made["plugins"].id}),
    (
        "plugins.installation_settings.remove",
        lambda f: {"plugin_id": f.made["plugins"].id, "target": "organization"},
    ),
    (
        "plugins.shares.list",
        lambda f: {
            "plugin_id": f.first("plugins.list", lambda row: row.owner.type == "user").id
        },
    ),
    ("plugins.delete", lambda f: {"plugin_id": f.made["plugins"].id}),
    (
        "telemetry_destinations.create",
        lambda f: {
            "endpoint_url": "https://otel.acme.example",
            "workspaces": {"type": "include", "workspace_ids": [f.workspace]},
            "display_name": stamp("Otel"),
        },
    ),
    ("telemetry_destinations.list", lambda f: {"limit": 1}),
    (
        "telemetry_destinations.retrieve",
        lambda f: {"destination_id": f.made["telemetry_destinations"].id},
    ),
    (
        "telemetry_destinations.update",
        lambda f: {
            "destination_id": f.made["telemetry_destinations"].id,
            "display_name": stamp("Traces"),
        },
    ),
    ("telemetry_destinations.test", lambda f: {"destination_id": f.made["telemetry_destinations"].id}),
    (
        "telemetry_destinations.workspaces.add",
        lambda f: {
            "destination_id": f.made["telemetry_destinations"].id,
            "workspace_id": f.rows("workspaces.list")[1].id,
        },
    ),
    (
        "telemetry_destinations.workspaces.list",
        lambda f: {"destination_id": f.made["telemetry_destinations"].id, "limit": 1},
    ),
    (
        "telemetry_destinations.workspaces.remove",
        lambda f: {
            "destination_id": f.made["telemetry_destinations"].id,
            "workspace_id": f.made["telemetry_destinations.workspaces"].workspace_id,
        },
    ),
    (
        "telemetry_destinations.delete",
        lambda f: {"destination_id": f.made["telemetry_destinations"].id},
    ),
    (
        "webhooks.create",
        lambda f: {
            "url": "https://hooks.acme.example/claude",
            "enabled_events": ["external_key.failed"],
            "name": stamp("hook"),
        },
    ),
    ("webhooks.list", lambda f: {"limit": 1}),
    ("webhooks.retrieve", lambda f: {"webhook_endpoint_id": f.made["webhooks"].id}),
    (
        "webhooks.update",
        lambda f: {"webhook_endpoint_id": f.made["webhooks"].id, "description": "Audit"},
    ),
    (
        "webhooks.regenerate_signing_secret",
        lambda f: {"webhook_endpoint_id": f.made["webhooks"].id},
    ),
    ("webhooks.delete", lambda f: {"webhook_endpoint_id": f.made["webhooks"].id}),
    ("users.remove", lambda f: {"user_id": f.rows("users.list")[0].id}),
    ("analytics.summaries.list", lambda f: {"starting_date": DAY}),
    ("analytics.users.list", lambda f: {"date": DAY, "limit": 5}),
    ("analytics.skills.list", lambda f: {"date": DAY}),
    ("analytics.connectors.list", lambda f: {"date": DAY}),
    ("analytics.plugins.list", lambda f: {"date": DAY}),
    ("analytics.apps.chat.projects.list", lambda f: {"date": DAY}),
    ("analytics.artifacts.list", lambda f: {"date": DAY}),
    ("analytics.usage.list", range_),
    ("analytics.cost.list", range_),
    ("analytics.usage_report.list", range_),
    ("analytics.cost_report.list", range_),
    ("analytics.user_usage_report.list", range_),
    ("analytics.user_cost_report.list", range_),
]

# What newer versions of the SDK have, and 2.12.0, from which the catalog's facts are, has not.
NOT_DESCRIBED = {
    "external_storage.activate",
    "external_storage.create",
    "external_storage.delete",
    "external_storage.list",
    "external_storage.retrieve",
    "external_storage.update",
    "providers.google.projects.data_controls.retrieve",
    "providers.google.projects.data_controls.update",
}


def call(found, name, arguments):
    answer = found.methods[name](**arguments)
    resource, verb = ("", name) if "." not in name else name.rsplit(".", 1)
    if verb in ("create", "add", "set"):
        found.keep(resource, answer)
    if verb == "list":
        # All pages, each row parsed.
        sum(1 for _ in answer)
    if verb == "download":
        assert answer.read()[:2] == b"PK", "no archive"
    return answer


def prove(root, label):
    methods = dict(operations(root))
    rows = {name for name, _ in TABLE}
    found = Found(methods)
    proven, failed = 0, []
    for name in sorted(set(methods) - rows - NOT_DESCRIBED):
        failed.append(f"{label}.{name}: has no row")
    for name, arguments in TABLE:
        if name not in methods:
            continue
        try:
            call(found, name, arguments(found))
            proven += 1
        except Exception as error:  # the report is the test's
            failed.append(f"{label}.{name}: {type(error).__name__}: {str(error)[:300]}")
    return proven, failed


def code_of(error):
    details = (error.body or {}).get("error", {}).get("details") or {}
    return details.get("error_code")


def refusals():
    """The wrong uses, the classes of errors that they raise, and the codes where there are some."""
    org = client.organization
    beta = client.beta.organization
    rule = {
        "name": stamp("rule"),
        "issuer_id": org.federation.issuers.list().data[0].id,
        "match": {"subject_prefix": "repo:acme/web:"},
        "oauth_scope": "workspace:developer",
        "target": {
            "type": "service_account",
            "service_account_id": org.service_accounts.list().data[0].id,
        },
        "applies_to_all_workspaces": True,
    }
    broken = org.external_keys.create(provider_config=AWS, display_name=stamp("broken"))
    cases = [
        (anthropic.NotFoundError, None, lambda: org.users.retrieve("user_01nobody")),
        (anthropic.BadRequestError, None, lambda: org.users.list(limit=5000).data),
        (anthropic.BadRequestError, None, lambda: org.invites.create(email="nobody", role="user")),
        (anthropic.BadRequestError, None, lambda: org.workspaces.create(name="")),
        (
            anthropic.NotFoundError,
            None,
            lambda: org.workspaces.members.list("wrkspc_01nowhere").data,
        ),
        (anthropic.NotFoundError, None, lambda: org.rbac_groups.retrieve("rbac_group_01none")),
        (
            anthropic.NotFoundError,
            "rbac_role_not_found",
            lambda: org.rbac_roles.retrieve("rbac_role_01none"),
        ),
        (
            anthropic.BadRequestError,
            "external_key_validation_failed",
            lambda: org.workspaces.create(name=stamp("Vault"), external_key_id=broken.id),
        ),
        (anthropic.BadRequestError, None, lambda: org.service_accounts.create(name="Not a slug")),
        (
            anthropic.PermissionDeniedError,
            None,
            lambda: org.federation.rules.create(**rule | {"oauth_scope": "org:admin"}),
        ),
        (
            anthropic.BadRequestError,
            None,
            lambda: org.federation.rules.create(**rule | {"issuer_id": "fdis_01none"}),
        ),
        (
            anthropic.NotFoundError,
            None,
            lambda: beta.webhooks.list(
                extra_headers={"anthropic-beta": "something-else"}, limit=5000
            ).data,
        ),
        (
            anthropic.AuthenticationError,
            None,
            lambda: anthropic.Anthropic(
                api_key="sk-ant-admin01-wrong", base_url=BASE_URL, max_retries=0
            ).organization.retrieve(),
        ),
    ]
    failed = []
    for number, (expected, code, use) in enumerate(cases):
        try:
            use()
            failed.append(f"refusal {number}: nothing was raised")
        except expected as error:
            if code_of(error) != code:
                failed.append(f"refusal {number}: the code is {code_of(error)}, not {code}")
        except Exception as error:
            failed.append(f"refusal {number}: {type(error).__name__}, not {expected.__name__}")
    return len(cases), failed


def rules():
    """What the documentation says that several calls have to do with each other."""
    org = client.organization
    account = org.service_accounts.create(name=stamp("robot")).id
    standard = next(w.id for w in org.workspaces.list(include_default=True) if w.name == "Default")
    key = org.external_keys.create(provider_config=AWS, display_name=stamp("key"))
    org.workspaces.create(name=stamp("Vault"), external_key_id=key.id)
    places = org.service_accounts.workspaces
    members = org.workspaces.service_accounts

    def removed_twice():
        for _ in range(2):
            places.remove(standard, service_account_id=account)
        return members.retrieve(account, workspace_id=standard).implicit

    cases = {
        "an account is in the default workspace": lambda: list(places.list(account))[0].implicit,
        "removing what is implicit changes nothing": removed_twice,
        "a key that a workspace takes is attached": lambda: org.external_keys.retrieve(
            key.id
        ).attachment.type
        == "attached",
        "an account tells who made it": lambda: org.service_accounts.retrieve(
            account
        ).created_by_actor_id.startswith("user_"),
    }
    failed = []
    for name, holds in cases.items():
        try:
            if not holds():
                failed.append(f"rule: {name}: it is not so")
        except Exception as error:
            failed.append(f"rule: {name}: {type(error).__name__}: {str(error)[:300]}")
    return len(cases), failed


def main():
    counts, failed = [], []
    for root, label in (
        (client.organization, "organization"),
        (client.beta.organization, "beta.organization"),
    ):
        proven, wrong = prove(root, label)
        counts.append(proven)
        failed += wrong
    refused, wrong = refusals()
    failed += wrong
    ruled, broken = rules()
    failed += broken
    for line in failed:
        print("FAILED", line)
    print(
        f"{sum(counts)} operations proven with anthropic {anthropic.__version__}, "
        f"{refused - len(wrong)} refusals, {ruled - len(broken)} rules, {len(failed)} failed"
    )
    sys.exit(1 if failed else 0)


main()
