"""The lives of objects: made, listed, read, changed, gone."""

from anthropic import BadRequestError, ConflictError, NotFoundError

from report import plain


class Life:
    """One object of a resource; every change is read back."""

    def __init__(self, report, resource, key, where=None):
        self.report = report
        self.resource = resource
        self.key = key
        self.where = where or {}

    def __call__(self, method, **arguments):
        return getattr(self.resource, method)(**self.at, **arguments)

    @property
    def at(self):
        return {self.key: self.id, **self.where}

    def create(self, hidden=(), **arguments):
        made = self.resource.create(**self.where, **arguments)
        self.id = made.id
        self.same(self.read(), made, hidden, "read after create")
        listed = [row for row in self.rows() if row.id == self.id]
        self.report.equal(len(listed), 1, "listed after create")
        self.same(listed[0], made, hidden, "listed after create")
        self.report.equal(self.rows()[0].id, self.id, "the newest is listed first")
        return made

    def read(self):
        return self.resource.retrieve(**self.at)

    def rows(self):
        return list(self.resource.list(**self.where))

    def same(self, row, other, hidden, text):
        row, other = plain(row), plain(other)
        for name in hidden:
            other.pop(name, None)
            row.pop(name, None)
        self.report.equal(row, other, text)

    def change(self, expected=None, **arguments):
        """Nothing else changes, but the time of the change."""
        before = plain(self.read())
        answer = self("update", **arguments)
        after = plain(self.read())
        self.report.equal(after, plain(answer), f"read after {arguments}")
        for name, value in {**arguments, **(expected or {})}.items():
            if expected is None or name in expected:
                self.report.equal(after[name], value, f"{name} after {arguments}")
        for name in set(after) - set(expected or arguments) - {"updated_at"}:
            self.report.equal(after[name], before[name], f"{name} stays after {arguments}")
        return answer

    def delete(self, marker, method="delete"):
        answer = self(method)
        self.report.equal(plain(answer), {"id": self.id, "type": marker}, "the mark of a deletion")
        self.report.refused(NotFoundError, self.read, "read after delete")
        self.report.refused(NotFoundError, lambda: self(method), "deleted twice")
        self.report.check(self.id not in [row.id for row in self.rows()], "listed after delete")

    def archive(self, again=True):
        """Archiving is for good; where it may be repeated, the time stays."""
        answer = self("archive")
        self.report.check(bool(answer.archived_at), "archived_at is empty")
        self.report.equal(plain(self.read()), plain(answer), "read after archive")
        if again:
            self.report.equal(plain(self("archive")), plain(answer), "archived twice")
        self.report.check(self.id not in [row.id for row in self.rows()], "listed after archive")
        everything = list(self.resource.list(include_archived=True, **self.where))
        self.report.check(self.id in [row.id for row in everything], "not listed with include_archived")


def people(report, org):
    with report.part("invites"):
        life = Life(report, org.invites, "invite_id")
        made = life.create(email="story@acme.example", role="developer")
        report.equal((made.expires_at - made.invited_at).days, 21, "days until an invite expires")
        again = lambda: org.invites.create(email="story@acme.example", role="user")
        report.refused(BadRequestError, again, "invited twice", "invite_already_exists")
        report.equal(life("delete").type, "invite_deleted", "the mark of a deletion")
        report.check(life.id not in [row.id for row in life.rows()], "listed after delete")
        report.equal(life.read().status, "deleted", "status after delete")
        report.refused(BadRequestError, lambda: life("delete"), "deleted twice")
    with report.part("users"):
        life = Life(report, org.users, "user_id")
        life.id = [row for row in life.rows() if row.role == "developer"][-1].id
        life.change(role="user")
        report.equal(life("remove").type, "user_deleted", "the mark of a removal")
        report.refused(NotFoundError, life.read, "read after remove")
        report.refused(NotFoundError, lambda: life("remove"), "removed twice")
        admin = [row.id for row in life.rows() if row.role == "admin"][0]
        report.refused(BadRequestError, lambda: org.users.remove(admin), "an admin is removed")
        report.refused(
            BadRequestError, lambda: org.users.update(admin, role="user"), "an admin is changed"
        )


