import AdminAPI
import StewardValues
import Testing

@Suite struct CatalogTests {
  @Test func `the commands' words are the ones people type`() {
    let words = Catalog.all.map { $0.words.joined(separator: " ") }
    #expect(
      words == [
        "organization get", "users get", "users list", "users update", "users remove",
        "invites create", "invites get", "invites list", "invites delete", "workspaces create",
        "workspaces get", "workspaces list", "workspaces update", "workspaces archive",
        "workspaces members add", "workspaces members get", "workspaces members list",
        "workspaces members update", "workspaces members remove", "api-keys get", "api-keys list",
        "api-keys update", "usage-report messages", "usage-report claude-code", "cost-report list",
      ]
    )
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
    #expect(operation.isRead == (operation.method == .get))
  }

  @Test(arguments: Catalog.all) func `the example begins with the command`(operation: Operation) {
    #expect(operation.example.hasPrefix(operation.words.joined(separator: " ")))
  }

  @Test func `every changed collection can be read, for naming and before-states`() {
    for operation in Catalog.all where !operation.isRead {
      let collection = operation.semantics.collection
      #expect(collection.flatMap { Catalog.retrieval(of: $0) } != nil, "\(operation.id)")
      #expect(collection.flatMap { Catalog.listing(of: $0) } != nil, "\(operation.id)")
    }
  }

  @Test func `text that looks like an amount is money`() {
    for shape in allShapes() {
      for field in shape.fields
      where ["amount", "cost", "spend"].contains(where: field.name.hasSuffix) {
        if case .record = field.type { continue }
        guard case .money = field.type else {
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
