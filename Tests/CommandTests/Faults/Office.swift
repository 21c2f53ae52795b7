import Foundation
import Testing

/// A database with a few units, targets and transactions, in a folder of its own.
struct Office: Sendable {
  var program: Program
  /// The path of the database.
  var path: String { program.environment["TAIZHANG_DB"] ?? "" }

  /// The transactions: 1 units, indicators and targets, 2 and 3 entries, 4 a setting, 5 a closing.
  init() async throws {
    program = try Program()
    try await Office.sample.value.write(to: URL(fileURLWithPath: path))
  }

  /// The database as it stands, and what lies beside it.
  struct Snapshot: Equatable {
    var bytes: Data
    /// The write-ahead log and its index, when they hold anything.
    var beside: [String]
  }

  func snapshot(_ file: String? = nil) throws -> Snapshot {
    let path = file ?? path
    let beside = ["-wal", "-shm"].filter { suffix in
      let facts = try? FileManager.default.attributesOfItem(atPath: path + suffix)
      return (facts?[.size] as? Int ?? 0) > 0
    }
    return Snapshot(bytes: try Data(contentsOf: URL(fileURLWithPath: path)), beside: beside)
  }

  func run(
    _ words: String..., language: String = "en", db: String? = nil
  ) async throws -> Program.Outcome {
    try await program.run(
      words, variables: ["TAIZHANG_LANG": language, "TAIZHANG_DB": db ?? path])
  }

  /// Runs SQL behind the program's back.
  @discardableResult
  func sql(_ text: String, db: String? = nil) async throws -> String {
    let outcome = try await program.tool("sqlite3", "-bail", db ?? path, text)
    try #require(outcome.status == 0, "\(outcome.err)")
    return outcome.out.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Expects history to verify and totals to follow from entries.
  func expectSound(
    _ comment: Comment? = nil, db: String? = nil, at place: SourceLocation = #_sourceLocation
  ) async throws {
    for command in ["verify", "check"] {
      let outcome = try await run(command, db: db)
      #expect(
        outcome.status == 0, "\(command) \(comment ?? ""): \(outcome.out)\(outcome.err)",
        sourceLocation: place)
    }
  }

  /// A unit that can be the facility of a project.
  func addHospital(_ code: String, name: String) async throws {
    let outcome = try await run(
      "unit", "add", code, "--name", name, "--kind", "hospital", "--parent", "洪林镇")
    #expect(outcome.status == 0, "\(outcome.err)")
  }

  private static let sample = Task {
    let program = try Program()
    try program.folder.write(
      """
      code,parent,name,kind,opened,closed
      341802,,宣州区,district,,
      341802105,341802,洪林镇,township,,
      341802106,341802,水东镇,township,,
      341802107,341802,旧桥镇,township,,2021-03-31

      """, to: "units.csv")
    try program.folder.write(
      "id,name,kind,measure,decimals\nwork.visits,走访,flow,次,0\nwork.money,经费,flow,元,2\n",
      to: "indicators.csv")
    try program.folder.write(
      """
      indicator,unit,year,amount
      work.visits,洪林镇,2021,100
      work.visits,水东镇,2021,50

      """, to: "targets.csv")
    for words in [
      ["init", "--bare"], ["import", "units.csv", "indicators.csv", "targets.csv"],
      ["log", "work.visits", "3", "--unit", "洪林镇", "--on", "2021-05-06"],
      ["log", "work.visits", "5", "--unit", "水东镇", "--on", "2021-05-07"],
      ["setting", "set", "unit", "341802"], ["close", "2021-05"],
    ] {
      let outcome = try await program.run(words)
      try #require(outcome.status == 0, "\(words): \(outcome.err)")
    }
    return try program.folder.read("台账.db")
  }
}
