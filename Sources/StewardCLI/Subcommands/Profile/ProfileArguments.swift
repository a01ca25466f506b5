internal import ArgumentParser
internal import Steward
internal import StewardSyntax

/// What `profile add` takes beside the options that stand anywhere.
struct ProfileArguments: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "steward profile add", helpNames: [])

  @Option(
    help: ArgumentHelp("The id of the one organization that it is for.", valueName: "ID")
  )
  var organization: String?

  @Option(
    help: ArgumentHelp(
      "What becomes of changes: live, dry-run or read-only.",
      valueName: "MODE"
    ),
    transform: ProfileArguments.mode
  )
  var mode: ChangeMode?

  @Option(
    help: ArgumentHelp(
      "A file with the key, which only you can read; or give a command behind --.",
      valueName: "FILE"
    )
  )
  var keyFile: String?

  @Option(
    help: ArgumentHelp(
      "An email domain of the organization's own; may be given again.",
      valueName: "DOMAIN"
    )
  )
  var ownDomain: [String] = []

  @Option(
    help: ArgumentHelp("How much of the API's allowance is used, in percent.", valueName: "N")
  )
  var share: Int?

  @Flag(help: "Asks the organization who it is, and fills in its id.")
  var check = false

  @Flag(help: "Makes it the default profile.")
  var `default` = false

  @Flag(help: "Takes the place of a profile of this name.")
  var replace = false

  @ArgumentParser.Argument(help: .hidden)
  var name: String

  func validate() throws {
    if let share, !(1...100).contains(share) {
      throw ValidationError("--share is from 1 to 100, not \(share)")
    }
    guard Profile.isName(name) else {
      throw ValidationError(
        "`\(name)` is no name of a profile: it has letters, digits and between them `.`, `_`, `-`"
      )
    }
  }

  private static func mode(_ text: String) throws -> ChangeMode {
    if let mode = ChangeMode(rawValue: text) { return mode }
    let modes = ChangeMode.allCases.map(\.rawValue)
    if let near = Spelling.nearest(text, in: modes) {
      throw ValidationError("no mode `\(text)`: did you mean `\(near)`?")
    }
    throw ValidationError("no mode `\(text)`: there are \(modes.joined(separator: ", "))")
  }
}
