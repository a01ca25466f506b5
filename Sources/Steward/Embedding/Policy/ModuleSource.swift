/// Where `source "people.steward"` and `use "people.steward" as people` find their texts.
public struct ModuleSource: Sendable {
  enum Kind: Sendable {
    case folder(String)
    case texts(@Sendable (String) -> String?)
  }
  let kind: Kind

  /// There are no modules.
  public static let none = ModuleSource(kind: .texts { _ in nil })
  /// Files below a folder, by their paths in it.
  public static func folder(_ path: String) -> ModuleSource { ModuleSource(kind: .folder(path)) }
  /// Texts by their names.
  public static func texts(_ texts: [String: String]) -> ModuleSource {
    ModuleSource(kind: .texts { texts[$0] })
  }
}
