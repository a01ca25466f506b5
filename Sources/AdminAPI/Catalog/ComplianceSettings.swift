package import StewardValues

extension Catalog {
  /// Whether the organization records activities for the Compliance API.
  package enum ComplianceSettings {
    package static let shape = Shape(
      "ComplianceSettings",
      fields: [Field("state", .record(state)), Paging.type("compliance_settings")]
    )

    package static let state = Shape(
      "ComplianceSettingsState",
      fields: [Field("type", .oneOf(stateType))]
    )

    package static let stateType = Enumeration(
      "whether activities are recorded",
      ["enabled", "disabled"]
    )

    package static let collection = Semantics.Collection(
      "compliance_settings",
      identity: [],
      naming: [],
      resource: nil
    )

    package static let retrieve = Operation(
      "compliance_settings.retrieve",
      .get,
      "/v1/organizations/compliance_settings",
      "Whether activities are recorded for the Compliance API",
      response: .object(shape),
      semantics: .retrieves(collection),
      notes: ["an organization below another has the state of the parent"],
      example: "compliance-settings get"
    )

    package static let update = Operation(
      "compliance_settings.update",
      .post,
      "/v1/organizations/compliance_settings",
      "Switches the recording of activities on or off",
      parameters: [
        Parameter(
          "state",
          .body,
          .record(state),
          required: true,
          "enabled or disabled",
          constraint: .variants(by: "type", [Variant("enabled"), Variant("disabled")])
        )
      ],
      response: .object(shape),
      effects: .byValue(of: "state", ["disabled": .cut], base: ["state": .update]),
      semantics: .changes(collection),
      notes: [
        "while it is disabled, no activity is recorded",
        "enabling Access Transparency switches it on again",
      ],
      errorCodes: ["sandbox_egress_restricted"],
      example: #"compliance-settings update --state {type: "enabled"}"#
    )

    package static let operations = [retrieve, update]
  }
}
