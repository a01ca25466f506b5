"""The lives of objects that only the beta classes have."""

from anthropic import BadRequestError, ConflictError, NotFoundError, RateLimitError

from lives import Life
from report import plain


def groups(report, org):
    with report.part("rbac_groups"):
        life = Life(report, org.rbac_groups, "rbac_group_id")
        life.create(name="Story")
        life.change(name="Story 2")
        user = list(org.users.list())[0].id
        at = {"rbac_group_id": life.id, "user_id": user}
        org.rbac_groups.members.add(**at)
        report.equal([row.user_id for row in org.rbac_groups.members.list(life.id)], [user], "members")
        org.rbac_groups.members.remove(**at)
        report.equal(list(org.rbac_groups.members.list(life.id)), [], "members after remove")
        managed_settings(report, org, life.id)
        life.delete("rbac_group_deleted")
        with report.part("managed settings of a deleted group"):
            settings = org.claude_code.managed_settings.rbac_groups
            report.equal(settings.retrieve(life.id).rbac_group_status.type, "deleted", "status")
            settings.delete(life.id)


def managed_settings(report, org, group):
    with report.part("claude_code.managed_settings"):
        managed = org.claude_code.managed_settings
        missing = "rbac_group_managed_settings_not_found"
        report.refused(NotFoundError, lambda: managed.rbac_groups.retrieve(group), "no settings", missing)
        report.refused(NotFoundError, lambda: managed.rbac_groups.delete(group), "no settings", missing)
        old = managed.configuration.retrieve()
        made = managed.rbac_groups.set(group, settings={"model": "claude-sonnet-5", "deep": {"a": [1, None]}})
        report.equal(plain(managed.rbac_groups.retrieve(group)), plain(made), "read after set")
        new = managed.configuration.retrieve()
        report.equal(new.rbac_group_order, old.rbac_group_order + [group], "order after set")
        turned = {"rbac_group_order": new.rbac_group_order[::-1]}
        report.refused(
            ConflictError,
            lambda: managed.configuration.update(
                **turned, rbac_group_order_version=old.rbac_group_order_version
            ),
            "an order made from an old one",
        )
        first = managed.rbac_groups.list(limit=1)
        version = new.rbac_group_order_version
        report.refused(
            BadRequestError,
            lambda: managed.configuration.update(rbac_group_order=[group], rbac_group_order_version=version),
            "an order that leaves groups out",
        )
        managed.configuration.update(**turned, rbac_group_order_version=version)
        report.equal(
            [row.rbac_group_id for row in managed.rbac_groups.list()], turned["rbac_group_order"], "order"
        )
        report.refused(ConflictError, first.get_next_page, "the next page of another order")
        default = managed.rbac_group_default.update(settings={"a": 1})
        report.equal(plain(managed.rbac_group_default.retrieve()), plain(default), "the default")
        report.equal(managed.rbac_group_default.update(settings=None).updated_at, None, "time when cleared")


def destinations(report, org):
    workspaces = [row.id for row in org.workspaces.list()]
    with report.part("telemetry_destinations"):
        life = Life(report, org.telemetry_destinations, "destination_id")
        life.create(
            endpoint_url="https://otel.acme.example",
            workspaces={"type": "include", "workspace_ids": workspaces[:2]},
            headers={"authorization": "secret"},
        )
        life.change(display_name="Story")
        life.change(display_name=None)
        life.change({"state": {"type": "disabled", "reason": {"type": "caller"}}}, state={"type": "disabled"})
        life.change({"state": {"type": "enabled"}}, state={"type": "enabled"})
        report.refused(
            BadRequestError, lambda: life("update", headers={"x-a": "b"}), "a header without endpoint_url"
        )
        url = {"endpoint_url": "https://otel.acme.example"}
        life.change({"header_names": ["authorization", "x-a"]}, headers={"x-a": "b"}, **url)
        life.change({"header_names": ["x-a"]}, headers={"authorization": None})
        url = {"endpoint_url": "https://other.acme.example"}
        life.change({"header_names": [], **url}, **url)
        report.equal(life("test").result.type, "success", "result of a test")
        report.refused(RateLimitError, lambda: life("test"), "tested again at once")
        listed = lambda: [row.workspace_id for row in org.telemetry_destinations.workspaces.list(life.id)]
        org.telemetry_destinations.workspaces.add(workspaces[2], destination_id=life.id)
        report.equal(listed()[0], workspaces[2], "the newest is listed first")
        org.telemetry_destinations.workspaces.remove(workspaces[0], destination_id=life.id)
        report.equal(set(listed()), {workspaces[1], workspaces[2]}, "workspaces")
        covering = lambda id: [row.id for row in org.telemetry_destinations.list(workspace_ids=[id])]
        report.check(life.id in covering(workspaces[1]), "not found by what it covers")
        report.check(life.id not in covering(workspaces[0]), "found by what it does not cover")
        life.change({"workspaces": {"type": "all"}}, workspaces={"type": "all"})
        report.refused(
            BadRequestError,
            lambda: org.telemetry_destinations.workspaces.add(workspaces[0], destination_id=life.id),
            "all have no list",
        )
        life.delete("telemetry_destination_deleted")
    with report.part("webhooks"):
        life = Life(report, org.webhooks, "webhook_endpoint_id")
        made = life.create(
            hidden=["signing_secret"], url="https://hooks.acme.example", enabled_events=["external_key.failed"]
        )
        for change in (
            {"name": "story"},
            {"description": "tells"},
            {"state": "disabled"},
            {"state": "enabled"},
            {"url": "https://hooks.acme.example/2"},
            {"enabled_events": ["external_key.recovered", "user_profile.enforcement_action_opened"]},
        ):
            life.change(**change)
        secrets = {made.signing_secret} | {
            life("regenerate_signing_secret").signing_secret for _ in range(2)
        }
        report.equal(len(secrets), 3, "secrets that differ")
        report.refused(BadRequestError, lambda: life("update", url="http://x.example"), "no https")
        life.delete("webhook_endpoint_deleted")


