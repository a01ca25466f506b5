public import StewardValues

/// How an answer looks.
public enum ResponseForm: Sendable {
  case object(Shape)
  case page(PageStyle, row: Shape)
  /// Bytes of this media type, to be saved.
  case content(String)
}

/// The API's two ways to cut a list into pages.
public enum PageStyle: Sendable {
  /// `limit` (1…1000, by default 20), `after_id`, `before_id`; the answer has `first_id`,
  /// `last_id`, `has_more`.
  case ids
  /// `limit`, `page`; the answer has `next_page` and `has_more`.
  case token(PageLimit)
  /// `limit`, `page`; the answer has `next_page`.
  case cursor(PageLimit)
}

/// How many rows (or buckets) a page may have.
public enum PageLimit: Sendable {
  case fixed(default: Int, maximum: Int)
  /// By the argument `bucket_width`.
  case byBucketWidth([String: (default: Int, maximum: Int)])
}

extension ResponseForm {
  /// The object, or one row of the list.
  public var shape: Shape {
    switch self {
    case .object(let shape), .page(_, row: let shape): shape
    case .content: .empty
    }
  }
}
