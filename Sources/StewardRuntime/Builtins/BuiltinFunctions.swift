/// The pure functions of expressions.
package enum BuiltinFunctions {
  package static let all: [Function] =
    Function.textFunctions + Function.collectionFunctions + Function.numberFunctions
    + Function.timeFunctions + Function.valueFunctions
}
