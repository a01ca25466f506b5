package import StewardValues

extension Catalog {
  /// The organization that a credential belongs to.
  package enum Organization {
    package static let shape = Shape(
      "Organization",
      fields: [
        Field("id", .id(.organization)),
        Field("name", .string),
        Paging.type("organization"),
      ]
    )

    package static let retrieve = Operation(
      "organization.retrieve",
      .get,
      "/v1/organizations/me",
      "The organization that the credential belongs to",
      response: .object(shape),
      semantics: .computes,
      access: Access([.adminKey, .adminToken, .scopedKey], on: [.console, .enterprise]),
      example: "organization get"
    )

    package static let operations = [retrieve]
  }
}
