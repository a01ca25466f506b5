/// The models that the organization uses, and what they cost.
///
/// Prices are in billionths of a cent a token, so that every discount stays a whole number.
struct ModelFamily: Sendable, Hashable {
  let id: String
  let name: String
  /// Of an input token at the standard tier.
  let inputPrice: Int
  let outputPrice: Int
  /// Whether requests can say where inference runs; otherwise reports say `not_available`.
  let hasGeo: Bool

  static let opus = ModelFamily(
    id: "claude-opus-4-8",
    name: "Claude Opus 4.8",
    inputPrice: 500_000,
    outputPrice: 2_500_000,
    hasGeo: true
  )
  static let sonnet = ModelFamily(
    id: "claude-sonnet-5",
    name: "Claude Sonnet 5",
    inputPrice: 300_000,
    outputPrice: 1_500_000,
    hasGeo: true
  )
  static let haiku = ModelFamily(
    id: "claude-haiku-4-5",
    name: "Claude Haiku 4.5",
    inputPrice: 100_000,
    outputPrice: 500_000,
    hasGeo: false
  )
}
