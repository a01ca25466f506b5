/// A piece of the help before it has a form: the terminal, Markdown and the manual all show this.
struct HelpPage: Sendable {
  /// What kind of thing it is about: several may have one name.
  enum Kind: String, Sendable {
    case command, stage, statement, prefix, aggregate, function, type, code, topic, task
    /// What can go wrong in a run.
    case kind
  }

  let kind: Kind
  /// What it is about, as it is written: `users list`, `round`.
  let title: String
  /// What stands behind `help` where that is not the title.
  var address: String?
  /// One sentence, without a full stop; empty where the title says it.
  let summary: String
  var sections: [HelpSection]
  /// Other words under which people look for it.
  var words = ""
  /// Whether it only lists other pages: a search finds those.
  var isList = false

  init(_ kind: Kind, _ title: String, _ summary: String = "", _ sections: [HelpSection] = []) {
    self.kind = kind
    self.title = title
    self.summary = summary
    self.sections = sections
  }
}

/// A part of a page with a heading.
struct HelpSection: Sendable {
  /// In small letters: `parameters`. Nil for what needs no heading.
  let title: String?
  var parts: [HelpPart]

  init(_ title: String? = nil, _ parts: [HelpPart]) {
    self.title = title
    self.parts = parts
  }
}

/// The forms that a part of a page has. Text may have `code` between backticks.
enum HelpPart: Sendable {
  case paragraph(String)
  /// Names, each with what it means.
  case terms([HelpTerm])
  /// How something is written: the pieces stay whole where a line is broken.
  case usage([String])
  /// Lines that somebody may type, each with what it does; nothing where that is clear.
  case examples([(code: String, meaning: String)])
  /// Lines that stay as they are.
  case code([String])
  /// Other pages, by their titles.
  case pages([String])
}

/// A name with its meaning: a parameter, a field, an option, a command in a list.
struct HelpTerm: Sendable {
  let name: String
  let meaning: String
  /// What it takes or holds, in words; empty where there is nothing to say.
  let type: String
  /// Short remarks: `required`, `by default 1d`.
  let remarks: [String]

  init(_ name: String, _ meaning: String, type: String = "", remarks: [String] = []) {
    self.name = name
    self.meaning = meaning
    self.type = type
    self.remarks = remarks
  }
}
