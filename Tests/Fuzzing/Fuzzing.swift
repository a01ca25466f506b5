#if canImport(Glibc)
internal import Glibc
#endif
internal import Properties

/// The property that the environment names, or all.
private let properties: [Property] = {
  let name = getenv("STEWARD_PROPERTY").map { String(cString: $0) }
  return Property.all.filter { name == nil || $0.name == name }
}()

/// What libFuzzer calls with each input that it invents. A crash is how it hears of a problem.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  for property in properties {
    guard let problem = property.problem(bytes) else { continue }
    fatalError("\(property.name): \(problem)")
  }
  return 0
}
