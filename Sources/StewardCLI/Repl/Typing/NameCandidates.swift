internal import AdminCommands
internal import LineEditing
internal import StewardValues

extension NameCache {
  /// Names of the objects that an argument of a type can name; nil if it names none.
  func offer(for type: DataType, _ typed: TypedPlace) -> Offer? {
    guard let resource = NameListing.resource(of: type), NameListing(of: resource) != nil else {
      return nil
    }
    let (names, note) = look(resource)
    guard let names else {
      var offer = Offer([])
      offer.note = note
      offer.isMatched = true
      return offer
    }
    var offer = NameCandidates(names, isList: type.unwrapped.element != nil, typed).offer
    offer.note = [offer.note, note].filter { !$0.isEmpty }.joined(separator: "; ")
    return offer
  }
}

/// Names as candidates: a name that needs quotes gets them, and one that several objects have
/// gives way to their ids.
struct NameCandidates {
  private let names: SortedNames
  private let typed: TypedPlace
  /// What stands before the name that is typed: earlier elements of a list.
  private let head: String

  init(_ names: SortedNames, isList: Bool, _ typed: TypedPlace) {
    self.names = names
    self.typed = typed
    let comma = isList && typed.quote == nil ? typed.partial.lastIndex(of: ",") : nil
    head = comma.map { String(typed.partial[...$0]) } ?? ""
  }

  var offer: Offer {
    let beginning = typed.partial.dropFirst(typed.quote == nil ? head.count : 1)
    let found = names.matches(String(beginning))
    var offer = Offer([])
    offer.isMatched = true
    let most = Completer.mostCandidates
    guard found.count > most else {
      offer.candidates = found.map(candidate)
      return offer
    }
    // The last one stays, so that what all begin with is what these begin with.
    offer.candidates = (found.prefix(most - 1) + found.suffix(1)).map(candidate)
    offer.note = moreNote(found.count - most)
    return offer
  }

  private func candidate(_ index: Int) -> Candidate {
    let entry = names[index]
    let isUnique = !names.isShared(index)
    // Within a list no element has quotes of its own.
    let isWritten = isUnique && (head.isEmpty || isWord(entry.name))
    return Candidate(
      head + QuotedName.text(isWritten ? entry.name : entry.id, typed.quote),
      description: isWritten ? "" : entry.name,
      detail: entry.id
    )
  }

  private func isWord(_ name: String) -> Bool {
    QuotedName.isWord(name) && !name.contains(",")
  }
}
