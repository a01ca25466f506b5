package import AdminAPI
package import Steward
package import StewardValues

/// One organization, how it is reached, and what may be done there.
package struct Profile: Sendable, Equatable {
  package let name: String
  /// Nil for the real API.
  package var baseURL: String?
  /// The id of the one organization that it is for; nil where nothing says so.
  package var organization: String?
  package var organizationName: String?
  /// Nil: read-only at the prompt, live elsewhere.
  package var mode: ChangeMode?
  /// Nil: the key comes from the environment.
  package var key: KeySource?
  package var policy = ProfilePolicy()
  package var pacing = ProfilePacing()

  package init(name: String) { self.name = name }

  /// What holds runs to its organization.
  package var pin: OrganizationPin? {
    organization.map { OrganizationPin($0, name: organizationName, source: "the profile \(name)") }
  }

  /// Letters and digits, and between them `.`, `_` and `-`: a word of any command line.
  package static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, first.isASCIIAlphanumeric, text.utf8.count <= 64 else {
      return false
    }
    return text.utf8.allSatisfy { $0.isASCIIAlphanumeric || "._-".utf8.contains($0) }
  }
}

/// Where a key comes from. It is never kept in the configuration itself.
package enum KeySource: Sendable, Equatable {
  /// A program with its arguments, which writes the key on one line.
  case command([String])
  /// A file that only its owner can read.
  case file(String)

  /// `command op`, `file ~/.admin-key`: the arguments of a command are its own business.
  package var description: String {
    switch self {
    case .command(let words): "command \(words.first ?? "")"
    case .file(let path): "file \(path)"
    }
  }
}

/// What may be done with a profile.
package struct ProfilePolicy: Sendable, Equatable {
  /// What a run may do at most; nil for everything.
  package var allow: Effects?
  /// In the place of the usual caps for the same effects.
  package var caps: [ChangePolicy.Cap] = []
  /// Email domains that are the organization's own; nil: those of its admins.
  package var ownDomains: [String]?
}

/// How many requests are sent, where that differs from the API's usual allowances.
package struct ProfilePacing: Sendable, Equatable {
  /// How much of each allowance is used, in percent.
  package var share: Int?
  /// Requests a minute that the API allows, by budget.
  package var allowances: [Budget: Int] = [:]

  var values: Allowances {
    var values = share.map { Allowances(share: $0) } ?? Allowances()
    for (budget, requests) in allowances {
      values[budget] = Allowances.Allowance(requests: requests)
    }
    return values
  }
}
