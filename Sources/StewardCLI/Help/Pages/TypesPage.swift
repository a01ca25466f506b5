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
  ]
}