def places(report, org):
    with report.part("workspaces"):
        life = Life(report, org.workspaces, "workspace_id")
        life.create(name="Story", display_color="#102030", tags={"team": "a"})
        life.change(name="Story 2")
        life.change(display_color="#A0B0C0")
        life.change({"tags": {"team": "b", "env": "x"}}, tags={"team": "b", "env": "x"})
        life.change({"tags": {"env": "x"}}, tags={"team": None})
        members(report, org, life.id)
        life.archive(again=False)
        report.refused(BadRequestError, lambda: life("archive"), "archived twice")
        report.refused(BadRequestError, lambda: life("update", name="Again"), "changed when archived")
    with report.part("api_keys"):
        life = Life(report, org.api_keys, "api_key_id")
        life.id = [row for row in life.rows() if row.status == "active"][0].id
        for change in ({"name": "story"}, {"status": "inactive"}, {"status": "active"}, {"status": "archived"}):
            life.change(**change)
        report.refused(BadRequestError, lambda: life("update", status="active"), "back from archived")


def members(report, org, workspace):
    user = [row for row in org.users.list() if row.role == "developer"][0].id
    resource, at = org.workspaces.members, {"workspace_id": workspace, "user_id": user}
    made = resource.add(**at, workspace_role="workspace_user")
    report.equal(plain(resource.retrieve(**at)), plain(made), "a member read after add")
    rows = [plain(row) for row in resource.list(workspace)]
    report.check(plain(made) in rows, "a member is not listed")
    changed = resource.update(**at, workspace_role="workspace_admin")
    report.equal(changed.workspace_role, "workspace_admin", "a member's role")
    report.equal(plain(resource.retrieve(**at)), plain(changed), "a member read after update")
    report.equal(resource.remove(**at).user_id, user, "whom a removal names")
    report.refused(NotFoundError, lambda: resource.retrieve(**at), "a member read after remove")
    report.refused(NotFoundError, lambda: resource.remove(**at), "a member removed twice")


def limits(report, org):
    workspace = {row.name: row.id for row in org.workspaces.list()}["Production"]
    with report.part("rate_limits"):
        group = list(org.rate_limits.list(model="claude-sonnet-5"))
        report.equal(len(group), 1, "groups of a model")
        at = {"workspace_id": workspace, "rate_limit_id": group[0].id}
        change = lambda **limit: org.workspaces.rate_limits.update(**at, limits=[limit])
        own = lambda: [row for row in org.workspaces.rate_limits.list(workspace) if row.rate_limit_id == group[0].id]
        set_ = change(type="requests_per_minute", value=7)
        report.equal(set_.limits[0].org_limit, group[0].limits[0].value, "org_limit")
        report.equal([plain(row) for row in own()], [plain(set_)], "read after update")
        all_ = list(org.workspaces.rate_limits.list(workspace, include_inherited=True))
        report.equal(len(all_), len(list(org.rate_limits.list())), "entries with inherited ones")
        sources = [
            limit.source.type for row in all_ if row.rate_limit_id == group[0].id for limit in row.limits
        ]
        report.equal(sources, ["workspace", "organization", "organization"], "sources")
        report.equal(change(type="requests_per_minute", value=None).limits, [], "limits when cleared")
        report.equal(own(), [], "read when cleared")
        standard = [row.id for row in org.workspaces.list(include_default=True) if row.name == "Default"][0]
        report.refused(
            BadRequestError,
            lambda: org.workspaces.rate_limits.update(group[0].id, workspace_id=standard, limits=[]),
            "the default workspace gets limits",
        )
        report.refused(NotFoundError, lambda: org.rate_limits.list(model="none").data, "an unknown model")
    with report.part("compliance_settings"):
        for state in ("disabled", "enabled", {"type": "disabled"}, {"type": "enabled"}):
            answer = org.compliance_settings.update(state=state)
            report.equal(answer.state.type, state if isinstance(state, str) else state["type"], "state")
            report.equal(plain(org.compliance_settings.retrieve()), plain(answer), "read after update")
    if hasattr(org.spend_limits, "set"):
        with report.part("spend_limits"):
            spending(report, org)


