import Foundation
import Testing

extension StrangeLedgerTests {
  /// What is derived can be found wrong and derived again.
  @Suite(.enabled(if: Machine.hasShell, "the sqlite3 shell does the tampering")) struct Derived {
    @Test(arguments: [
      ("UPDATE total SET m05 = 77 WHERE unit = 2", "洪林镇"),
      ("UPDATE total SET m06 = m06 + 1 WHERE unit = 1", "宣州区"),
      ("UPDATE total SET seen = 0 WHERE unit = 1", "宣州区"),
      ("DELETE FROM total WHERE unit = 3", "水东镇"),
      (
        "INSERT INTO total VALUES (4, 1, 2021, 2021, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)",
        "旧桥镇"
      ),
      ("UPDATE plan SET amount = 7 WHERE unit = 1", "宣州区"),
      ("DELETE FROM plan WHERE unit = 2", "洪林镇"),
      ("DELETE FROM plan", "水东镇"),
    ])
    func isMended(_ sql: String, _ unit: String) async throws {
      let office = try await Office()
      let right = try await report(office)
      try await office.sql(sql)
      for language in ["zh", "en"] {
        let found = try await office.run("check", language: language)
        #expect(found.status == 1)
        #expect(found.out.contains(unit) && found.out.contains("check --rebuild"), "\(found.out)")
      }
      // History itself is untouched.
      #expect(try await office.run("verify").status == 0)
      #expect(try await office.run("check", "--rebuild").status == 0)
      try await office.expectSound()
      #expect(try await report(office) == right)
    }

    @Test("what is found names indicators in the language, and equal names with the unit above")
    func isNamed() async throws {
      let office = try await Office()
      for words in [
        "indicator add x.calls --name 慰问 --name-en Calls --kind flow --measure 次",
        "unit add k1 --name 丁村 --kind village --parent 洪林镇",
        "unit add k2 --name 丁村 --kind village --parent 水东镇",
        "log x.calls 1 --unit k1 --on 2021-06-01",
      ] {
        let outcome = try await office.program.run(words.split(separator: " ").map { String($0) })
        #expect(outcome.status == 0, "\(outcome.err)")
      }
      try await office.sql(
        "UPDATE total SET m06 = 77 WHERE unit = (SELECT id FROM unit WHERE code = 'k1')")
      for (language, name) in [("zh", "洪林镇/丁村“慰问”"), ("en", "Calls, 洪林镇/丁村,")] {
        let found = try await office.run("check", language: language)
        #expect(found.status == 1 && found.out.contains(name), "\(found.out)")
      }
    }

    @Test(
      "numbers that no ledger has are found, not passed over",
      arguments: [
        ("check", "UPDATE entry SET day = 0 WHERE seq = 1"),
        ("check", "UPDATE entry SET day = -20210506 WHERE seq = 1"),
        ("check", "UPDATE entry SET year = 9223372036854775807 WHERE seq = 1"),
        // Sums have room for 26 bits of a unit's number.
        ("check", "UPDATE total SET unit = unit + 67108864 WHERE unit = 2"),
        ("check", "UPDATE total SET plan_year = plan_year + 2048 WHERE unit = 2"),
        ("verify", "UPDATE indicator SET decimals = -1 WHERE id = 1"),
        ("verify", "UPDATE indicator SET decimals = 9 WHERE id = 1"),
        ("verify", "UPDATE entry SET seq = 9223372036854775807 WHERE seq = 2"),
        ("verify", "UPDATE journal SET tx = 9223372036854775807 WHERE tx = 5"),
      ])
    func isFound(command: String, sql: String) async throws {
      let office = try await Office()
      try await office.sql(sql)
      let found = try await office.run(command)
      #expect(found.status == 1, "\(found.out)\(found.err)")
    }

    private func report(_ office: Office) async throws -> String {
      var text = ""
      for unit in ["宣州区", "洪林镇", "水东镇"] {
        let outcome = try await office.run(
          "report", "monthly", "2021-06", "--unit", unit, "--format", "json")
        try #require(outcome.status == 0, "\(outcome.err)")
        text += outcome.out
      }
      return text
    }
  }
}
