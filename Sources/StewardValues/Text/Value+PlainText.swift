extension Value {
  /// What `print` and interpolation show: text as it is, amounts exactly, times as RFC 3339, lists
  /// and records as compact JSON, secrets as dots, no value as `null`.
  package var plainText: String {
    switch self {
    case .null: "null"
    case .bool(let bool): bool ? "true" : "false"
    case .int(let int): String(int)
    case .float(let double): double.description
    case .decimal(let box): box.decimal.description
    case .money(let box): box.money.description
    case .date(let date): date.description
    case .datetime(let timestamp): timestamp.description
    case .duration(let span): span.description
    case .string(let box): box.string
    case .list, .record: JSONWriter.text(self)
    case .secret: Secret.mask
    case .closure: "<closure>"
    }
  }
}