def spending(report, org):
    user = list(org.users.list())[0].id
    scope = {"type": "user", "user_id": user}
    made = org.spend_limits.set(amount="5000", scope=scope, period="weekly")
    at = {"spend_limit_id": made.id}
    report.equal(plain(org.spend_limits.retrieve(**at)), plain(made), "read after set")
    again = org.spend_limits.set(amount="6000", scope=scope, period="weekly")
    report.equal((again.id, again.amount), (made.id, "6000"), "set twice")
    report.check(made.id in [row.id for row in org.spend_limits.list()], "not listed")
    report.equal(org.spend_limits.delete(**at).id, made.id, "what a deletion names")
    report.refused(NotFoundError, lambda: org.spend_limits.retrieve(**at), "read after delete")
    report.refused(NotFoundError, lambda: org.spend_limits.delete(**at), "deleted twice")


def programs(report, org):
    with report.part("external_keys"):
        life = Life(report, org.external_keys, "external_key_id")
        aws = {"type": "aws", "kms_arn": "arn:aws:kms:us-east-1:111122223333:key/1", "region": "us-east-1"}
        life.create(provider_config=aws, display_name="story")
        life.change(display_name="story 2")
        report.equal(life("validate").status, "success", "status of a check")
        life.delete("external_key_deleted")
    with report.part("service_accounts"):
        life = Life(report, org.service_accounts, "service_account_id")
        life.create(name="story")
        report.refused(ConflictError, lambda: org.service_accounts.create(name="story"), "the same name")
        life.change(description="tells")
        # Null is kept as an empty text.
        life.change({"description": ""}, description=None)
        life.archive()
        report.refused(BadRequestError, lambda: life("update", description="x"), "changed when archived")
    with report.part("federation"):
        federation(report, org)


def federation(report, org):
    """A rule holds its issuer and its service account."""
    workspace = list(org.workspaces.list())[0].id
    issuer = Life(report, org.federation.issuers, "federation_issuer_id")
    issuer.create(name="story-issuer", issuer_url="https://story.acme.example")
    issuer.change(max_jwt_lifetime_seconds=60)
    account = Life(report, org.service_accounts, "service_account_id")
    account.create(name="story-account")
    memberships(report, org, account.id, workspace)
    rule = Life(report, org.federation.rules, "federation_rule_id")
    rule.create(
        name="story-rule",
        issuer_id=issuer.id,
        match={"subject_prefix": "repo:acme/story:"},
        oauth_scope="workspace:developer",
        target={"type": "service_account", "service_account_id": account.id},
        workspace_id=workspace,
    )
    rule.change(token_lifetime_seconds=60)
    rule.change(description="tells")
    report.refused(BadRequestError, lambda: issuer("archive"), "an issuer in use is archived")
    report.refused(BadRequestError, lambda: account("archive"), "an account in use is archived")
    rule.archive()
    report.refused(BadRequestError, lambda: rule("update", description="x"), "changed when archived")
    issuer.archive()
    report.refused(BadRequestError, lambda: issuer("update", name="x"), "changed when archived")
    account.archive()


def memberships(report, org, account, workspace):
    at = {"workspace_id": workspace, "service_account_id": account}
    resource = org.workspaces.service_accounts
    made = resource.add(**at, workspace_role="workspace_user")
    report.equal(plain(resource.retrieve(**at)), plain(made), "a membership read after add")
    report.equal(
        resource.update(**at, workspace_role="workspace_developer").workspace_role,
        "workspace_developer",
        "a membership's role",
    )
    listed = {row.workspace_id: row.workspace_role for row in org.service_accounts.workspaces.list(account)}
    report.equal(listed.get(workspace), "workspace_developer", "the role from the other side")
    resource.remove(**at)
    report.refused(NotFoundError, lambda: resource.retrieve(**at), "a membership read after remove")


def everywhere(report, org):
    """What both the plain and the beta classes have."""
    people(report, org)
    places(report, org)
    limits(report, org)
    programs(report, org)
