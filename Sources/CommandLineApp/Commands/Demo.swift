internal import ArgumentParser
internal import Desk
internal import Files
internal import Glibc
internal import Reports
internal import StorageSQLite
internal import Suite
internal import TargetEngine

struct Demo: ParsableCommand {
  static let configuration = describe(
    "demo", "演示：载入示例数据，打印 2021 年 6 月月报", "Load the sample sets and print June 2021",
    example: "demo --output demo.db")

  @OptionGroup var common: CommonOptions

  /// The set whose district the report is about.
  private static let district = "341802"

  func run() throws {
    // Here `--output` names the database that is kept; without it there is none afterwards.
    try expectRoom()
    let sets = try Seeds.sets()
    let sample = try PrivateDatabase()
    defer { sample.remove() }
    var options = common
    (options.db, options.output) = (sample.path, nil)
    let workplace = Workplace(options: options)
    _ = try workplace.found(bare: false)
    let desk = try workplace.desk(for: .write)
    for set in sets { _ = try desk.importFiles(set, ImportOptions(again: true, same: .keep)) }
    if let kept = common.output { try keep(sample.path, as: kept) }
    guard let month = Month("2021-06") else { return }
    let report = try desk.monthlyReport(month, ReportScope(unit: Demo.district))
    try Output(options: options).show(
      [report.table(Session.current.language)], json: report.json)
    if let kept = common.output {
      Output.note(
        say("示例数据库：\(kept)。可试：", "Sample database: \(kept). Try: ")
          + "taizhang --db \(kept) dashboard --unit \(Demo.district) --on 2021-06-30")
    }
  }

  private func expectRoom() throws {
    guard let kept = common.output else { return }
    try Output(options: common).expectFree(kept)
    if FileFacts(kept) != nil, !common.force { throw UsageFault.outputExists(kept) }
    // Somebody's ledger, or the only copy of one, is no place for a sample.
    if LedgerFiles.isLedger(kept) { throw UsageFault.outputIsLedger(kept) }
  }

  /// Puts the database where it is to stay once it is whole, like any copy.
  private func keep(_ path: String, as kept: String) throws {
    _ = try SQLiteDatabase.open(path, for: .read).backup(
      to: kept, registers: Suite.registers, replacing: common.force,
      at: try Workplace(options: common).context().now)
  }
}

/// Finds the sample sets: beside the program, in its installation, or in this folder.
enum Seeds {
  /// The CSV files of each set.
  static func sets() throws -> [[String]] {
    guard let root = candidates.first(where: { access($0, R_OK) == 0 }) else {
      throw UsageFault.noSeeds(candidates)
    }
    return entries(root).sorted().map { set in
      entries("\(root)/\(set)").filter { $0.hasSuffix(".csv") }.sorted()
        .map { "\(root)/\(set)/\($0)" }
    }.filter { !$0.isEmpty }
  }

  private static var candidates: [String] {
    var found = Session.variable("TAIZHANG_SEEDS").map { [$0] } ?? []
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    if length > 0 {
      let program = String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      var folder = program[...]
      // bin/ of an installation, .build/<configuration>/ of the project.
      for _ in 0..<5 {
        guard let slash = folder.lastIndex(of: "/") else { break }
        folder = folder[..<slash]
        found += ["\(folder)/share/taizhang/seeds", "\(folder)/seeds"]
      }
    }
    return found + ["seeds"]
  }

  private static func entries(_ folder: String) -> [String] {
    FilePath.names(in: folder).filter { !$0.hasPrefix(".") }
  }
}
