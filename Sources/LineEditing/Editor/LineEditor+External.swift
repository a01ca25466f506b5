internal import CEditLine

extension LineEditor {
  /// Lets the person's own editor have the text, which does not run before Enter.
  func openEditor() -> UInt8 {
    let text = library.line.string
    let edited = outsideLine { () -> String? in
      do throws(LineEditingError) {
        return try ExternalEditor.edit(text, suffix: ".\(configuration.programName)")
      } catch {
        write("\(error.description)\r\n")
        return nil
      }
    }
    guard let edited, edited != text else { return UInt8(CC_NORM) }
    replaceLine(with: PastedText.cleaned(edited))
    return UInt8(CC_REFRESH)
  }
}
