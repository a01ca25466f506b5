/// Stages that take row expressions.
extension Parser {
  mutating func parseQuery(_ verb: QueryVerb) -> Query {
    let start = position
    consume(verb.rawValue.utf8.count, as: .command)
    let verbRange = range(from: start)
    let outer = context
    context.isRow = true
    defer { context = outer }
    return Query(kind: parseQueryKind(verb, verbRange), verb: verbRange)
  }

  private mutating func parseQueryKind(_ verb: QueryVerb, _ range: SourceRange) -> Query.Kind {
    if hasParenthesesOfFunction(verb) {
      fail(.parenthesesOfStage(verb.rawValue, at: foundRange))
      return .select([])
    }
    return switch verb {
    case .where: .where(parseCondition())
    case .select: .select(parseColumns(needsName: false))
    case .extend: .extend(parseColumns(needsName: true))
    case .agg: .agg(parseColumns(needsName: true))
    case .drop: .drop(parseNames("a field's name", as: .field))
    case .sort: .sort(parseSortKeys())
    case .group: parseGroup()
    case .sum, .avg, .min, .max: parseAggregate(Name(verb.rawValue, range))
    case .join: .join(parseJoin())
    }
  }

  private mutating func parseAggregate(_ name: Name) -> Query.Kind {
    skipBlanks()
    return .aggregate(name, isAtStageEnd ? nil : parseExpression())
  }

  /// True where a stage can end without an expression.
  var isAtStageEnd: Bool {
    if isAtEnd || byte() == .newline || byte() == .semicolon || byte() == .bar { return true }
    return byte().isCloser || (byte() == .comma && context.isMatchArm)
  }

  // MARK: - Habits of other languages

  /// `select(email, name)`, of which the verb was read.
  private mutating func hasParenthesesOfFunction(_ verb: QueryVerb) -> Bool {
    guard [.select, .extend, .drop].contains(verb), byte() == .openParenthesis else { return false }
    return text(position, lineEnd(from: position)).utf8.contains(.comma)
  }

  /// What `where` takes; `name like "J%"` is told what is written instead.
  private mutating func parseCondition() -> Expression {
    let conditionStart = positionAfterBlanks()
    let condition = parseExpression()
    guard !isRecovering, !isAtStageEnd else { return condition }
    let start = positionAfterBlanks()
    let word = text(start, nameEnd(from: start))
    let left = source[condition.range]
    if let replacement = Self.foreignComparisons[word.lowercased()] {
      skipBlanks()
      let next = positionAfterBlanks(from: nameEnd(from: start))
      let isNegated = text(next, nameEnd(from: next)) == "not"
      let written = isNegated ? "!=" : replacement.replacing("%", with: left)
      fail(.foreignComparison(isNegated ? "is not" : word, written, at: foundRange))
    } else if let sign = Self.comparisonWithHyphen(in: left),
      let replacement = Self.foreignComparisons[String(sign.dropFirst())]
    {
      // `role -eq "admin"`, which was read as a subtraction.
      let name = left.dropLast(sign.count)
      let end = conditionStart + left.utf8.count
      let range = SourceRange(end - sign.utf8.count, end)
      let blanks = name.reversed().prefix { $0 == " " }.count
      let written = replacement.replacing("%", with: name.dropLast(blanks))
      fail(.foreignComparison(sign, written, at: range))
    }
    return condition
  }

  /// What PowerShell compares with, at the end of a text.
  private static func comparisonWithHyphen(in text: String) -> String? {
    guard let hyphen = text.lastIndex(of: "-"), hyphen > text.startIndex,
      text[text.index(before: hyphen)] == " "
    else { return nil }
    let sign = text[hyphen...]
    return sign.dropFirst().allSatisfy(\.isLetter) ? String(sign) : nil
  }

  /// `%` stands for what is compared.
  private static let foreignComparisons = [
    "like": "% =~ \"…\"", "ilike": "% =~ \"(?i)…\"", "contains": "contains(%, \"…\")",
    "includes": "contains(%, \"…\")", "starts_with": "starts_with(%, \"…\")",
    "startswith": "starts_with(%, \"…\")", "ends_with": "% =~ \"…$\"",
    "endswith": "% =~ \"…$\"", "matches": "% =~ \"…\"", "match": "% =~ \"…\"", "is": "==",
    "eq": "==", "equals": "==", "isnt": "!=", "ne": "!=", "neq": "!=", "gt": ">", "lt": "<",
    "ge": ">=", "le": "<=", "gte": ">=", "lte": "<=",
    "between": "% >= a and % <= b",
  ]

  /// Columns with commas between them; one that is missing is said.
  private mutating func parseColumns(needsName: Bool) -> [Selection] {
    let columns = parseSelections(needsName: needsName)
    failAtFurtherName()
    return columns
  }

