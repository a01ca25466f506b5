import AdminAPI
import Testing

@Suite struct CatalogFactsTests {
  /// Where the catalog says something else than the API's reference, and why.
  private static let deliberate: [(documented: String, described: String, reason: String)] =
    costReportIsAList + money + [
      (
        "parameter\tworkspaces.create\tdata_residency\tbody\tobject\tno\tyes\t-\t-\t-",
        "parameter\tworkspaces.create\tdata_residency\tbody\tobject\tno\tyes\t-\t"
          + "us, unrestricted inference, global by default\t-",
        "the help tells the default of the whole object, which the reference tells field by field"
      ),
      (
        "field\tClaudeCodeUsageRecord\tdate\tstring\tno\t-",
        "field\tClaudeCodeUsageRecord\tdate\tdatetime\tno\t-",
        "the reference gives no format, its examples are RFC 3339"
      ),
    ]

  private static let costReportIsAList =
    [
      (
        "operation\tcost_report.retrieve\tGET\t/v1/organizations/cost_report\tpage_token"
          + "\tCostBucket",
        "operation\tcost_report.list\tGET\t/v1/organizations/cost_report\tpage_token\tCostBucket",
        "a retrieve that gives a list is called list"
      )
    ]
    + [
      "starting_at\tquery\tdatetime\tyes\tno\t-\t-\t-",
      "bucket_width\tquery\tstring\tno\tno\t1d\t1d\t-",
      "ending_at\tquery\tdatetime\tno\tno\t-\t-\t-",
      "group_by\tquery\tarray<string>\tno\tno\tdescription|workspace_id\t-\t-",
      "limit\tquery\tinteger\tno\tno\t-\t7\tmin=1;max=31", "page\tquery\tstring\tno\tno\t-\t-\t-",
    ].map {
      (
        "parameter\tcost_report.retrieve\t\($0)", "parameter\tcost_report.list\t\($0)",
        "a retrieve that gives a list is called list"
      )
    }

  private static let money = [
    (
      "field\tCostBucket.results\tamount\tstring\tno\t-",
      "field\tCostBucket.results\tamount\tmoney\tno\t-",
      "cents as text become money when they are decoded"
    ),
    (
      "field\tClaudeCodeUsageRecord.model_breakdown.estimated_cost\tamount\tnumber\tno\t-",
      "field\tClaudeCodeUsageRecord.model_breakdown.estimated_cost\tamount\tmoney\tno\t-",
      "cents as a number become money when they are decoded"
    ),
  ]

  @Test func `every documented fact is in the catalog`() throws {
    let replaced = Set(Self.deliberate.map(\.documented))
    let missing = try FactTable.documented().subtracting(FactTable.described())
    #expect(missing.subtracting(replaced).sorted() == [])
  }

  @Test func `the catalog says nothing that is not documented`() throws {
    let replacing = Set(Self.deliberate.map(\.described))
    let surplus = FactTable.described().subtracting(try FactTable.documented())
    #expect(surplus.subtracting(replacing).sorted() == [])
  }

  @Test func `every deliberate difference is still one`() throws {
    let documented = try FactTable.documented()
    let described = FactTable.described()
    for difference in Self.deliberate {
      #expect(documented.contains(difference.documented), "\(difference.reason)")
      #expect(described.contains(difference.described), "\(difference.reason)")
    }
  }
}
