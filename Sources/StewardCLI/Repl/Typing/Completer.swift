internal import Dispatch
package import LineEditing
package import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// What Tab offers: what the checker knows could stand at the cursor, and the names of the
/// organization's objects, as far as they have been read.
package struct Completer {
  /// A longer text is not looked through at a key.
  static let longestText = 50_000
  /// More candidates than these are counted, not shown.
  static let mostCandidates = 200

  private let session: Session
  private let index: CommandIndex
  private let names: NameCache
  private let files: FolderNames

  package init(
    _ session: Session,
    names: NameCache = .none,
    files: FolderNames = FolderNames(home: nil)
  ) {
    self.session = session
    self.names = names
    self.files = files
    index = CommandIndex(session.vocabulary)
  }

  func prepare() {
    DispatchQueue.global(qos: .utility).async { [index] in _ = index.commands }
  }

  package func completion(of text: String, at offset: Int) -> Completion {
    guard offset <= Self.longestText, let typed = TypedPlace(text, at: offset) else { return .none }
    let offer = offer(at: typed)
    var candidates = offer.candidates
    if !offer.isMatched {
      candidates = candidates.filter { $0.text.hasPrefix(typed.partial) }
      // A whole word is only finished by a blank.
      let longer = candidates.filter { $0.text != typed.partial }
      if !longer.isEmpty { candidates = longer }
    }
    var notes = [offer.note].filter { !$0.isEmpty }
    if candidates.count > Self.mostCandidates {
      notes.insert(moreNote(candidates.count - Self.mostCandidates), at: 0)
      // The last one stays, so that what all begin with is what these begin with.
      candidates = candidates.prefix(Self.mostCandidates - 1) + candidates.suffix(1)
    }
    return Completion(
      replacing: typed.start - offer.before..<typed.end,
      with: candidates,
      note: notes.joined(separator: "; ")
    )
  }

  private func offer(at typed: TypedPlace) -> Offer {
    if let directive = directive(typed) { return directive }
    let place = session.inspect(typed.source, at: typed.offset).place
    if typed.quote == nil, typed.partial.hasPrefix("$") {
      return Offer(place.variables.map { Self.candidate($0.name, $0.type) })
    }
    if let next = continuations(typed, place) { return Offer(next) }
    let rows = RowCandidates(session.vocabulary, place)
    switch place.expectation {
    case .field(let names, let other):
      return rows.offer(rows.names(names, typed.partial), besides: other, typed)
    case .member(let type): return rows.members(of: type, typed)
    case .text(let type): return Offer(rows.values(of: type, quote: typed.quote))
    case .variable: return Offer([])
    case .value: return Offer(typed.partial.isEmpty ? [] : rows.functions)
    case .argument(let parameter):
      let offer = values(of: parameter, typed, place)
      return typed.quote == nil ? offer + words(typed, place, besides: offer) : offer
    case nil where typed.quote == nil: return words(typed, place, besides: Offer([]))
    case nil: return typed.namesModule ? files.offer(typed) : Offer([])
    }
  }

  private func continuations(_ typed: TypedPlace, _ place: InspectedPlace) -> [Candidate]? {
    guard typed.quote == nil else { return nil }
    var place = place
    // A word behind what is whole belongs to nothing: what it stands behind says what may follow.
    if place.stageStart ?? typed.start == typed.start, let last = typed.tokens.last,
      !typed.isOnNewLine
    {
      place = session.inspect(typed.source, at: Int(last.range.upper)).place
    }
    return Continuations(typed, place).candidates(session.vocabulary)
  }

  private static func candidate(_ variable: String, _ type: DataType) -> Candidate {
    Candidate("$\(variable)", description: TypeWords.name(type))
  }
}

extension InspectedPlace {
  /// True behind a flag, where its value stands.
  fileprivate var needsValue: Bool {
    guard case .argument(let parameter)? = expectation else { return false }
    return parameter.style == .flag
  }
}

/// Candidates, and what is said about them.
struct Offer {
  var candidates: [Candidate]
  var note = ""
  /// True for candidates that fit what is typed in another way than by their beginning.
  var isMatched = false
  /// Bytes before what is typed that they replace too.
  var before = 0

  init(_ candidates: [Candidate]) { self.candidates = candidates }

  static func + (first: Offer, second: Offer) -> Offer {
    var both = first
    both.candidates += second.candidates
    return both
  }
}

/// `and 49,800 more: type on`.
func moreNote(_ count: Int) -> String { "and \(grouped(count)) more: type on" }

private func grouped(_ count: Int) -> String {
  var digits = Array(String(count))
  var place = digits.count - 3
  while place > 0 {
    digits.insert(",", at: place)
    place -= 3
  }
  return String(digits)
}

// MARK: - Words

extension Completer {
  /// Lines for the prompt itself.
  private func directive(_ typed: TypedPlace) -> Offer? {
    let words = typed.words(from: 0)
    guard typed.quote == nil, !typed.source.bytes.contains(UInt8(ascii: "\n")) else { return nil }
    switch words.first {
    case "mode": return Offer(words.count > 1 ? [] : DirectiveWords.modes)
    case "timing": return Offer(words.count > 1 ? [] : DirectiveWords.timing)
    case "help", "example":
      return Offer(HelpCandidates(index).topics(behind: Array(words.dropFirst()), typed))
    default: return nil
    }
  }

  /// Words of commands, and flags.
  private func words(
    _ typed: TypedPlace,
    _ place: InspectedPlace,
    besides values: Offer
  ) -> Offer {
    let start = place.stageStart ?? typed.start
    let words = typed.words(from: start)
    let isBehindPipe = place.stage?.input != nil
    var known = index.commands(behindPipe: isBehindPipe).map { NamedCommand($0) }
    if !isBehindPipe { known += place.definitions.map { NamedCommand($0) } }
    let hasFlagBefore = !typed.flags(from: start).isEmpty
    var candidates = hasFlagBefore ? [] : NamedCommand.next(behind: words, known)
    if words.isEmpty, !hasFlagBefore {
      candidates = Beginnings.candidates(behindPipe: isBehindPipe) + candidates
      if !isBehindPipe, !typed.partial.isEmpty {
        candidates += RowCandidates(session.vocabulary, place).functions
      }
    }
    // A flag that needs a value is followed by that.
    if values.candidates.isEmpty && !place.needsValue || typed.partial.hasPrefix("-") {
      candidates += FlagCandidates.flags(of: place, besides: typed.flags(from: start))
    }
    return Offer(candidates.filter { $0.text.hasPrefix(typed.partial) })
  }

  // MARK: - Arguments

  private func values(
    of parameter: CommandParameter,
    _ typed: TypedPlace,
    _ place: InspectedPlace
  ) -> Offer {
    switch parameter.meaning {
    case .file: return files.offer(typed)
    case .field:
      let row = place.stage?.input?.unwrapped
      let fields = RowCandidates(session.vocabulary, place).fields(of: row?.element ?? row ?? .any)
      return Offer(fields.map { $0.quoted(typed.quote) })
    case nil: break
    }
    if let offer = names.offer(for: parameter.type, typed) { return offer }
    return Offer(FlagCandidates.values(of: parameter.type, typed))
  }
}
