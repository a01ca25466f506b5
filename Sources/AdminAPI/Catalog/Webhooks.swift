package import StewardValues

extension Catalog {
  /// Addresses that are told when something happens in the organization.
  package enum Webhooks {
    package static let shape = Shape("Webhook", fields: fields)

    /// The only answer but that to a new secret which has the secret.
    package static let created = Shape(
      "NewWebhook",
      fields: fields + [
        Field("signing_secret", .secret, "whsec_…; given once, kept nowhere")
      ]
    )

    private static let fields = [
      Field("id", .id(.webhook)),
      Field("name", .string),
      Field("description", .string),
      Field("disabled_reason", .string, "empty unless the API disabled it"),
      Field("enabled_events", .list(.oneOf(event))),
      Field("state", .oneOf(state)),
      Field("url", .string),
      Field("created_at", .datetime),
      Field("updated_at", .datetime),
    ]

    package static let deleted = Shape(
      "WebhookDeleted",
      fields: [Field("id", .string), Paging.type("webhook_endpoint_deleted")]
    )

    package static let signingSecret = Shape(
      "WebhookSigningSecret",
      fields: [Field("signing_secret", .secret)]
    )

    package static let event = Enumeration(
      "a kind of event",
      [
        "external_key.failed", "external_key.recovered", "user_profile.enforcement_action_opened",
        "user_profile.enforcement_action_resolved", "user_profile.program_status_updated",
      ]
    )

    package static let state = Enumeration("the state of a webhook", ["disabled", "enabled"])

    package static let order = Enumeration("an order", ["asc", "desc"])

    package static let collection = Semantics.Collection(
      "webhooks",
      identity: ["id"],
      naming: ["name"],
      resource: .webhook
    )

    private static let identity = Parameter(
      "webhook_endpoint_id",
      .path,
      .id(.webhook),
      "the webhook"
    )

    private static let name = Parameter("name", .body, .string, "what people call it")

    private static let description = Parameter("description", .body, .string, "what it is for")

    package static let create = Operation(
      "webhooks.create",
      .post,
      "/v1/organizations/webhooks",
      "Sends events to one more address",
      parameters: [
        Parameter(
          "enabled_events",
          .body,
          .list(.oneOf(event)),
          required: true,
          "the events to send, at least one"
        ), Parameter("url", .body, .string, required: true, "an https address"), description, name,
      ],
      response: .object(created),
      effects: .always([.create, .grant]),
      semantics: .creates(collection),
      notes: [
        "an organization has at most 32 webhooks, disabled ones included",
        "the signing secret is in this answer only",
      ],
      isRepeatable: false,
      betaHeader: .webhooks,
      example: "webhooks create --name audit --url https://hooks.acme.example/claude "
        + #"--enabled-events ["external_key.failed"]"#
    )

    package static let delete = Operation(
      "webhooks.delete",
      .delete,
      "/v1/organizations/webhooks/{webhook_endpoint_id}",
      "Stops sending events to an address, and forgets it",
      parameters: [identity],
      response: .object(deleted),
      effects: .always(.destroy),
      semantics: .removes(collection),
      betaHeader: .webhooks,
      errorCodes: ["sandbox_egress_restricted"],
      example: "webhooks delete security-alerts"
    )

    package static let list = Operation(
      "webhooks.list",
      .get,
      "/v1/organizations/webhooks",
      "Where events are sent",
      parameters: [
        Parameter(
          "order",
          .query,
          .oneOf(order),
          "by age: the newest first (desc) or last",
          default: "desc"
        )
      ] + Paging.ids(0...100),
      response: .page(.ids, row: shape),
      semantics: .lists(collection, filters: []),
      notes: ["webhooks of workspaces are not in the list"],
      betaHeader: .webhooks,
      example: "webhooks list | select name, url, state"
    )

    package static let regenerateSigningSecret = Operation(
      "webhooks.regenerate_signing_secret",
      .post,
      "/v1/organizations/webhooks/{webhook_endpoint_id}/regenerate_signing_secret",
      "Replaces the secret that signs events",
      parameters: [identity],
      response: .object(signingSecret),
      effects: .always([.cut, .destroy]),
      semantics: .acts(collection, setting: [:]),
      also: ["the old secret stops working at once and is gone"],
      notes: ["the new secret is in this answer only"],
      isRepeatable: false,
      betaHeader: .webhooks,
      errorCodes: ["sandbox_egress_restricted"],
      example: "webhooks regenerate-signing-secret security-alerts"
    )

    package static let retrieve = Operation(
      "webhooks.retrieve",
      .get,
      "/v1/organizations/webhooks/{webhook_endpoint_id}",
      "One webhook",
      parameters: [identity],
      response: .object(shape),
      semantics: .retrieves(collection),
      betaHeader: .webhooks,
      example: "webhooks get security-alerts"
    )

    package static let update = Operation(
      "webhooks.update",
      .post,
      "/v1/organizations/webhooks/{webhook_endpoint_id}",
      "Changes a webhook",
      parameters: [
        identity, description,
        Parameter(
          "enabled_events",
          .body,
          .list(.oneOf(event)),
          "the events to send, in place of those so far"
        ), name,
        Parameter(
          "state",
          .body,
          .oneOf(state),
          "disabled stops sending; enabled resumes it and clears disabled_reason"
        ), Parameter("url", .body, .string, "an https address"),
      ],
      response: .object(shape),
      effects: .byValue(
        of: "state",
        ["enabled": .grant, "disabled": .cut],
        base: [
          "name": .update, "description": .update, "url": [.grant, .cut], "enabled_events": .update,
        ]
      ),
      semantics: .changes(collection),
      notes: [
        "an empty list of events changes nothing",
        "what happens while a webhook is disabled is never sent",
      ],
      betaHeader: .webhooks,
      example: #"webhooks update security-alerts --description "Pages the security team""#
    )

    package static let operations = [
      create, delete, list, regenerateSigningSecret, retrieve, update,
    ]
  }
}
