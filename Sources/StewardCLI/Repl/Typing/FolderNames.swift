internal import Dispatch
internal import LineEditing
internal import StewardValues
internal import Synchronization

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The files of folders, for arguments that name one. A folder that does not answer at once, such as
/// one on another machine, keeps nobody waiting.
package struct FolderNames: Sendable {
  private static let patience = DispatchTimeInterval.milliseconds(30)
  private static let most = 2000

  /// What `~` stands for.
  private let home: String?

  package init(home: String?) { self.home = home }

  func offer(_ typed: TypedPlace) -> Offer {
    let path = typed.quote == nil ? typed.partial : String(typed.partial.dropFirst())
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let beginning = slash.map { String(path[path.index(after: $0)...]) } ?? path
    var offer = Offer([])
    offer.isMatched = true
    guard let names = names(in: folder) else {
      offer.note = "the folder is being read: Tab again"
      return offer
    }
    let fitting = names.filter { name in
      name.hasPrefix(beginning) && (!name.hasPrefix(".") || beginning.hasPrefix("."))
    }
    offer.candidates = fitting.map { candidate(folder + $0, typed) }
    return offer
  }

  /// A folder goes on: its quotes stay open, and no blank follows.
  private func candidate(_ path: String, _ typed: TypedPlace) -> Candidate {
    let text = QuotedName.text(path, typed.quote)
    guard path.hasSuffix("/") else { return Candidate(text) }
    let isQuoted = text.first == "\"" || text.first == "'"
    return Candidate(isQuoted ? String(text.dropLast()) : text, appendsBlank: false)
  }

  /// In order, folders with a slash behind them; nil if they are not known soon.
  private func names(in folder: String) -> [String]? {
    let path = folder.isEmpty ? "." : expanded(folder)
    let answer = Answer()
    let isDone = DispatchSemaphore(value: 0)
    DispatchQueue.global(qos: .userInitiated).async {
      let names = Self.read(path)
      answer.names.withLock { $0 = names }
      isDone.signal()
    }
    guard isDone.wait(timeout: .now() + Self.patience) == .success else { return nil }
    return answer.names.withLock { $0 }
  }

  private func expanded(_ folder: String) -> String {
    guard folder.hasPrefix("~/"), let home else { return folder }
    return home + folder.dropFirst()
  }

  private final class Answer: Sendable {
    let names = Mutex<[String]?>(nil)
  }

  private static func read(_ path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while names.count < most, let entry = readdir(folder) {
      // An entry is as long as its name: to copy all of the structure would read too far.
      guard let place = MemoryLayout<dirent>.offset(of: \.d_name) else { break }
      let name = String(
        cString: (UnsafeRawPointer(entry) + place).assumingMemoryBound(to: CChar.self)
      )
      guard name != ".", name != ".." else { continue }
      names.append(Int(entry.pointee.d_type) == Int(DT_DIR) ? name + "/" : name)
    }
    return names.sorted()
  }
}
