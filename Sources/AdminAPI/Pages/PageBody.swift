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

  private func end(_ fields: Record) -> PageEnd? {
    switch style {
    case .ids: PageEnd(ofIDs: fields)
    case .token, .cursor: PageEnd(ofToken: fields)
    }
  }
}
