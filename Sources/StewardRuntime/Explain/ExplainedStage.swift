internal import StewardSyntax
internal import StewardValues

/// A stage of an explained pipeline, as the checker knows it.
struct ExplainedStage {
  let node: Node
  /// As written, on one line.
  let text: String
  /// The type of its input; nil at the beginning.
  let input: DataType?
  let output: DataType
  /// What it keeps of its rows; nil where it takes none, or nobody knows.
  let holding: Holding?
  /// Of a join it is the other side that is held.
  let isJoin: Bool
  /// What the stage itself may do.
  let own: EffectRow?
  /// What its arguments do, before it begins.
  let arguments: [EffectRow]
  /// What its closures and blocks do, once for each row or never.
  let closures: [EffectRow]
  /// Defs that it calls.
  let callees: [DefinedCommand]

  /// True if it only computes.
  var isQuiet: Bool {
    own == nil && arguments.isEmpty && closures.isEmpty && callees.isEmpty
  }
  /// True if rows come to it, from a list or one by one.
  var takesRows: Bool { input.map { $0.unwrapped.element != nil || $0.isAny } ?? false }
  /// True if it gives rows one by one.
  var givesRows: Bool { if case .stream = output.unwrapped { true } else { false } }
  /// True if it gives text, piece by piece.
  var writesText: Bool { if case .text = output { true } else { false } }
  /// In words that finish "it holds …".
  var holds: String? {
    holding.map { isJoin ? "\($0) of the right side" : $0.description }
  }
}
