internal import StewardSyntax
internal import StewardValues

/// Bare names in expressions of untyped rows: only the rows tell whether they are fields.
extension RowFrame {
  /// W0403: says which names no row had. To be called once all rows were taken.
  func warnOfMissingFields() {
    let context = evaluator.context
    for field in guessed where field.isMissing(evaluator) && context.remarks.isNew(field.warning) {
      context.host.note(field.warning, .warning)
    }
  }
}

extension RowFieldNode {
  /// `W0403 keys.steward:3:9: no row has a field …`
  fileprivate var warning: String {
    let source = site.unit.text
    let place = source.position(of: site.range.lower)
    return "W0403 \(source.name):\(place.line):\(place.column): no row has a field `\(name)`; "
      + "if it is meant as text, quote it: \"\(name)\""
  }
}
