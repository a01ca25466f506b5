package import StewardValues

extension Catalog {
  /// Whether the organization records activities for the Compliance API.
  package enum ComplianceSettings {
    package static let complianceSettings = Shape(
      "ComplianceSettings",
      fields: [
        Field("state", .record(complianceSettingsState)), Paging.type("compliance_settings"),
      ]
    )

    package static let complianceSettingsState = Shape(
      "ComplianceSettingsState",
      fields: [Field("type", .oneOf(complianceSettingsStateType))]
    )

    package static let newComplianceSettingsState = Shape(
      "NewComplianceSettingsState",
      fields: [Field("type", .oneOf(complianceSettingsStateType))]
    )

    package static let complianceSettingsStateType = Enumeration(
      "a compliance settings state type",
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
      response: .object(complianceSettings),
      semantics: .retrieves(collection),
      notes: [
        "singleton without ID",
        "child organization shows state inherited from parent configuration",
      ],
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
          .record(newComplianceSettingsState),
          required: true,
          "object, or shorthand string enabled / disabled",
          constraint: .variants(by: "type", [Variant("enabled"), Variant("disabled")])
        )
      ],
      response: .object(complianceSettings),
      effects: .byValue(of: "state", ["disabled": .cut], base: ["state": .update]),
      semantics: .changes(collection),
      notes: [
        "response always uses object form of state",
        "enabling Access Transparency later re-enables the Compliance API",
      ],
      errorCodes: ["sandbox_egress_restricted"],
      example: "compliance-settings update --state {type: \"enabled\"}"
    )

    package static let operations = [retrieve, update]
  }
}
