// swift-tools-version: 6.1
import PackageDescription

let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// For targets whose small or generic functions run for each row of a file: the targets above them may
/// inline and specialize these.
let hot: [SwiftSetting] = [
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release))
]

// The toolchain's own linker takes a third of the time of the system's. The tests start the debug program
// thousands of times: it loads no Swift library, as the release does.
let linking: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-use-ld=lld", "-static-stdlib", "-l_FoundationCShims", "-l_FoundationCollections",
      "-lstdc++",
    ],
    .when(platforms: [.linux]))
]

let modules: [Target.Dependency] = [
  "Registers", "People", "HealthWorkforce", "ClinicStandards", "EmergencyReadiness", "TradeUnion",
  "WorkPlan",
]

// Arrows point downward only; docs/architecture.md says what each target is for.
let package = Package(
  name: "taizhang",
  products: [.executable(name: "taizhang", targets: ["taizhang"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    .executableTarget(
      name: "taizhang", dependencies: ["CommandLineApp"], swiftSettings: settings,
      linkerSettings: linking),
    .target(
      name: "CommandLineApp",
      dependencies: [
        "Registers", "Forms", "Suite", "Desk", "Sentences", "Views", "Reports", "Files",
        "StorageSQLite", arguments,
      ],
      swiftSettings: settings),
    .target(
      name: "Views",
      dependencies: [
        "Desk", "Sentences", "Registers", "Forms", "Reports", "OfficeFiles", "Storage", "Journal",
        "Database", "StorageSQLite",
      ],
      swiftSettings: settings),
    .target(
      name: "Sentences",
      dependencies: [
        "Desk", "Registers", "Forms", "Reports", "OfficeFiles", "Storage", "Journal", "Database",
        "Cryptography", "StorageSQLite",
      ],
      swiftSettings: settings),
    // The links lead to `seeds/forms`.
    .target(
      name: "Suite", dependencies: modules,
      resources: ["forms.csv", "form-lines.csv", "form-checks.csv"].map {
        .embedInCode("Forms/\($0)")
      }, swiftSettings: settings),
    .target(
      name: "Desk",
      dependencies: [
        "Registers", "Forms", "Reports", "OfficeFiles", "Database", "Journal", "Storage",
      ],
      swiftSettings: settings),
    .target(name: "Reports", dependencies: ["TargetEngine", "CUtf8proc"], swiftSettings: settings),
    .target(name: "Files", swiftSettings: settings),
    .target(
      name: "OfficeFiles", dependencies: ["TargetEngine", "Files", "Cryptography"],
      swiftSettings: settings),
    .target(
      name: "Storage",
      dependencies: ["Registers", "Forms", "Journal", "Database", "Cryptography"],
      swiftSettings: settings),
    .target(
      name: "Journal", dependencies: ["TargetEngine", "Database", "Cryptography"],
      swiftSettings: settings + hot),
    .target(name: "Database", dependencies: ["Cryptography"], swiftSettings: settings + hot),
    .target(name: "Cryptography", dependencies: ["CCrypto"], swiftSettings: settings),
    .target(
      name: "StorageSQLite",
      dependencies: ["Database", "Journal", "Storage", "Registers", "Files", "CSQLite"],
      swiftSettings: settings),
    .target(
      name: "HealthWorkforce", dependencies: ["Registers", "People", "WorkPlan"],
      swiftSettings: settings),
    .target(
      name: "ClinicStandards", dependencies: ["Registers", "People", "WorkPlan"],
      swiftSettings: settings),
    .target(
      name: "EmergencyReadiness", dependencies: ["Registers", "People", "WorkPlan"],
      swiftSettings: settings),
    .target(name: "TradeUnion", dependencies: ["Registers", "People"], swiftSettings: settings),
    .target(name: "WorkPlan", dependencies: ["Registers", "People"], swiftSettings: settings),
    .target(name: "People", dependencies: ["Registers"], swiftSettings: settings),
    .target(
      name: "Registers", dependencies: ["TargetEngine"], swiftSettings: settings + hot),
    .target(name: "Forms", dependencies: ["TargetEngine"], swiftSettings: settings),
    .target(name: "TargetEngine", dependencies: ["CUtf8proc"], swiftSettings: settings),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(
      name: "CUtf8proc", pkgConfig: "libutf8proc", providers: [.apt(["libutf8proc-dev"])]),
    .testTarget(
      name: "CryptographyTests", dependencies: ["Cryptography"], swiftSettings: settings),
    .testTarget(name: "TargetEngineTests", dependencies: ["TargetEngine"], swiftSettings: settings),
    .testTarget(name: "FormsTests", dependencies: ["Forms"], swiftSettings: settings),
    .testTarget(
      name: "RegistersTests", dependencies: ["Registers", "Suite"], swiftSettings: settings),
    .testTarget(name: "OfficeFilesTests", dependencies: ["OfficeFiles"], swiftSettings: settings),
    .testTarget(name: "ReportsTests", dependencies: ["Reports"], swiftSettings: settings),
    .testTarget(
      name: "DeskTests",
      dependencies: ["Desk", "Forms", "Sentences", "StorageSQLite", "Suite", "Views"],
      swiftSettings: settings),
    .testTarget(
      name: "StorageTests",
      dependencies: [
        "Cryptography", "Database", "Files", "Forms", "Journal", "Storage", "StorageSQLite",
        "Suite",
      ],
      exclude: ["Released"],
      swiftSettings: settings),
    // A shell beside the command line: it must not need any target of that.
    .testTarget(
      name: "SecondShellTests",
      dependencies: ["Desk", "Reports", "Sentences", "Views", "StorageSQLite", "Suite"],
      swiftSettings: settings),
    .testTarget(
      name: "CommandTests",
      exclude: ["Golden", "Faults/FailingCalls/failing-calls.c"], swiftSettings: settings),
  ]
)
