internal import AdminAPI
internal import StewardRuntime
internal import StewardValues

extension HostCommand {
  /// The command as the language knows it.
  var command: Command {
    Command(
      name,
      summary,
      parameters: parameters.map(\.described),
      input: input,
      notes: notes,
      examples: examples.map { CommandExample($0.key, $0.value) },
      output: { [output] _ in output },
      effects: { [effects] _ in effects },
      requests: requests,
      isPredictable: isPredictable,
      run: { call, context throws(RunError) in
        try HostCall(self, call, context).output()
      }
    )
  }

  /// What may happen in the first of two passes without harm.
  static let harmless: Effects = [.read, .file]

  var isHarmless: Bool { effects.isSubset(of: Self.harmless) }
  var isPredictable: Bool { prediction != nil || isHarmless }

  /// The command as a plan shows it. No request is ever built of this: only its words, arguments
  /// and effects are read.
  var operation: AdminAPI.Operation {
    AdminAPI.Operation(
      words.joined(separator: "."),
      .post,
      "",
      summary,
      response: .object(.empty),
      effects: .always(effects),
      semantics: .computes,
      example: ""
    )
  }
}
