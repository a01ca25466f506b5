/// `def`, parameters, runbook headers and types.
extension LayoutBuilder {
  mutating func definition(_ definition: Definition) -> Layout {
    var parts = [takeWord()]
    for _ in definition.words { parts.append(takeWord()) }
    parts.append(
      bracketed(definition.parameters) { builder, parameter in builder.parameter(parameter) }
    )
    if let result = definition.result { parts += [.space, takeWord(), type(result)] }
    if let effects = definition.effects { parts += [.space, takeWord(), names(effects.count)] }
    parts += [.space, block(definition.body)]
    return .group(.sequence(parts))
  }

  private mutating func parameter(_ parameter: ParameterDeclaration) -> Layout {
    let mark = isNext("--") || isNext("...") ? take() : .empty
    let name = take(through: parameter.name.range)
    let type = parameter.type.map { annotation($0) } ?? .empty
    guard let value = parameter.defaultValue else { return mark + name + type }
    return mark + name + type + .space + takeWord() + expression(value)
  }

  /// So many names with commas between them.
  mutating func names(_ count: Int) -> Layout {
    var parts: [Layout] = []
    for index in 0..<count {
      if index > 0 { parts.append(takeWord()) }
      parts.append(take())
    }
    return .sequence(parts)
  }

  // MARK: - Runbook headers

  mutating func runbook(_ header: RunbookHeader) -> Layout {
    let opener = takeWord() + take(through: header.title.range) + .space + takeOpener()
    var parameters = header.parameters[...]
    var lines: [Layout] = []
    while !isNext("}"), !nextText().isEmpty {
      lines += [.newline, line { $0.runbookEntry(&parameters) }]
    }
    let content = Layout.sequence(lines) + lastComments()
    guard !content.isEmpty || opener.isMultiline else { return opener + take() }
    return .group(opener + .indented(content) + .newline + take())
  }

  private mutating func runbookEntry(
    _ parameters: inout ArraySlice<ParameterDeclaration>
  ) -> Layout {
    switch nextText() {
    case "param":
      let keyword = takeWord()
      return keyword + (parameters.popFirst().map { parameter($0) } ?? .empty)
    case "guard": return takeWord() + takeWord() + takeWord() + take()
    case "effects":
      var parts = [takeWord(), take()]
      while isNext(",") { parts += [takeWord(), take()] }
      return .sequence(parts)
    default: return takeWord() + take()
    }
  }

  // MARK: - Types

  /// `: T` behind a name.
  mutating func annotation(_ type: TypeExpression) -> Layout { takeWord() + self.type(type) }

  mutating func type(_ type: TypeExpression) -> Layout {
    switch type.kind {
    case .named(let name, let arguments):
      guard !arguments.isEmpty else { return take(through: name.range) }
      return take() + take() + separated(arguments) { $0.type($1) } + take()
    case .record(let fields):
      return bracketed(fields) { builder, field in
        builder.take(through: field.name.range) + builder.annotation(field.type)
      }
    case .oneOf(let literals):
      return separated(literals, by: .space) { $0.take(through: $1.range) }
    case .optional(let wrapped): return self.type(wrapped) + take()
    case .missing: return .empty
    }
  }
}
