/// A setting that a sandbox cannot be made with.
public struct SandboxSettingsError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong and what to write instead, lower-case and without a full stop.
  public let message: String

  /// The message.
  public var description: String { message }

  init(_ message: String) { self.message = message }

  init(unknown name: String) {
    let names = SandboxSetting.all.map(\.name)
    guard let nearest = NearestName.find(name, among: names) else {
      self.init("no setting `\(name)`: there are \(names.joined(separator: ", "))")
      return
    }
    self.init("no setting `\(name)`: did you mean `\(nearest)`?")
  }
}