  /// `email name`, of which the first name was read.
  private mutating func failAtFurtherName() {
    guard !isRecovering else { return }
    skipBlanks()
    if byte() == .colon || at(word: "as") {
      fail(.renamedColumn(foundText, at: foundRange))
    } else if byte().isNameStart {
      fail(.columnsWithoutComma(foundText, at: foundRange))
    }
  }

  // MARK: - Selections

  private mutating func parseSelections(needsName: Bool) -> [Selection] {
    var selections: [Selection] = []
    repeat { selections.append(parseSelection(needsName: needsName)) } while consumeComma()
    return selections
  }

  private mutating func parseSelection(needsName: Bool) -> Selection {
    skipBlanks()
    let end = nameEnd(from: position)
    let equals = positionAfterBlanks(from: end)
    if end > position, isSingleEquals(at: equals) {
      let start = position
      consume(end - start, as: .name)
      let name = Name(text(start, end), range(from: start))
      skipBlanks()
      consume(1, as: .operator)
      return Selection(name: name, isNamed: true, value: parseExpression())
    }
    let value = parseExpression()
    return Selection(name: name(of: value, needsName), isNamed: false, value: value)
  }

  func isSingleEquals(at offset: Int) -> Bool {
    byte(at: offset) == .equals && !at("==", from: offset) && !at("=~", from: offset)
      && !at("=>", from: offset)
  }

  /// The last name of a path; any other value needs one.
  private mutating func name(of value: Expression, _ needsName: Bool) -> Name {
    let isMissing: Bool
    switch value.kind {
    case .field(let name) where !needsName: return Name(name, value.range)
    case .member(_, let name, _) where !needsName: return name
    case .missing: isMissing = true
    default: isMissing = false
    }
    if !isMissing {
      report(.selectionWithoutName(source[value.range], at: value.range))
    }
    return Name("", SourceRange(at: value.range.lower))
  }

  private mutating func parseSortKeys() -> [SortKey] {
    skipBlanks()
    guard !isAtStageEnd else { return [] }
    skipNeedlessBy("sort")
    failAtFlag()
    var keys: [SortKey] = []
    repeat {
      let value = parseExpression()
      keys.append(SortKey(value: value, descending: parseDescending()))
    } while consumeComma()
    failAtFurtherName()
    return keys
  }

  /// `sort -r name` and `sort --desc name`; `sort -amount` is a negative number.
  private mutating func failAtFlag() {
    guard byte() == .minus else { return }
    var end = position
    while byte(at: end) == .minus { end += 1 }
    let word = nameEnd(from: end)
    let isLong = end > position + 1
    guard word > end, isLong || byte(at: positionAfterBlanks(from: word)).isNameStart else {
      return
    }
    let range = SourceRange(position, word)
    fail(.flagOfSort(source[range], at: range))
  }

  private mutating func parseDescending() -> Bool {
    skipBlanks()
    if consume(ifWord: "desc") { return true }
    _ = consume(ifWord: "asc")
    return false
  }

  /// `group by role`: the verb says it all.
  private mutating func skipNeedlessBy(_ verb: String) {
    skipBlanks()
    guard at(word: "by") else { return }
    let next = positionAfterBlanks(from: position + 2)
    guard byte(at: next).isNameStart || byte(at: next) == .dot else { return }
    let word = text(next, nameEnd(from: next))
    guard !["and", "or", "in", "not", "asc", "desc"].contains(word) else { return }
    report(.needlessBy(verb, word, at: SourceRange(position, position + 2), next: next))
    consume(2, as: .keyword)
  }

  private mutating func parseGroup() -> Query.Kind {
    skipNeedlessBy("group")
    let keys = parseSelections(needsName: false)
    skipBlanks()
    guard byte() == .openBrace, !isRecovering, let bracket = openBracket() else {
      return .group(keys: keys, aggregates: nil)
    }
    let aggregates = parseSelections(needsName: true)
    close(bracket)
    return .group(keys: keys, aggregates: aggregates)
  }

  // MARK: - Join

  private mutating func parseJoin() -> Join {
    skipBlanks()
    let kind = parseJoinKind()
    context.isRow = false
    let right = parsePostfix()
    context.isRow = true
    skipBlanks()
    if !isRecovering, !at(word: "as") { fail(.joinWithoutName(foundText, at: foundRange)) }
    let name = expect(keyword: "as") ? parseName("a name for the joined row") : nil
    let condition = expect(keyword: "on") ? parseExpression() : missing
    return Join(kind: kind, right: right, name: name ?? Name("", here), condition: condition)
  }

  private mutating func parseJoinKind() -> Join.Kind {
    let end = nameEnd(from: position)
    guard let kind = Join.Kind(rawValue: text(position, end)) else { return .inner }
    consume(end - position, as: .keyword)
    return kind
  }

  /// Takes a word that must stand here.
  mutating func expect(keyword: StaticString) -> Bool {
    guard !isRecovering else { return false }
    skipBlanks()
    if consume(ifWord: keyword) { return true }
    fail(expected: "`\(keyword)`")
    return false
  }
}
