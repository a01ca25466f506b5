/// What people know from other tools, and what it is called here.
enum Habits {
  static let commands: [String: [String]] = [
    "take": ["first"], "head": ["first"], "limit": ["first"], "top": ["first"],
    "tail": ["last"], "sort-by": ["sort"], "order": ["sort"], "sort_by": ["sort"],
    "length": ["count"], "wc": ["count"], "size": ["count"], "filter": ["where"],
    "grep": ["where"], "map": ["each"], "foreach": ["each"], "for-each": ["each"],
    "xargs": ["each"], "echo": ["print"], "puts": ["print"], "println": ["print"],
    "cat": ["open"], "read": ["open"], "write": ["save"], "tee": ["tap"], "distinct": ["uniq"],
    "unique": ["uniq"], "reject": ["drop"], "group-by": ["group"], "unnest": ["flatten"],
    "explode": ["flatten"], "quit": ["exit"], "man": ["help"], "members": ["users", "workspaces"],
    "me": ["organization"], "keys": ["api-keys"], "usage": ["usage-report"],
    "cost": ["cost-report"], "costs": ["cost-report"], "whoami": ["organization"],
  ]

  static let verbs: [String: [String]] = [
    "ls": ["list"], "show": ["get"], "retrieve": ["get"], "describe": ["get"],
    "rm": ["remove", "delete"], "delete": ["remove", "archive"], "del": ["remove", "delete"],
    "remove": ["delete", "archive"], "new": ["create", "add"], "add": ["create"],
    "invite": ["create"], "set": ["update"], "edit": ["update"], "change": ["update"],
    "modify": ["update"], "disable": ["update"], "all": ["list"],
  ]

  static let functions: [String: [String]] = [
    "length": ["len"], "size": ["len"], "strlen": ["len"], "tolower": ["lower"],
    "lowercase": ["lower"], "toupper": ["upper"], "uppercase": ["upper"], "strip": ["trim"],
    "join": ["join_text"], "keys": ["names"], "str": ["text"], "string": ["text"],
    "float": ["decimal"], "number": ["decimal"], "typeof": ["type_of"], "min": ["min_of"],
    "max": ["max_of"], "includes": ["contains"], "startswith": ["starts_with"], "coalesce": [],
  ]
}
