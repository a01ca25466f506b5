internal import StewardCLI

@main struct Main {
  static func main() { CommandLineProgram.main() }
}
