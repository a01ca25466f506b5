/// `steward help [TOPIC …]`.
struct HelpSubcommand {
  private let page: String

  init(_ words: [String]) throws(UsageError) {
    page = try HelpPages.program.page(on: words)
  }

  func run(_ console: Console) -> Int32 { console.finish { page } }
}
