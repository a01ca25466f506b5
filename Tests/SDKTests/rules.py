"""What several calls have to do with each other, and the codes of what is refused."""

from anthropic import BadRequestError, NotFoundError, PermissionDeniedError


def everywhere(report, client, stamp, provider):
    accounts(report, client.organization, stamp)
    keys(report, client.organization, stamp, provider)
    federation(report, client.organization, stamp)
    with report.part("codes"):
        report.refused(
            NotFoundError,
            lambda: client.organization.rbac_roles.retrieve("rbac_role_01none"),
            "an unknown role",
            code="rbac_role_not_found",
        )
        # The header is looked at before the arguments.
        report.refused(
            NotFoundError,
            lambda: client.beta.organization.webhooks.list(
                extra_headers={"anthropic-beta": "something-else"}, limit=5000
            ).data,
            "another beta header",
        )


def accounts(report, org, stamp):
    """Every service account is in the default workspace, and cannot be taken out."""
    with report.part("service accounts and the default workspace"):
        account = org.service_accounts.create(name=stamp("robot"))
        default = next(w.id for w in org.workspaces.list(include_default=True) if w.name == "Default")
        places = org.service_accounts.workspaces
        report.check(list(places.list(account.id))[0].implicit, "it is not implicit, or not the first")
        for _ in range(2):
            places.remove(default, service_account_id=account.id)
        members = org.workspaces.service_accounts
        report.check(
            members.retrieve(account.id, workspace_id=default).implicit, "it is not there any more"
        )
        account = org.service_accounts.retrieve(account.id)
        report.check(account.created_by_actor_id.startswith("user_"), "nobody made the account")


def keys(report, org, stamp, provider):
    """A key is attached to the workspace that takes it, if it works."""
    with report.part("external keys and workspaces"):
        key = org.external_keys.create(provider_config=provider, display_name=stamp("key"))
        org.workspaces.create(name=stamp("Vault"), external_key_id=key.id)
        key = org.external_keys.retrieve(key.id)
        report.equal(key.attachment.type, "attached", "the attachment of a key")
        broken = org.external_keys.create(provider_config=provider, display_name=stamp("broken"))
        report.refused(
            BadRequestError,
            lambda: org.workspaces.create(name=stamp("Vault"), external_key_id=broken.id),
            "a key that does not work",
            code="external_key_validation_failed",
        )


def federation(report, org, stamp):
    """Rules give what workspaces have, and only from issuers that are there."""
    with report.part("what a federation rule may give"):
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
        create = org.federation.rules.create
        report.refused(
            PermissionDeniedError, lambda: create(**rule | {"oauth_scope": "org:admin"}), "org:admin"
        )
        report.refused(
            BadRequestError, lambda: create(**rule | {"issuer_id": "fdis_01none"}), "an unknown issuer"
        )
        report.refused(
            BadRequestError, lambda: org.service_accounts.create(name="Not a slug"), "no slug"
        )
