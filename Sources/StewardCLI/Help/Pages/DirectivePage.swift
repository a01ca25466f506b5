/// The help on a word for the prompt itself.
enum DirectivePage {
  /// Those that no topic is about.
  static let pages = ReplDirective.all.filter { word in
    !HelpTopic.all.contains { $0.name == word.name }
  }.map { word in
    HelpPage(
      .topic,
      word.name,
      word.summary,
      [
        HelpSection("usage", [.usage([word.usage])]),
        HelpSection("notes", [.paragraph("A word for the prompt, not for scripts.")]),
        HelpSection("see also", [.pages(related[word.name] ?? ["prompt"])]),
      ]
    )
  }

  private static let related = ["mode": ["safety", "prompt"], "quit": ["exit", "prompt"]]
}
