internal import StewardRuntime

/// The names of the vocabulary, built once.
final class CommandIndex: Sendable {
  let vocabulary: Vocabulary
  private let all: Deferred<[Command]>

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    all = Deferred { vocabulary.commands }
  }

  var commands: [Command] { all.value }

  /// Commands that can stand behind a pipe, or at the beginning.
  func commands(behindPipe: Bool) -> [Command] {
    commands.filter { command in
      switch command.input {
      case .none: !behindPipe
      case .rows, .value: behindPipe
      case .optionalValue: true
      }
    }
  }
}
