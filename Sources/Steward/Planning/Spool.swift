internal import AdminAPI
internal import StewardRuntime
internal import StewardValues
internal import Synchronization

/// What the first pass got from the world around it, so that the second gets the same.
final class Spool: Sendable {
  private struct State {
    var answers: [(question: String, answer: Bool)] = []
    var input: [UInt8]?
    var opened: [String] = []
    var saved: [PlannedFile] = []

    func answer(_ question: String, _ index: Int) -> Bool? {
      guard answers.indices.contains(index), answers[index].question == question else { return nil }
      return answers[index].answer
    }
  }
  let host: any RunHost
  private let state = Mutex(State())

  init(_ host: any RunHost) { self.host = host }

  /// What an earlier process got.
  init(_ host: any RunHost, _ recipe: RunRecipe) {
    self.host = host
    state.withLock { state in
      state.answers = recipe.answers
      state.input = recipe.standardInput
      state.opened = recipe.inputs.map(\.path)
    }
  }

  /// The answer to the question that a pass asks as its `index`th.
  ///
  /// - Returns: Nil if nobody is there to answer.
  func answer(_ question: String, index: Int) throws(RunError) -> Bool? {
    if let known = state.withLock({ $0.answer(question, index) }) { return known }
    guard let answer = try host.confirm(question) else { return nil }
    state.withLock { state in
      state.answers.removeSubrange(min(index, state.answers.count)...)
      state.answers.append((question, answer))
    }
    return answer
  }

  /// All of standard input, read once.
  func input() throws(RunError) -> [UInt8] {
    if let known = state.withLock(\.input) { return known }
    var source = try host.standardInput()
    let bytes: [UInt8]
    do throws(InputError) {
      bytes = try source.readAll()
    } catch {
      throw RunError(.io, "standard input: \(error.description)")
    }
    state.withLock { $0.input = bytes }
    return bytes
  }

  /// A pass begins anew.
  func beginPass() {
    state.withLock { state in
      state.opened = []
      state.saved = []
    }
  }

  func opened(_ path: String) {
    let path = WorkingFolder.absolute(path)
    state.withLock { state in
      if !state.opened.contains(path) { state.opened.append(path) }
    }
  }

  func saved(_ file: PlannedFile) {
    state.withLock { state in
      state.saved.removeAll { $0.path == file.path }
      state.saved.append(file)
    }
  }

  /// Files that would be written.
  var files: [PlannedFile] { state.withLock(\.saved) }

  /// The recipe with all that the first pass got.
  func complete(_ recipe: RunRecipe) -> RunRecipe {
    var recipe = recipe
    state.withLock { state in
      recipe.answers = state.answers
      recipe.standardInput = state.input
      recipe.inputs = state.opened.map { RunRecipe.Input(reading: $0) }
    }
    return recipe
  }
}
