/// Invents scripts that change something wherever the language lets them: in definitions, closures,
/// parallel loops, `try` with all its parts, modules. The same seed gives the same script.
struct ScriptGenerator {
  private var random: SplitMix
  private var names = 0
  private var definitions: [String] = []
  /// Variables that hold a user's id.
  private var users: [String] = []
  /// Variables that hold a workspace's id.
  private var places: [String] = []
  private var depth = 0
  /// Whether rows of parallel loops keep out of each other's way: none fails, and ends others.
  private let isOrderly: Bool
  /// How many parallel loops are around.
  private var rows = 0

  /// What `use "module.steward" as m` brings.
  static let module = """
    def invite(email: string) { invites create --email $email --role user }
    def add(place: id<workspace>, who: id<user>) {
      workspaces members add $place --user-id $who --workspace-role workspace_user
    }
    """

  init(seed: Int, isOrderly: Bool = false) {
    self.isOrderly = isOrderly
    random = SplitMix(state: UInt64(seed) &* 0xD6E8_FEB8_6659_FD93)
  }

  mutating func script() -> String {
    var lines = ["use \"module.steward\" as m"]
    for _ in 0..<random.below(3) { lines.append(definition()) }
    for _ in 0..<random.from(2, 5) { lines.append(statement()) }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Parts

  private mutating func definition() -> String {
    let name = fresh("work")
    let outer = (users, places)
    (users, places) = (["$who"], [])
    let body = block(1)
    (users, places) = outer
    definitions.append(name)
    return "def \(name)(who: id<user>) \(body)"
  }

  private mutating func block(_ most: Int = 2) -> String {
    let outer = (users, places)
    defer { (users, places) = outer }
    depth += 1
    defer { depth -= 1 }
    let lines = (0..<random.from(1, most + 1)).map { _ in statement() }
    return "{\n\(lines.joined(separator: "\n"))\n}"
  }

  private mutating func statement() -> String {
    guard depth < 4, random.below(10) < 6 else { return change() }
    if isOrderly, rows > 0 {
      return random.below(2) == 0 ? parallel() : random.below(2) == 0 ? loop() : create()
    }
    switch random.below(16) {
    case 0: return loop()
    case 1: return parallel()
    case 2: return attempt()
    case 3: return choice()
    case 4: return closure()
    case 5: return create()
    case 6: return nestedParallel()
    case 7: return counted()
    case 8: return sync()
    case 9: return anyPath()
    case 10: return callDefinition()
    case 11: return "call --timeout 30s {||\n\(change())\n}"
    case 12: return "print (\(change()))"
    case 13: return "[1, 2, 3] | each {|n| \(change()) } | to csv | save --force out.csv"
    case 14: return "if (confirm \"go on?\") \(block())"
    default: return "m.invite \"\(fresh("guest"))@acme.example\""
    }
  }

  private mutating func loop() -> String {
    let name = fresh("u")
    users.append("$\(name).id")
    defer { users.removeLast() }
    // A filter by what other rows change gives one row this and one row that.
    let filters = isOrderly && rows > 0 ? [""] : ["", " --roles developer,user"]
    let list = "users list\(filters[random.below(filters.count)])"
    return "for \(name) in (\(list) | first \(random.from(1, 4))) \(block())"
  }

  private mutating func parallel() -> String {
    let name = fresh("u")
    users.append("$\(name).id")
    defer { users.removeLast() }
    rows += 1
    let body = block()
    rows -= 1
    let skips = random.below(3) == 0 ? " --on-error skip" : ""
    return "users list | first \(random.from(1, 5)) | par-each --jobs \(random.from(1, 5))\(skips) "
      + "{|\(name)| \(body.dropFirst().dropLast()) }"
  }

  private mutating func nestedParallel() -> String {
    let (place, user) = (fresh("w"), fresh("u"))
    return """
      workspaces list | first 3 | par-each {|\(place)|
        workspaces members list $\(place).id | first 2 | par-each {|\(user)|
          workspaces members update $\(place).id $\(user).user_id --workspace-role workspace_user
        }
        workspaces update $\(place).id --name "\(fresh("renamed"))"
      }
      """
  }

  private mutating func attempt() -> String {
    let last = random.below(2) == 0 ? " finally \(block(1))" : ""
    let fails = random.below(2) == 0 ? "throw \"on purpose\"\n" : ""
    let body = block().dropLast() + fails + "}"
    return "try \(body) catch e \(block(1))\(last)"
  }

  private mutating func choice() -> String {
    let test = ["(users list | count) > \(random.below(30))", "true", "false"][random.below(3)]
    if random.below(2) == 0 { return "if \(test) \(block()) else \(block())" }
    return "match \(random.below(3)) { 0 => \(block(1)), 1 | 2 => \(block(1)), _ => \(block(1)) }"
  }

  private mutating func closure() -> String {
    let (name, row) = (fresh("f"), fresh("r"))
    users.append("$\(row)")
    let body = block()
    users.removeLast()
    let call = "call $\(name) \(user())"
    return "let \(name) = {|\(row)| \(body.dropFirst().dropLast()) }\n\(call)\n\(call)"
  }

  private mutating func create() -> String {
    let name = fresh("made")
    let title = random.below(3) == 0 ? "Twin" : name
    places.append("$\(name).id")
    return "let \(name) = (workspaces create --name \"\(title)\")"
  }

  private mutating func counted() -> String {
    let name = fresh("n")
    let body = block().dropLast()
    return "mut \(name) = 0\nwhile $\(name) < \(random.from(1, 4)) \(body)$\(name) += 1\n}"
  }

  private mutating func sync() -> String {
    let removes = random.below(2) == 0 ? " --remove" : ""
    return """
      [{email: "chloe@acme.example", workspace_role: "workspace_user"}]
      | sync workspaces members Research\(removes)
      """
  }

  private mutating func anyPath() -> String {
    let name = fresh("x")
    users.append("$\(name).id")
    defer { users.removeLast() }
    return
      "for \(name) in (api get /v1/organizations/users --query {limit: 3} | first 2) \(block(1))"
  }

  private mutating func callDefinition() -> String {
    guard !definitions.isEmpty, depth > 0 || random.below(2) == 0 else { return change() }
    return "\(definitions[random.below(definitions.count)]) \(user())"
  }

  private mutating func change() -> String {
    let role = ["user", "developer", "billing", "claude_code_user"][random.below(4)]
    let rank = ["workspace_user", "workspace_developer", "workspace_admin"][random.below(3)]
    if isOrderly, rows > 0 {
      return [
        "users update \(users.last ?? "chloe@acme.example") --role \(role)",
        "workspaces create --name Twin",
        "invites create --email \(fresh("new"))@acme.example --role user",
        "api-keys list | first 1 | each {|k| api-keys update $k.id --name \"\(fresh("key"))\" }",
      ][random.below(4)]
    }
    switch random.below(13) {
    case 0: return "users update \(user()) --role \(role)"
    case 1: return "users remove \(user())"
    case 2: return "invites create --email \(fresh("new"))@acme.example --role \(role)"
    case 3: return "invites delete nina.vogel@acme.example"
    case 4: return "workspaces create --name \"\(fresh("Place"))\""
    case 5: return "workspaces update \(place()) --tags {team: \"\(fresh("t"))\"}"
    case 6: return "workspaces archive \(place())"
    case 7: return "workspaces members add \(place()) --user-id \(user()) --workspace-role \(rank)"
    case 8: return "workspaces members update \(place()) \(user()) --workspace-role \(rank)"
    case 9: return "workspaces members remove \(place()) \(user())"
    case 10: return "api-keys update eval-nightly --status inactive"
    case 11:
      return
        "api-keys list --status active | first 2 | each {|k| api-keys update $k.id --status inactive }"
    default: return "m.add \(place(isID: true)) \(user(isID: true))"
    }
  }

  private mutating func user(isID: Bool = false) -> String {
    if !users.isEmpty, random.below(4) > 0 { return users[random.below(users.count)] }
    let email = ["chloe", "jane", "wei", "omar", "daniel", "nobody"][random.below(6)]
    return isID ? "(resolve_id(\"user\", \"\(email)@acme.example\"))" : "\(email)@acme.example"
  }

  private mutating func place(isID: Bool = false) -> String {
    if !places.isEmpty, random.below(4) > 0 { return places[random.below(places.count)] }
    let name = ["Research", "Production", "\"Support Bots\"", "\"Claude Code\""][random.below(4)]
    guard isID else { return name }
    return "(resolve_id(\"workspace\", \"\(name.filter { $0 != "\"" })\"))"
  }

  private mutating func fresh(_ stem: String) -> String {
    names += 1
    return "\(stem)\(names)"
  }
}

/// Random numbers that follow from a seed.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// From 0 up to the bound, without it.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
  mutating func from(_ first: Int, _ bound: Int) -> Int { first + below(bound - first) }
}
