import AdminAPI
import AdminCommands
import LineEditing
import StewardCLI
import StewardRuntime
import StewardSyntax
import StewardValues
import Synchronization
import Testing

@Suite struct NameCacheTests {
  private static let people = [
    NameListing.Entry(name: "ann@acme.example", id: "user_1"),
    NameListing.Entry(name: "Anton@acme.example", id: "user_2"),
    NameListing.Entry(name: "bob@acme.example", id: "user_3"),
  ]
  private static let workspaces = [
    NameListing.Entry(name: "Research Lab", id: "wrkspc_1"),
    NameListing.Entry(name: "Twins", id: "wrkspc_2"),
    NameListing.Entry(name: "Twins", id: "wrkspc_3"),
    NameListing.Entry(name: "Web", id: "wrkspc_4"),
  ]

  @Test func `what is only shown is not read again and again`() {
    let organization = Organization()
    let cache = organization.cache()
    cache.refreshToShow(.user)
    cache.wait(for: [.user], milliseconds: 60_000)
    organization.time.withLock { $0 += .seconds(3600) }
    cache.refreshToShow(.user)
    #expect(organization.reads.withLock { $0 } == 1)
  }

  @Test func `names are found by id, and waited for only while they are read`() {
    let cache = Organization().cache()
    let user = Resource.user
    cache.wait(for: [user], milliseconds: 60_000)
    #expect(cache.name(of: "user_2", user) == nil)
    cache.refresh(user)
    cache.wait(for: [user], milliseconds: 60_000)
    #expect(cache.name(of: "user_2", user) == "Anton@acme.example")
    #expect(cache.name(of: "user_9", user) == nil)
  }

  /// A cache that has read its names, and counts how often it did.
  private final class Organization: Sendable {
    let reads = Mutex(0)
    let time = Mutex(Duration.zero)
    let failure = Mutex<String?>(nil)
    let more = Mutex<[NameListing.Entry]>([])

    func cache() -> NameCache {
      NameCache(elapsed: { self.time.withLock { $0 } }) { resource in
        self.reads.withLock { $0 += 1 }
        if let failure = self.failure.withLock({ $0 }) { return .failure(failure) }
        let own = resource.name == "user" ? NameCacheTests.people : NameCacheTests.workspaces
        return .names(own + self.more.withLock { $0 })
      }
    }
  }

  /// Tab, and Tab again once the names are there.
  private func complete(_ text: String, _ cache: NameCache) async -> Completion {
    let completer = Completer(.atPrompt(), names: cache)
    await withCheckedContinuation { continuation in
      let isFirst = Mutex(true)
      cache.onChange {
        let resumes = isFirst.withLock { isFirst in
          defer { isFirst = false }
          return isFirst
        }
        if resumes { continuation.resume() }
      }
      let first = completer.completion(of: text, at: text.utf8.count)
      #expect(first.note == "names are being read: Tab again")
      #expect(first.candidates == [])
    }
    return completer.completion(of: text, at: text.utf8.count)
  }

  @Test func `emails stand for people, with their ids`() async {
    let completion = await complete("users get an", Organization().cache())
    #expect(completion.candidates.map(\.text) == ["ann@acme.example", "Anton@acme.example"])
    #expect(completion.candidates.map(\.detail) == ["user_1", "user_2"])
    #expect(completion.replacing == 10..<12)
    #expect(completion.note == "names as of now")
  }

  @Test func `a name gets quotes, and one that two have gives way to ids`() async {
    let cache = Organization().cache()
    let text = "workspaces get "
    let completion = await complete(text, cache)
    #expect(
      completion.candidates.map(\.text) == ["\"Research Lab\"", "wrkspc_2", "wrkspc_3", "Web"]
    )
    let quoted = text + "\"rese"
    let inQuotes = Completer(.atPrompt(), names: cache)
      .completion(of: quoted, at: quoted.utf8.count)
    #expect(inQuotes.candidates.map(\.text) == ["\"Research Lab\""])
  }

  @Test func `of very many names some are offered, and what they all begin with is right`() async {
    let organization = Organization()
    organization.more.withLock { more in
      more = (0..<50_000).map { NameListing.Entry(name: "z\($0)@x.example", id: "user_z\($0)") }
    }
    let completion = await complete("users get z", organization.cache())
    #expect(completion.candidates.count == 200)
    #expect(completion.note == "and 49,800 more: type on; names as of now")
    #expect(CompletionStep.commonPrefix(completion.candidates.map(\.text)) == "z")
  }

  @Test func `names are read again once they are old or something changed`() async {
    let organization = Organization()
    let cache = organization.cache()
    _ = await complete("users get an", cache)
    _ = cache.look(.user)
    #expect(organization.reads.withLock { $0 } == 1)
    organization.time.withLock { $0 = .seconds(299) }
    #expect(cache.look(.user).note == "names as of 5 min ago")
    organization.time.withLock { $0 = .seconds(301) }
    #expect(cache.look(.user).note == "names as of 5 min ago, being read again")
    #expect(cache.look(.user).names?.isEmpty == false)
  }

  @Test func `a command that changes such objects makes their names stale`() async throws {
    let session = Session.atPrompt()
    let cache = Organization().cache()
    let language = ReplLanguage(session, names: cache)
    func run(_ text: String) throws {
      let checked = session.check(SourceText(text, name: "repl"))
      language.didRun(try #require(checked.program))
    }
    _ = await complete("users get an", cache)
    try run("users list")
    try run("workspaces archive wrkspc_1")
    #expect(cache.look(.user).note == "names as of now")
    try run("users remove user_1")
    #expect(cache.look(.user).note == "names as of now, being read again")
  }

  @Test func `a failure is said below the menu`() async {
    let organization = Organization()
    organization.failure.withLock { $0 = "the network is away" }
    let cache = organization.cache()
    let completion = await complete("users get an", cache)
    #expect(completion.note == "names cannot be read: the network is away")
    #expect(completion.candidates == [])
    // Tab again, but not at once.
    #expect(organization.reads.withLock { $0 } == 1)
    organization.time.withLock { $0 = .seconds(6) }
    let text = "users get an"
    let again = Completer(.atPrompt(), names: cache).completion(of: text, at: text.utf8.count)
    #expect(again.note == "names are being read: Tab again")
  }

  @Test func `names that were seen are offered while all are read`() async {
    let cache = Organization().cache()
    cache.note([NameListing.Entry(name: "zoe@acme.example", id: "user_9")], of: .user)
    let text = "users get z"
    let completion = Completer(.atPrompt(), names: cache).completion(of: text, at: text.utf8.count)
    #expect(completion.candidates.map(\.text) == ["zoe@acme.example"])
    #expect(completion.note == "names as of now, being read again")
  }
}
