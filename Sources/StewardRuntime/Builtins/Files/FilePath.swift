/// Paths as text: pure, without a look at any disk.
enum FilePath {
  /// The extension of the last component in lower case, without its dot; nil if it has none.
  static func fileExtension(of path: String) -> String? {
    let name = lastComponent(of: path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    let text = name[name.index(after: dot)...]
    return text.isEmpty ? nil : text.lowercased()
  }

  /// The path with `addition` between its name and its extension: `keys.csv`, `-active`.
  static func adding(_ addition: String, to path: String) -> String {
    guard let suffix = fileExtension(of: path) else { return path + addition }
    let end = path.index(path.endIndex, offsetBy: -(suffix.count + 1))
    return path[..<end] + addition + path[end...]
  }

  static func lastComponent(of path: String) -> Substring {
    path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
  }

  /// `~/` at the beginning becomes the home folder.
  static func expandingHome(_ path: String, home: String?) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home else { return path }
    return home + path.dropFirst()
  }

  /// The path below `root`, unless it is absolute.
  static func absolute(_ path: String, below root: String) -> String {
    path.hasPrefix("/") ? path : root + "/" + path
  }

  /// The components without `.` and `..`; nil if `..` leads above the beginning.
  static func components(of path: String) -> [String]? {
    var components: [String] = []
    for part in path.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        guard components.popLast() != nil else { return nil }
      default: components.append(String(part))
      }
    }
    return components
  }

  /// The components of `path` below `root`, both absolute; nil if it leads elsewhere.
  static func components(of path: String, below root: String) -> [String]? {
    guard let all = components(of: path), let base = components(of: root),
      all.count > base.count, all.starts(with: base)
    else { return nil }
    return Array(all.dropFirst(base.count))
  }
}
