/// What stands in brackets, with commas or alone.
extension LayoutBuilder {
  /// Elements on one line, or each on its own: if they are too long, if a line break was written
  /// behind the bracket, and if one of them takes several lines.
  mutating func bracketed<Value>(
    _ values: [Value],
    padding: Layout = .softLine,
    _ element: (inout LayoutBuilder, Value) -> Layout
  ) -> Layout {
    inside(endsAtLineBreak: false) { builder in
      let opener = builder.takeOpener()
      let isBroken = opener.isMultiline || builder.isAtLineBreak
      let content = builder.separated(values, element) + builder.lastComments()
      guard !content.isEmpty || opener.isMultiline else { return opener + builder.take() }
      return .group(
        opener + .indented(padding + content) + padding + builder.take(),
        isBroken: isBroken || content.isMultiline
      )
    }
  }

  /// Values with what separates them: a comma, or what else stands there.
  mutating func separated<Value>(
    _ values: [Value],
    by line: Layout? = nil,
    _ element: (inout LayoutBuilder, Value) -> Layout
  ) -> Layout {
    var parts: [Layout] = []
    for (index, value) in values.enumerated() {
      if index > 0 { parts += separator(line) }
      parts += [leadingComments(), element(&self, value)]
    }
    return .sequence(parts)
  }

  private mutating func separator(_ line: Layout?) -> [Layout] {
    if let line { return [line, take(), line] }
    return [take(), trailingComment(), .line]
  }

  mutating func parenthesized(_ content: (inout LayoutBuilder) -> Layout) -> Layout {
    inside(endsAtLineBreak: false) { builder in
      let opener = builder.takeOpener()
      let isAtLineBreak = builder.isAtLineBreak
      let first = builder.leadingComments()
      let content = content(&builder)
      let last = builder.lastComments()
      let isBroken =
        isAtLineBreak || [opener, first, last].contains { $0.isMultiline } || content.isBroken
      return .group(
        opener + .indented(.softLine + first + content + last) + .softLine + builder.take(),
        isBroken: isBroken
      )
    }
  }

  /// The arguments of a function. A bracket that is the only one takes no lines besides its own.
  mutating func call(_ arguments: [Expression]) -> Layout {
    guard arguments.count == 1, arguments[0].isBracketed else {
      return bracketed(arguments) { $0.expression($1) }
    }
    return indexed { $0.expression(arguments[0]) }
  }

  /// Brackets that do not break.
  mutating func indexed(_ content: (inout LayoutBuilder) -> Layout) -> Layout {
    inside(endsAtLineBreak: false) { builder in
      builder.takeOpener() + content(&builder) + builder.lastComments() + builder.take()
    }
  }

  mutating func slice(_ lower: Expression?, _ upper: Expression?) -> Layout {
    let start = lower.map { expression($0) } ?? .empty
    return start + take() + (upper.map { expression($0) } ?? .empty)
  }

  mutating func element(_ element: Element) -> Layout {
    let mark = element.isSpread ? take() : .empty
    return mark + expression(element.value)
  }

  mutating func entry(_ entry: Entry) -> Layout {
    switch entry {
    case .field(let name, let value):
      take(through: name.range) + takeWord() + expression(value)
    case .spread(let value): take() + expression(value)
    }
  }

  mutating func closure(_ closure: Closure) -> Layout {
    var opener = take() + take()
    opener =
      opener
      + separated(closure.parameters) { builder, parameter in
        let name = builder.take(through: parameter.name.range)
        return name + (parameter.type.map { builder.annotation($0) } ?? .empty)
      }
    opener = opener + takeOpener()
    return .group(braces(opener, closure.body, isOneLine: isOneLine(closure.range)))
  }
}
