internal import StewardValues

/// Reads the answer of a list.
struct PageBody {
  let bytes: [UInt8]
  let style: PageStyle

  /// How the page ends, read from the back before any row is decoded; nil if that needs the whole.
  ///
  /// The fields about paging usually follow the rows: what stands after the last bracket, taken as
  /// an object, then has them all. If it does not, nothing is lost but time.
  var earlyEnd: PageEnd? {
    guard let bracket = bytes.lastIndex(of: UInt8(ascii: "]")) else { return nil }
    let tail = bytes[(bracket + 1)...].drop { $0 != UInt8(ascii: ",") }.dropFirst()
    guard !tail.isEmpty, tail.count < 4096,
      let fields = Wire.value([UInt8(ascii: "{")] + tail)?.record
    else { return nil }
    return end(fields)
  }

  /// The rows and how the page ends.
  func decoded(
    by reader: inout JSONReader
  ) throws(ClientError) -> (rows: ContiguousArray<Value>, end: PageEnd) {
    let page = try Wire.read(bytes, &reader).record
    guard let page, let rows = page["data"]?.list else {
      throw ClientError(.server, "the server's answer has no list of rows")
    }
    guard let end = end(page) else {
      throw ClientError(.server, "the server's answer does not say whether there are more rows")
    }
    return (rows, end)
  }

  /// Nil if a field that decides is missing.
  private func end(_ fields: Record) -> PageEnd? {
    switch style {
    case .ids:
      guard let hasMore = fields["has_more"]?.bool else { return nil }
      guard hasMore else { return .last }
      guard let last = fields["last_id"] else { return nil }
      return next(last.string)
    case .token:
      guard let token = fields["next_page"] else { return nil }
      if token.isNull || fields["has_more"]?.bool == false { return .last }
      return next(token.string)
    }
  }

  private func next(_ cursor: String?) -> PageEnd {
    guard let cursor, !cursor.isEmpty else {
      return .broken("the server says that there are more rows, but not after which")
    }
    return .next(cursor: cursor)
  }
}
