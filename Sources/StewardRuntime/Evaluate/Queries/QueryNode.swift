internal import StewardValues

/// A query stage: its expressions are compiled for rows.
package class QueryNode: StageNode {
  let code: RowCode

  init(_ site: Site, _ code: RowCode) {
    self.code = code
    super.init(site)
  }

  /// The fields of a row that it reads; nil if it may read any.
  var fields: Set<String>? { code.fields }

  override func open(
    _ evaluator: Evaluator,
    _ frame: Frame,
    _ input: Output?
  ) throws(RunError) -> Output {
    .rows(stream(try input.rows(site), code.bind(evaluator, frame)))
  }

  override func probe(
    _ evaluator: Evaluator,
    _ frame: Frame,
    _ rows: RowStream
  ) throws(RunError) -> Output? {
    try open(evaluator, frame, .rows(rows))
  }

  /// The rows that it makes of `input`.
  func stream(_ input: RowStream, _ frame: RowFrame) -> RowStream { input }
}
