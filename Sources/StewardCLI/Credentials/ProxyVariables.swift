/// The part of the environment that says how the world is reached.
enum ProxyVariables {
  private static let names = ["https_proxy", "HTTPS_PROXY", "no_proxy", "NO_PROXY"]

  static func values(_ surroundings: Surroundings) -> [String: String] {
    var values: [String: String] = [:]
    for name in names { values[name] = surroundings.variable(name) }
    return values
  }
}
