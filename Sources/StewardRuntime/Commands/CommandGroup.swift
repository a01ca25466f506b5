internal import Synchronization

/// A value that is made when it is first asked for, and kept.
package final class Deferred<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  package init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  package var value: Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}

/// Commands that begin with one of a few words. They are built when such a word is used: a script
/// pays for what it names.
package struct CommandGroup: Sendable {
  /// The first words of its commands.
  package let heads: Set<String>
  private let deferred: Deferred<[Command]>

  package init(_ heads: Set<String>, _ commands: @escaping @Sendable () -> [Command]) {
    self.heads = heads
    deferred = Deferred(commands)
  }

  /// Commands that are there already.
  package init(_ commands: [Command]) {
    heads = Set(commands.compactMap(\.words.first))
    deferred = Deferred { commands }
  }

  package var commands: [Command] { deferred.value }
}
