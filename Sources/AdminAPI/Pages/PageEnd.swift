internal import StewardValues

/// How a page ends.
enum PageEnd: Sendable, Equatable {
  case last
  /// With what the next page is asked for.
  case next(cursor: String)
  /// The server says that there is more, but not where.
  case broken(String)

  /// What the fields of a list that goes from object to object say; nil if one that decides is
  /// missing.
  init?(ofIDs fields: Record) {
    guard let hasMore = fields["has_more"]?.bool else { return nil }
    guard hasMore else {
      self = .last
      return
    }
    guard let last = fields["last_id"] else { return nil }
    self.init(cursor: last.string)
  }

  /// The same for a list that hands out a token for the next page.
  init?(ofToken fields: Record) {
    guard let token = fields["next_page"] else { return nil }
    if token.isNull || fields["has_more"]?.bool == false {
      self = .last
    } else {
      self.init(cursor: token.string)
    }
  }

  private init(cursor: String?) {
    if let cursor, !cursor.isEmpty {
      self = .next(cursor: cursor)
    } else {
      self = .broken("the server says that there are more rows, but not after which")
    }
  }
}

extension PageEnd {
  /// Why a list that would never end is left.
  static let sendsTheSame = "the server sends the same rows again and again"
  static let sendsNothing = "the server says that there are more rows, but sends none"
  /// So many pages without rows may follow each other where a token leads on.
  static let emptyPagesAllowed = 10
}
