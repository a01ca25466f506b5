// swift-tools-version: 6.3
import PackageDescription

// The arrows between modules are `steward.md`'s and are checked by `scripts/check`:
// what a target may import is exactly what it lists here.
let package = Package(
  name: "steward",
  products: [
    .library(name: "Steward", targets: ["Steward"]),
    .library(name: "AdminAPI", targets: ["AdminAPI"]),
    .library(name: "AdminHTTP", targets: ["AdminHTTP"]),
    .library(name: "AdminSandbox", targets: ["AdminSandbox"]),
    .executable(name: "steward", targets: ["StewardMain"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
  ],
  targets: [
    // The language: no Foundation, no sockets.
    .target(name: "StewardValues"),
    .target(name: "StewardSyntax", dependencies: ["StewardValues"]),
    .target(name: "StewardRuntime", dependencies: ["StewardSyntax", "StewardValues"]),

    // The Admin API.
    .target(
      name: "AdminAPI",
      dependencies: ["StewardValues", .product(name: "Crypto", package: "swift-crypto")]
    ),
    .target(
      name: "AdminHTTP",
      dependencies: [
        "AdminAPI", "StewardValues",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ]
    ),
    .target(
      name: "AdminSandbox",
      dependencies: [
        "AdminAPI", "StewardValues",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]
    ),

    // Both together, and the programs.
    .target(
      name: "AdminCommands",
      dependencies: ["AdminAPI", "StewardRuntime", "StewardSyntax", "StewardValues"]
    ),
    .target(
      name: "Steward",
      dependencies: [
        "AdminAPI", "AdminCommands", "StewardRuntime", "StewardSyntax", "StewardValues",
      ]
    ),
    .target(name: "CEditLine", linkerSettings: [.linkedLibrary("edit")]),
    .target(name: "LineEditing", dependencies: ["CEditLine", "StewardValues"]),
    .target(
      name: "StewardCLI",
      dependencies: [
        "AdminAPI", "AdminCommands", "AdminHTTP", "AdminSandbox", "LineEditing", "Steward",
        "StewardRuntime", "StewardSyntax", "StewardValues",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .executableTarget(
      name: "StewardMain",
      dependencies: ["StewardCLI"],
      linkerSettings: [
        // The Swift library is linked in: the program starts in half the time.
        .unsafeFlags(
          ["-static-stdlib", "-l_FoundationCollections", "-l_FoundationCShims"],
          .when(platforms: [.linux])
        )
      ]
    ),

    .target(
      name: "TestSupport",
      dependencies: ["AdminAPI", "AdminSandbox", "StewardRuntime", "StewardValues"],
      path: "Tests/TestSupport"
    ),
    .testTarget(name: "StewardValuesTests", dependencies: ["StewardValues"]),
    .testTarget(name: "StewardSyntaxTests", dependencies: ["StewardSyntax"]),
    .testTarget(
      name: "StewardRuntimeTests",
      dependencies: ["StewardRuntime", "StewardSyntax", "StewardValues"]
    ),
    .testTarget(
      name: "AdminAPITests",
      dependencies: ["AdminAPI", "StewardValues"],
      exclude: ["Fixtures"]
    ),
    .testTarget(
      name: "AdminHTTPTests",
      dependencies: [
        "AdminAPI", "AdminHTTP", "StewardValues",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]
    ),
    .testTarget(
      name: "AdminSandboxTests",
      dependencies: ["AdminAPI", "AdminHTTP", "AdminSandbox", "StewardValues", "TestSupport"]
    ),
    .testTarget(
      name: "ConformanceTests",
      dependencies: [
        "AdminAPI", "AdminCommands", "AdminSandbox", "Steward", "StewardCLI", "StewardRuntime",
        "StewardSyntax", "StewardValues", "TestSupport",
      ],
      exclude: ["Scripts"]
    ),
    .testTarget(
      name: "DocumentationTests",
      dependencies: [
        "AdminAPI", "AdminCommands", "AdminHTTP", "AdminSandbox", "Steward", "StewardRuntime",
        "StewardSyntax", "StewardValues",
      ]
    ),
    .testTarget(
      name: "AdminCommandsTests",
      dependencies: [
        "AdminAPI", "AdminCommands", "AdminSandbox", "StewardRuntime", "StewardSyntax",
        "StewardValues", "TestSupport",
      ]
    ),
    .testTarget(
      name: "StewardTests",
      dependencies: [
        "AdminAPI", "AdminCommands", "AdminSandbox", "Steward", "StewardRuntime", "StewardSyntax",
        "StewardValues", "TestSupport",
      ]
    ),
    .testTarget(
      name: "LineEditingTests",
      dependencies: ["CEditLine", "LineEditing", "StewardValues", "TerminalModel"]
    ),
    .testTarget(
      name: "StewardCLITests",
      dependencies: [
        "AdminAPI", "AdminCommands", "AdminHTTP", "LineEditing", "Steward", "StewardCLI",
        "StewardRuntime", "StewardSyntax", "StewardValues", "TestSupport",
      ]
    ),
    // What a terminal shows of what a program writes.
    .target(name: "TerminalModel", path: "Tests/TerminalModel"),
    .testTarget(name: "EndToEndTests", dependencies: ["TerminalModel"]),

    // What holds for every input: tried by the suite and by `scripts/fuzz`.
    .target(
      name: "Properties",
      dependencies: [
        "AdminAPI", "AdminCommands", "StewardRuntime", "StewardSyntax", "StewardValues",
      ],
      path: "Tests/Properties"
    ),
    .testTarget(
      name: "PropertyTests",
      dependencies: [
        "AdminAPI", "AdminCommands", "AdminHTTP", "AdminSandbox", "Properties", "Steward",
        "StewardRuntime", "StewardSyntax", "StewardValues", "TestSupport",
      ],
      exclude: ["Examples"]
    ),
  ]
)

// What `scripts/fuzz` links with libFuzzer. Nobody else has anything of it.
if Context.environment["STEWARD_FUZZING"] != nil {
  package.products.append(.library(name: "Fuzzing", type: .static, targets: ["Fuzzing"]))
  package.targets.append(
    .target(name: "Fuzzing", dependencies: ["Properties"], path: "Tests/Fuzzing")
  )
}

for target in package.targets where target.name != "CEditLine" {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
      .treatAllWarnings(as: .error),
      .treatWarning("ExplicitSendable", as: .error),
    ]
}
