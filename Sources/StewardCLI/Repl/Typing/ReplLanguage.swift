internal import AdminCommands
package import LineEditing
package import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// What the line editor knows of the language. Used on the prompt's thread.
package final class ReplLanguage: LineEditorHost {
  private let session: Session
  private let completer: Completer
  /// Names of the organization's objects, for whoever wants to hear that there are new ones.
  package let names: NameCache
  private let columns: () -> Int
  private var edited = EditedText()
  /// The latest whole text with what is known of it.
  private var latest: (text: String, revision: Int, inspection: Inspection)?
  /// Which texts of the history may be offered, as the session's names are now.
  private var suggestions: (revision: Int, known: [String: Bool]) = (0, [:])

  package init(
    _ session: Session,
    names: NameCache = .none,
    files: FolderNames = FolderNames(home: nil),
    columns: @escaping () -> Int = { 80 }
  ) {
    self.session = session
    self.names = names
    self.columns = columns
    completer = Completer(session, names: names, files: files)
  }

  /// Builds in the background what the first Tab would have to wait for.
  func prepare() { completer.prepare() }

  package func isComplete(_ text: String) -> Bool {
    ReplDirective(text) != nil || !Parser.awaitsMoreLines(SourceText(text, name: "repl"))
  }

  package func completion(of text: String, at offset: Int) -> Completion {
    completer.completion(of: text, at: offset)
  }

  package func spans(in text: String) -> [StyledSpan] {
    edited.become(text)
    guard let inspection = inspection(text) else { return SyntaxColours.spans(in: text) }
    return SyntaxColours(inspection, typing: edited.place).spans
  }

  package func hints(for text: String, at offset: Int) -> [Hint] {
    guard ReplDirective(text) == nil, let inspection = inspection(text) else { return [] }
    edited.become(text)
    return [signature(text, offset), line(inspection, offset)].compactMap(\.self)
  }

  private func signature(_ text: String, _ offset: Int) -> Hint? {
    guard let typed = TypedPlace.whole(text, at: offset) else { return nil }
    let place = session.inspect(typed.source, at: typed.offset).place
    if case .argument(let parameter)? = place.expectation { prepareNames(parameter.type) }
    return SignatureHint(session.vocabulary, place, width: columns() - 1).hint
  }

  private func line(_ inspection: Inspection, _ offset: Int) -> Hint? {
    LineHint.effects(inspection) ?? LineHint.error(inspection, typing: offset)
  }

  /// Begins to read names before Tab asks for them.
  private func prepareNames(_ type: DataType) {
    guard let resource = NameListing.resource(of: type), NameListing(of: resource) != nil else {
      return
    }
    names.refresh(resource)
  }

  /// Nil for a text that is too long to look through at each key.
  private func inspection(_ text: String) -> Inspection? {
    guard text.utf8.count <= Completer.longestText else { return nil }
    if let latest, latest.text == text, latest.revision == session.revision {
      return latest.inspection
    }
    let inspection = session.inspect(SourceText(text, name: "repl"))
    latest = (text, session.revision, inspection)
    return inspection
  }
}

// MARK: - History

extension ReplLanguage {
  /// False for what destroys or cuts something, and for what cannot be read: a key pressed too often
  /// must not bring it back.
  package func maySuggest(_ text: String) -> Bool {
    if suggestions.revision != session.revision || suggestions.known.count > 1000 {
      suggestions = (session.revision, [:])
    }
    if let known = suggestions.known[text] { return known }
    let isHarmless = isHarmless(text)
    suggestions.known[text] = isHarmless
    return isHarmless
  }

  private func isHarmless(_ text: String) -> Bool {
    if ReplDirective(text) != nil { return true }
    guard text.utf8.count <= Completer.longestText else { return false }
    let inspection = session.inspect(SourceText(text, name: "repl"))
    let isRead = inspection.tree.diagnostics.allSatisfy { $0.severity != .error }
    let isRight = inspection.findings.allSatisfy { $0.severity != .error }
    return isRead && isRight && inspection.effects.isDisjoint(with: .planned)
  }

  /// False for a text in which a secret stands.
  package func mayRemember(_ text: String) -> Bool {
    !session.inspect(SourceText(text, name: "repl")).holdsSecret
  }

  /// A line was run: what it may have changed has other names by now, and what it gave may have names.
  package func didRun(_ program: Program) {
    if let last = session.last, let (resource, seen) = NameListing.seen(in: last.seen, last.type) {
      names.note(seen, of: resource)
    }
    let changing = program.effectRows.filter { !$0.effects.isDisjoint(with: .changes) }
    guard !changing.isEmpty else { return }
    // A command that is no single operation may change anything.
    let isWide = changing.contains { !NameListing.isOperation($0.command) }
    let heads = Set(changing.compactMap { $0.command.split(separator: " ").first.map(String.init) })
    names.expire { resource in
      isWide || NameListing(of: resource).map { heads.contains($0.head) } ?? false
    }
  }
}