def requests(report, org):
    with report.part("spend_limits.increase_requests"):
        resource = org.spend_limits.increase_requests
        # The table has approved it.
        there = resource.retrieve(list(resource.list(status=["approved"]))[0].id)
        report.check(bool(there.resolved_at), "resolved_at is empty")
        limits = [row.amount for row in org.spend_limits.list() if plain(row.scope).get("user_id") == there.actor.user_id]
        report.equal(set(limits), {"20000"}, "the limit that was approved")
        again = lambda: resource.approve(there.id, amount="1")
        report.refused(BadRequestError, again, "approved twice")
        report.refused(BadRequestError, lambda: resource.deny(there.id), "denied after approve")


def claude_tag(report, org):
    with report.part("claude_tag"):
        tag = org.claude_tag
        workspace = list(tag.slack_workspaces.list())[0].slack.workspace_id
        channel = tag.slack_channels.create(slack={"workspace_id": workspace, "channel_id": "C0STORY"})
        report.equal(plain(tag.slack_channels.retrieve(channel.id)), plain(channel), "read after create")
        changed = tag.slack_channels.update(channel.id, settings={"instructions": "Be brief."})
        report.equal(plain(tag.slack_channels.retrieve(channel.id)), plain(changed), "read after update")
        listed = tag.slack_channels.list(slack_workspace_id=workspace, slack_channel_id="C0STORY")
        report.equal([row.id for row in listed], [channel.id], "found by its own id")
        bundle = list(tag.bundles.list())[0].id
        target = tag.bundles.targets.create(
            bundle, target={"type": "slack_channel", "slack_channel_id": channel.id}
        )
        at = {"bundle_id": bundle, "target_id": target.id}
        report.equal(plain(tag.bundles.targets.retrieve(**at)), plain(target), "a target read after create")
        tag.bundles.targets.delete(**at)
        report.refused(NotFoundError, lambda: tag.bundles.targets.retrieve(**at), "a target after delete")
        report.refused(NotFoundError, lambda: tag.bundles.targets.delete(**at), "a target deleted twice")
        tag.slack_channels.update(channel.id, settings={"enabled": False})
        tag.slack_channels.delete(channel.id)
        report.refused(NotFoundError, lambda: tag.slack_channels.retrieve(channel.id), "read after delete")
        report.refused(NotFoundError, lambda: tag.slack_channels.delete(channel.id), "deleted twice")


def plugins(report, org, files):
    with report.part("plugins"):
        life = Life(report, org.plugins, "plugin_id")
        made = life.create(files=files)
        again = lambda: org.plugins.create(files=files)
        report.refused(ConflictError, again, "the same name", "plugin_name_taken")
        version = org.plugins.versions.create(life.id, files=files)
        report.equal([row.id for row in org.plugins.versions.list(life.id)][0], version.id, "versions")
        report.equal(life.read().served_version_id, version.id, "served without a pin")
        pinned = life("update", served_version_id=made.latest_version_id)
        report.equal(pinned.served_version_id, made.latest_version_id, "served with a pin")
        settings = org.plugins.installation_settings
        at = {"plugin_id": life.id, "target": "organization"}
        settings.set(**at, installation_preference="required")
        report.equal(life.read().organization_installation_preference, "required", "preference")
        rows = [row.installation_preference for row in settings.list(life.id)]
        report.equal(rows, ["required"], "settings")
        settings.remove(**at)
        report.refused(NotFoundError, lambda: settings.remove(**at), "removed twice")
        report.equal(life.read().organization_installation_preference_inherited, True, "inherited")
        life.delete("plugin_deleted")


def everywhere(report, org, files):
    groups(report, org)
    destinations(report, org)
    requests(report, org)
    claude_tag(report, org)
    plugins(report, org, files)
