/// The codes in `error.details.error_code` that change what an error is.
package enum APICode {
  package static let inviteAlreadyExists = "invite_already_exists"
  package static let alreadyMember = "already_member"
  package static let memberLimitExceeded = "org_member_limit_exceeded"
  package static let concurrentMembershipChange = "concurrent_membership_change"

  /// What an error is, whatever status it came with.
  package static let kinds: [String: ClientError.Kind] = [
    inviteAlreadyExists: .conflict,
    alreadyMember: .conflict,
    memberLimitExceeded: .invalid,
    concurrentMembershipChange: .conflict,
  ]

  /// Refusals that end by themselves: the server has done nothing, and may be asked again.
  package static let passing: Set<String> = [concurrentMembershipChange]

  /// The code that an older answer without details stands for, told by its words; nil if unknown.
  static func derived(from message: String, status: Int) -> String? {
    guard status == 400 || status == 409 else { return nil }
    let words = message.lowercased()
    guard words.contains("already") else { return nil }
    if words.contains("member") { return alreadyMember }
    if words.contains("invite") || words.contains("invitation") { return inviteAlreadyExists }
    return nil
  }
}
