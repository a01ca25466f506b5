extension Value: CustomStringConvertible {
  /// Compact JSON, for a debugger or a failing test; a secret is dots.
  public var description: String { JSONWriter.text(self) }
}

extension Secret: CustomReflectable {
  /// Nothing: `dump` must not look inside.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
