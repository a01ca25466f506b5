#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The editor if input and output are a terminal that can move its cursor, else plain lines.
package func makeLineReader(
  _ configuration: LineEditorConfiguration,
  host: any LineEditorHost
) -> any LineReader {
  LineEditor(configuration, host: host) ?? PlainLineReader(configuration, host: host)
}

/// Whether lines can be edited on these descriptors.
func isEditable(_ configuration: LineEditorConfiguration) -> Bool {
  guard isatty(configuration.input) == 1, isatty(configuration.output) == 1 else { return false }
  guard let terminal = configuration.terminal else { return false }
  return !terminal.isEmpty && terminal != "dumb"
}
