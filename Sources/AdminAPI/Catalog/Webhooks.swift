package import StewardValues

extension Catalog {
  /// Where events of the organization are sent.
  package enum Webhooks {
    package static let newWebhook = Shape(
      "NewWebhook",
      fields: [
        Field("id", .id(.webhook)), Field("name", .string), Field("description", .string),
        Field("disabled_reason", .string), Field("enabled_events", .list(.oneOf(enabledEvents))),
        Field("signing_secret", .secret, "prefix whsec_; shown once"),
        Field("state", .oneOf(organizationWebhookEndpointState)), Field("url", .string),
        Field("created_at", .datetime), Field("updated_at", .datetime),
      ]
    )

    package static let webhookDeleted = Shape(
      "WebhookDeleted",
      fields: [Field("id", .string), Paging.type("webhook_endpoint_deleted")]
    )

    package static let webhook = Shape(
      "Webhook",
      fields: [
        Field("id", .id(.webhook)), Field("name", .string), Field("description", .string),
        Field("disabled_reason", .string, "empty string unless auto-disabled"),
        Field("enabled_events", .list(.oneOf(enabledEvents))),
        Field("state", .oneOf(organizationWebhookEndpointState)), Field("url", .string),
        Field("created_at", .datetime), Field("updated_at", .datetime),
      ]
    )

    package static let webhookSigningSecret = Shape(
      "WebhookSigningSecret",
      fields: [Field("signing_secret", .secret)]
    )

    package static let enabledEvents = Enumeration(
      "an enabled events",
      [
        "external_key.failed", "external_key.recovered", "user_profile.enforcement_action_opened",
        "user_profile.enforcement_action_resolved", "user_profile.program_status_updated",
      ]
    )

    package static let organizationWebhookEndpointState = Enumeration(
      "an organization webhook endpoint state",
      ["disabled", "enabled"]
    )

    package static let order = Enumeration("an order", ["asc", "desc"])

    package static let collection = Semantics.Collection(
      "webhooks",
      identity: ["id"],
      naming: ["name"],
      resource: .webhook
    )

    package static let create = Operation(
      "webhooks.create",
      .post,
      "/v1/organizations/webhooks",
      "Sends events to one more address",
      parameters: [
        Parameter(
          "enabled_events",
          .body,
          .list(.oneOf(enabledEvents)),
          required: true,
          "at least one"
        ), Parameter("url", .body, .string, required: true, "https"),
        Parameter("description", .body, .string, "what it is for"),
        Parameter("name", .body, .string, "what people call it"),
      ],
      response: .object(newWebhook),
      effects: .always([.create, .grant]),
      semantics: .creates(collection),
      notes: ["at most 32 endpoints, disabled included", "signing_secret returned only here"],
      isRepeatable: false,
      betaHeader: BetaHeader("webhooks-2026-10-07", otherwise: 404),
      example:
        #"webhooks create --name audit --url https://hooks.acme.example/claude --enabled-events ["external_key.failed"]"#
    )

    package static let delete = Operation(
      "webhooks.delete",
      .delete,
      "/v1/organizations/webhooks/{webhook_endpoint_id}",
      "Sends events to an address no longer",
      parameters: [Parameter("webhook_endpoint_id", .path, .id(.webhook), "the webhook")],
      response: .object(webhookDeleted),
      effects: .always(.destroy),
      semantics: .removes(collection),
      betaHeader: BetaHeader("webhooks-2026-10-07", otherwise: 404),
      errorCodes: ["sandbox_egress_restricted"],
      example: "webhooks delete security-alerts"
    )

    package static let list = Operation(
      "webhooks.list",
      .get,
      "/v1/organizations/webhooks",
      "Where events are sent",
      parameters: [Parameter("order", .query, .oneOf(order), "order", default: "desc")]
        + Paging.ids(0...100),
      response: .page(.ids, row: webhook),
      semantics: .lists(collection, filters: []),
      notes: ["workspace-owned endpoints excluded"],
      betaHeader: BetaHeader("webhooks-2026-10-07", otherwise: 404),
      example: "webhooks list | select name, url, state"
    )

    package static let regenerateSigningSecret = Operation(
      "webhooks.regenerate_signing_secret",
      .post,
      "/v1/organizations/webhooks/{webhook_endpoint_id}/regenerate_signing_secret",
      "Replaces the secret that signs events",
      parameters: [Parameter("webhook_endpoint_id", .path, .id(.webhook), "the webhook")],
      response: .object(webhookSigningSecret),
      effects: .always([.cut, .destroy]),
      semantics: .acts(collection, setting: [:]),
      also: ["the old secret stops working at once and is gone"],
      isRepeatable: false,
      betaHeader: BetaHeader("webhooks-2026-10-07", otherwise: 404),
      errorCodes: ["sandbox_egress_restricted"],
      example: "webhooks regenerate-signing-secret security-alerts"
    )

    package static let retrieve = Operation(
      "webhooks.retrieve",
      .get,
      "/v1/organizations/webhooks/{webhook_endpoint_id}",
      "One webhook",
      parameters: [Parameter("webhook_endpoint_id", .path, .id(.webhook), "the webhook")],
      response: .object(webhook),
      semantics: .retrieves(collection),
      betaHeader: BetaHeader("webhooks-2026-10-07", otherwise: 404),
      example: "webhooks get security-alerts"
    )

    package static let update = Operation(
      "webhooks.update",
      .post,
      "/v1/organizations/webhooks/{webhook_endpoint_id}",
      "Changes a webhook",
      parameters: [
        Parameter("webhook_endpoint_id", .path, .id(.webhook), "the webhook"),
        Parameter("description", .body, .string, "what it is for"),
        Parameter(
          "enabled_events",
          .body,
          .list(.oneOf(enabledEvents)),
          "replaces set; empty list changes nothing"
        ), Parameter("name", .body, .string, "what people call it"),
        Parameter(
          "state",
          .body,
          .oneOf(organizationWebhookEndpointState),
          "enabled clears disabled_reason"
        ), Parameter("url", .body, .string, "https"),
      ],
      response: .object(webhook),
      effects: .byValue(
        of: "state",
        ["enabled": .grant, "disabled": .cut],
        base: [
          "name": .update, "description": .update, "url": [.grant, .cut], "enabled_events": .update,
        ]
      ),
      semantics: .changes(collection),
      notes: ["empty enabled_events leaves set unchanged"],
      betaHeader: BetaHeader("webhooks-2026-10-07", otherwise: 404),
      example: "webhooks update security-alerts --description \"Pages the security team\""
    )

    package static let operations = [
      create, delete, list, regenerateSigningSecret, retrieve, update,
    ]
  }
}
