import Foundation
import Testing

extension StrangeLedgerTests {
  /// Values that the program never writes, in every column of every table: it says what it finds, and
  /// neither falls nor hangs over it.
  /// `Sampling` says which are tried.
  @Suite(.enabled(if: Machine.hasShell, "the sqlite3 shell writes the values"))
  struct StrangeValues {
    struct Change: Sendable {
      var table: String
      var column: String
      var value: String
      /// Of one row, or of all.
      var isOne: Bool
      var sql: String
    }

    private static let integers = [
      "-9223372036854775808", "-1", "0", "1", "2", "2147483648", "1099511627776",
      "9223372036854775807",
    ]
    private static let texts = [
      "''", "printf('%.*c', 100000, 'L')", "'x'", "'-1'", "'9223372036854775807'",
      "CAST(x'ff' AS TEXT)",
    ]

    private func changes(_ office: StrangeOffice) async throws -> [Change] {
      let columns = try await office.sql(
        """
        SELECT m.name, p.name, p.type, (SELECT group_concat(k.name, ', ') FROM pragma_table_info(m.name) k
          WHERE k.pk > 0) FROM sqlite_master m, pragma_table_info(m.name) p WHERE m.type = 'table'
        ORDER BY 1, 2
        """)
      return columns.split(separator: "\n").flatMap { line -> [Change] in
        let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        let (table, column, key) = (parts[0], parts[1], parts[3])
        let values =
          switch parts[2] {
          case "INTEGER": Self.integers
          case "TEXT": Self.texts
          default: ["x''", "zeroblob(32)"]
          }
        return values.flatMap { value in
          [true, false].map { isOne in
            let place =
              isOne
              ? " WHERE (\(key)) = (SELECT \(key) FROM \"\(table)\" ORDER BY \(key) DESC LIMIT 1"
                + " OFFSET (SELECT COUNT(*) / 3 FROM \"\(table)\"))" : ""
            return Change(
              table: table, column: column, value: value, isOne: isOne,
              sql: "UPDATE OR IGNORE \"\(table)\" SET \"\(column)\" = \(value)\(place)")
          }
        }
      }
    }

    private func commands(_ change: Change, _ site: String) -> [[String]] {
      let register = change.table.split(separator: "_", maxSplits: 1).map {
        $0.replacingOccurrences(of: "_", with: "-")
      }
      let isRegister = ["clinics", "workforce", "plan", "people"].contains(register[0])
      var words = Self.commands
      if isRegister, register.count == 2 {
        words += ["list", "list --format csv", "history \(site)-1", "show \(site)-246"].map {
          "\(register[0]) \(register[1]) \($0)"
        }
      }
      return words.map { $0.split(separator: " ").map(String.init) }
    }

    private static let commands = [
      "verify", "check", "report monthly 2021-06", "report monthly 2021-05",
      "report monthly 2021-05 --latest", "rank --all 2021-06", "rank x.stock 2021-07 --text",
      "dashboard", "due", "due calendar", "trace clinics.accepted 2021-06",
      "trace x.stock 2021-07 --format json", "unit list", "indicator list", "target list",
      "entry list --limit 1000", "journal list", "rule list", "holiday list", "setting list",
      "workforce staffing", "workforce cohorts", "log x.stock 1 --unit 341802001",
      "log x.stock 5 --set", "target set clinics.accepted 9 --unit 341802001",
      "unit merge 370399101006 370399101005 --on 2021-07-01",
      "indicator add x.flow --name f --kind flow --measure m", "undo 19 --reason y",
      "close 2021-06",
      "people person add name=王五 unit=341802 phone=13900000001", "check --rebuild",
    ]

    @Test func everyColumn() async throws {
      let office = try await StrangeOffice()
      var sampling = Sampling()
      let changes = try await changes(office)
      #expect(changes.count > 500)
      var tried = 0
      for change in sampling.shuffled(changes)
      where tried < Sampling.share(5, of: changes.count) {
        try office.reset()
        // A column's type or a key may refuse the value, and a table may have no row.
        let made = try await office.program.tool(
          "sqlite3", office.path, change.sql + "; SELECT changes()")
        guard made.status == 0, Int(made.out.trimmingCharacters(in: .newlines)) ?? 0 > 0 else {
          continue
        }
        tried += 1
        for words in commands(change, office.site) {
          try await office.expectEnd(words, change.sql)
        }
      }
      #expect(tried >= 5)
    }

    @Test(
      "what once ended the program, took all memory or never ended",
      arguments: [
        ("UPDATE entry SET seq = 9223372036854775807 WHERE seq = 3", "verify"),
        ("UPDATE entry SET day = 0 WHERE seq = 3", "check"),
        ("UPDATE entry SET day = -1", "check --rebuild"),
        ("UPDATE journal SET tx = 20000000 WHERE tx = 4", "verify"),
        ("UPDATE journal SET tx = -9223372036854775808 WHERE tx = 4", "verify"),
        ("UPDATE indicator SET decimals = -1", "report monthly 2021-06"),
        ("UPDATE indicator SET decimals = 1000000000", "rank --all 2021-06"),
        ("UPDATE indicator SET decimals = -9223372036854775808", "dashboard"),
        ("UPDATE target SET amount = -9223372036854775808", "workforce cohorts"),
        ("UPDATE plan_recurrence SET times = 9223372036854775807", "due"),
        ("UPDATE master_key SET rounds = -1", "people person list"),
        ("UPDATE master_key SET rounds = 16777216", "people person list"),
        ("UPDATE unit SET parent = id", "report monthly 2021-06"),
        ("UPDATE unit SET parent = id", "entry list --unit 341802"),
        (
          "UPDATE journal SET tx = 9223372036854775807 WHERE tx = (SELECT MAX(tx) FROM journal)",
          "log x.stock 1"
        ),
        ("UPDATE change SET extent = 9223372036854775807", "undo 19 --reason x"),
        ("UPDATE journal SET targets = 9223372036854775807", "undo 19 --reason x"),
      ])
    func known(sql: String, command: String) async throws {
      let office = try await StrangeOffice()
      #expect(Int(try await office.sql(sql + "; SELECT changes()")) ?? 0 > 0)
      for words in [command, "verify", "check"] {
        try await office.expectEnd(words.split(separator: " ").map(String.init), sql)
      }
    }
  }
}
