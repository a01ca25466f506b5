internal import AdminAPI
internal import Steward
package import StewardValues

extension Configuration {
  /// The text of the file; reading it gives the same configuration.
  package var text: String { JSONWriter.text(json, pretty: true) + "\n" }

  private var json: Value {
    .record(
      standard.map { ("default", Value($0)) },
      ("profiles", .record(profiles.map { ($0.name, $0.json) }))
    )
  }
}

extension Profile {
  /// As it stands in the configuration.
  package var json: Value {
    .record(
      baseURL.map { ("base_url", Value($0)) },
      organization.map { ("organization_id", Value($0)) },
      organizationName.map { ("organization_name", Value($0)) },
      mode.map { ("mode", Value($0.rawValue)) },
      key.map { ("key", $0.json) },
      policy == ProfilePolicy() ? nil : ("policy", policy.json),
      pacing == ProfilePacing() ? nil : ("pacing", pacing.json)
    )
  }
}

extension KeySource {
  fileprivate var json: Value {
    switch self {
    case .command(let words):
      .record(("command", Value(words.map { Value($0) })))
    case .file(let path): .record(("file", Value(path)))
    }
  }
}

extension ProfilePolicy {
  fileprivate var json: Value {
    .record(
      allow.map { ("allow", Value($0.words.map { Value($0) })) },
      caps.isEmpty
        ? nil
        : (
          "caps",
          .record(caps.map { ($0.effects.words.first ?? "update", .int($0.limit)) })
        ),
      ownDomains.map { ("own_domains", Value($0.map { Value($0) })) }
    )
  }
}

extension ProfilePacing {
  fileprivate var json: Value {
    let budgets = Budget.all.compactMap { budget in
      allowances[budget].map { (budget.rawValue, Value.int($0)) }
    }
    return .record((share.map { [("share", Value.int($0))] } ?? []) + budgets)
  }
}

extension Value {
  fileprivate static func record(_ fields: (String, Value)?...) -> Value {
    record(fields.compactMap(\.self))
  }

  fileprivate static func record(_ fields: [(String, Value)]) -> Value {
    let shape = Shape(fields: fields.map { Field($0.0, .any) })
    return .record(Record(shape: shape, values: fields.map(\.1)))
  }
}
