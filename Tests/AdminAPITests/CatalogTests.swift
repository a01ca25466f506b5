import AdminAPI
import StewardValues
import Testing

@Suite struct CatalogTests {
  @Test func `the commands' words are the ones people type`() {
    let words = Set(Catalog.all.map { $0.words.joined(separator: " ") })
    #expect(words.count == Catalog.all.count)
    for command in [
      "organization get", "users sign-out", "workspaces members add", "api-keys update",
      "usage-report claude-code", "federation rules workspaces remove", "rbac-groups members list",
      "spend-limits increase-requests approve", "claude-code managed-settings rbac-groups set",
      "plugins versions download", "webhooks regenerate-signing-secret",
      "analytics apps chat projects list",
    ] {
      #expect(words.contains(command), "\(command)")
    }
  }

  @Test func `a section has the operations that begin with its word`() {
    for section in Catalog.sections {
      for operation in section.operations() {
        #expect(operation.id.hasPrefix("\(section.head)."))
      }
    }
    #expect(Set(Catalog.all.map(\.id)).count == 153)
  }

  @Test func `an operation is found by its id`() {
    #expect(Catalog.operation(id: "workspaces.members.add")?.method == .post)
    #expect(Catalog.operation(id: "workspaces.members.promote") == nil)
  }

  @Test(arguments: Catalog.all) func `the path has exactly the path parameters, in order`(
    operation: Operation
  ) {
    let inPath = operation.path.split(separator: "/").filter { $0.hasPrefix("{") }
      .map { String($0.dropFirst().dropLast()) }
    #expect(operation.parameters.filter { $0.place == .path }.map(\.name) == inPath)
  }

  @Test(arguments: Catalog.all) func `only what is no GET can change something`(
    operation: Operation
  ) {
    if case .probes = operation.semantics { return #expect(operation.isRead) }
    #expect(operation.isRead == (operation.method == .get))
  }

  @Test(arguments: Catalog.all) func `the example begins with the command`(operation: Operation) {
    #expect(operation.example.hasPrefix(operation.words.joined(separator: " ")))
  }

  @Test func `every changed collection can be read, for naming and before-states`() {
    for operation in Catalog.all where !operation.isRead {
      let collection = operation.semantics.collection
      let reads = collection.flatMap { Catalog.retrieval(of: $0) ?? Catalog.listing(of: $0) }
      #expect(reads != nil, "\(operation.id)")
    }
  }

  @Test func `text that looks like an amount is money`() {
    for shape in allShapes() {
      for field in shape.fields
      where ["amount", "cost", "spend"].contains(where: field.name.hasSuffix) {
        if case .record = field.type { continue }
        guard case .money = field.type.unwrapped else {
          Issue.record("\(shape.name ?? "").\(field.name) is \(field.type)")
          continue
        }
        #expect(field.money?.currencyField == "currency")
      }
    }
  }

  @Test func `shapes of one name are one shape`() {
    let shapes = allShapes()
    let byName = Dictionary(grouping: shapes, by: { $0.name ?? "" })
    for (name, same) in byName {
      #expect(Set(same.map(ObjectIdentifier.init)).count == 1, "\(name)")
    }
  }

  @Test(arguments: [
    ("user_01", "user"), ("wrkspc_01", "workspace"), ("apikey_01", "api_key"),
    ("rbac_group_1", "rbac_group"),
  ]) func `an id tells its resource`(id: String, resource: String) {
    #expect(Catalog.resource(ofID: id)?.name == resource)
  }

  @Test func `a name is no id`() {
    #expect(Catalog.resource(ofID: "jane@acme.example") == nil)
  }

  private func allShapes() -> [Shape] {
    var found: [Shape] = []
    func add(_ type: DataType) {
      switch type {
      case .optional(let inner), .list(let inner), .map(let inner): add(inner)
      case .record(let shape): visit(shape)
      default: break
      }
    }
    func visit(_ shape: Shape) {
      found.append(shape)
      for field in shape.fields { add(field.type) }
    }
    for operation in Catalog.all { visit(operation.response.shape) }
    return found
  }
}
