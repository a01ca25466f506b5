/// The pure functions of expressions.
package enum BuiltinFunctions {
  package static let all: [Function] = areas.flatMap(\.members)

  /// As the help and the reference group them.
  package static let areas: [Area<Function>] = [
    Area("Text", Function.textFunctions),
    Area("Lists and records", Function.collectionFunctions),
    Area("Numbers and money", Function.numberFunctions),
    Area("Time", Function.timeFunctions),
    Area("Any value", Function.valueFunctions),
  ]
}
