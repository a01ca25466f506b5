internal import Synchronization

/// How much memory the values of one run take at the moment, by estimate.
package final class MemoryAccount: Sendable {
  private let heldBytes = Atomic<Int>(0)
  private let heldRows = Atomic<Int>(0)

  package init() {}

  package var bytes: Int { heldBytes.load(ordering: .relaxed) }
  package var rows: Int { heldRows.load(ordering: .relaxed) }

  /// Counts what is held from now on; negative numbers give back.
  package func add(bytes: Int, rows: Int) {
    heldBytes.wrappingAdd(bytes, ordering: .relaxed)
    if rows != 0 { heldRows.wrappingAdd(rows, ordering: .relaxed) }
  }
}

/// The part of an account that a large value takes. It is given back with the value, whoever was the
/// last to hold it: a variable, a closure, another thread.
package final class Lease: Sendable {
  private let account: MemoryAccount
  private let bytes: Int
  private let rows: Int

  /// Takes over what is counted in the account already.
  package init(_ account: MemoryAccount, bytes: Int, rows: Int) {
    self.account = account
    self.bytes = bytes
    self.rows = rows
  }

  deinit { account.add(bytes: -bytes, rows: -rows) }
}

extension Value {
  /// The same value, which gives `lease` back when nobody holds it any more. Its contents are shared.
  package func leased(_ lease: Lease) -> Value {
    switch self {
    case .string(let box): .string(StringBox(box.string, lease))
    case .list(let box): .list(ListBox(box, lease))
    case .record(let record): .record(Record(record, lease))
    default: self
    }
  }
}
