package import StewardValues

extension Catalog {
  /// What the analytics reports have in common.
  package enum Analytics {
    package static let order = Enumeration("an order", ["asc", "desc"])

    package static let day = Parameter(
      "date",
      .query,
      .date,
      "the UTC day; give either this or a starting date"
    )
    package static let firstDay = Parameter(
      "starting_date",
      .query,
      .date,
      "the first day of a range, which is added up"
    )
    package static let lastDay = Parameter(
      "ending_date",
      .query,
      .date,
      "the day after the range's last one; at most 366 days after the first",
      default: "today"
    )

    /// Takes `dimension:value`: values of one dimension add to each other, dimensions narrow.
    package static func filter(_ dimensions: String...) -> Parameter {
      Parameter(
        "filter",
        .query,
        .list(.string),
        "only these: \(dimensions.map { "\($0):VALUE" }.joined(separator: ", "))",
        constraint: .dimensions(dimensions)
      )
    }

    package static func groupBy(_ dimensions: Enumeration) -> Parameter {
      Parameter(
        "group_by",
        .query,
        .list(.oneOf(dimensions)),
        "how rows are split",
        constraint: .items(0...100)
      )
    }

    package static let ordering = [
      Parameter(
        "order",
        .query,
        .oneOf(order),
        "upward or downward; downward is usual for numbers, upward for names"
      ),
      Parameter("order_by", .query, .string, "the row's name, or a number of it"),
    ]

    package static let rows = PageLimit.fixed(default: 100, maximum: 1000)

    /// Whom a row is about, where the query splits rows.
    package static let groupFields = [
      Field("product", .string.orNull, nullMeaning: notGrouped),
      Field("rbac_group_id", .id(.rbacGroup).orNull, nullMeaning: "not grouped by it, or no group"),
      Field("rbac_group_name", .string.orNull, nullMeaning: "not known, or not grouped"),
      Field("user_id", .id(.user).orNull, nullMeaning: notGrouped),
    ]

    package static let notGrouped = UsageReports.notGrouped
    package static let notCounted = "cannot be counted over these days"

    /// Counts that add up.
    package static func counts(_ names: String...) -> [Field] { names.map { Field($0, .int) } }

    /// Counts of what is different, which do not add up over days.
    package static func distinct(_ names: String...) -> [Field] {
      names.map { Field($0, .int.orNull, nullMeaning: notCounted) }
    }

    /// Counts that an organization has only if it has the product.
    package static func optional(_ names: String...) -> [Field] {
      names.map { Field($0, .int.orNull, nullMeaning: "the organization does not have it") }
    }

    package static let lag =
      "a day is ready at 10:00 UTC of the next one, and is revised for 30 days"
    package static let overlap =
      "somebody in several groups counts in each: groups can add up to more than there is"
  }
}
