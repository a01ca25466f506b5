/// What must be known of a currency code.
package enum Currency {
  /// Decimal places of the main unit: 2 for dollars and for whatever is not listed here.
  package static func places(of code: String) -> Int {
    if code == "USD" { return 2 }
    if withoutPlaces.contains(code) { return 0 }
    return withThreePlaces.contains(code) ? 3 : 2
  }

  /// True of three capital letters.
  package static func isCode(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.count == 3 && bytes.allSatisfy { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
  }

  private static let withoutPlaces: Set<String> = [
    "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND",
    "VUV", "XAF", "XOF", "XPF",
  ]
  private static let withThreePlaces: Set<String> = [
    "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND",
  ]
}
