/// The program's version, as `--version` and the `user-agent` of requests say it.
enum Version {
  static let text = "0.1.0"
}
