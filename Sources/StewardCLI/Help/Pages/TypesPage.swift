internal import LineEditing
internal import StewardRuntime
internal import StewardValues

/// The help on types: how they and their values are written.
enum TypesPage {
  static func page(_ vocabulary: Vocabulary) -> HelpPage {
    let ids = vocabulary.resources.map { resource in
      HelpTerm("id<\(resource.name)>", resource.prefix.map { "begins with \($0)" } ?? "a UUID")
    }
    return HelpPage(
      .topic,
      "types",
      "What values there are, and how their types are written",
      [
        HelpSection("plain", [.terms(plain)]),
        HelpSection("made of others", [.terms(composed)]),
        HelpSection("ids", [.terms(ids)]),
        HelpSection("objects of the API", [.pages(vocabulary.types.keys.sorted())]),
      ]
    )
  }

  /// The names as they are typed, for completion.
  static func names(_ vocabulary: Vocabulary) -> [Candidate] {
    let words = (plain + composed).compactMap { term -> Candidate? in
      guard let first = term.name.first, first.isLowercase else { return nil }
      let name = term.name.prefix { $0 != "<" }
      let text = name.count < term.name.count ? "\(name)<" : term.name
      return Candidate(text, description: term.meaning, appendsBlank: false)
    }
    let objects = vocabulary.types.keys.sorted().map {
      Candidate($0, description: "an object of the API", appendsBlank: false)
    }
    return words + objects
  }

  private static let plain = [
    HelpTerm("null", "nothing: null"),
    HelpTerm("bool", "true or false"),
    HelpTerm("int", "a whole number of 64 bits: 42, 1_000"),
    HelpTerm("decimal", "an exact number: 1.25; what int / int gives"),
    HelpTerm("float", "a binary fraction, written with an exponent: 2.5e-3"),
    HelpTerm("money", "an amount in a currency: 12.50USD"),
    HelpTerm("string", "text: \"Hello $name\", 'as it is', \"\"\" for several lines"),
    HelpTerm("text", "text in pieces, such as `to csv` gives; kept, it is a string"),
    HelpTerm("date", "a day: @2026-10-01"),
    HelpTerm("datetime", "a moment in UTC: @2026-10-01T09:30:00Z"),
    HelpTerm("duration", "a time span: 500ms, 90s, 12h, 30d, 1h30m"),
    HelpTerm("closure", "code to be called: {|x| $x + 1}"),
    HelpTerm("secret", "text that is never shown"),
    HelpTerm("error", "what `catch e` gives; `help errors`"),
    HelpTerm("record", "fields of any kind: {name: \"Ada\", age: 36}"),
    HelpTerm("any", "anything: checked when the script runs"),
  ]

  private static let composed = [
    HelpTerm("T?", "a T or null"),
    HelpTerm("list<T>", "several, in order: [1, 2, 3]"),
    HelpTerm("stream<T>", "rows that arrive one by one, once; what lists of the API give"),
    HelpTerm("map<T>", "a record with any names, whose values are all T"),
    HelpTerm("{name: T, …}", "a record with these fields"),
    HelpTerm("\"a\" | \"b\"", "one of these texts"),
    HelpTerm("id<R>", "the id of an R: a text that is not mistaken for another R's"),
    HelpTerm("name<R>", "what an R is given by: its id, its name, or for people the email"),
  ]
}
