// A program that embeds Steward imports this module only: these are the modules whose types its
// signatures have.
@_exported public import AdminAPI
@_exported public import StewardRuntime
@_exported public import StewardSyntax
@_exported public import StewardValues
