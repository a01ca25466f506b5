internal import CEditLine

extension LineEditor {
  /// Lets the person's own editor have the text, which does not run before Enter.
  func openEditor() -> UInt8 {
    let text = library.line.string
    let edited = outsideLine { () -> String? in
      do throws(LineEditingError) {
        return try ExternalEditor.edit(text, suffix: ".\(configuration.programName)")
      } catch {
        library.write("\(error.description)\r\n")
        return nil
      }
    }
    guard let edited, edited != text else { return UInt8(CC_NORM) }
    replaceLine(with: edited)
    return UInt8(CC_REFRESH)
  }
}
