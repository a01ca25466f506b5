extension Console {
  /// How a page of the help looks on standard output.
  var helpLook: HelpLook { HelpLook(columns: width, usesColor: usesColor) }
}
