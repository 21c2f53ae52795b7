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

    @Test(
      "what the program did not make, or what is missing, is found and named",
      arguments: [
        ("CREATE TABLE stash (body TEXT)", "stash"),
        ("CREATE VIEW peek AS SELECT * FROM unit", "peek"),
        ("DROP INDEX clinics_project_key", "clinics_project_key"),
        ("ALTER TABLE unit ADD COLUMN extra TEXT", "unit"),
        ("CREATE TRIGGER hook AFTER INSERT ON entry BEGIN SELECT 1; END", "hook"),
      ])
    func objects(_ sql: String, name: String) async throws {
      let office = try await Office()
      try await office.sql(sql)
      for language in ["zh", "en"] {
        let found = try await office.run("check", language: language)
        #expect(found.status == 1 && found.out.contains(name), "\(found.out)\(found.err)")
      }
      #expect(try await office.run("backup", "copy.db").status == 1)
    }

    @Test("a trigger of somebody else does nothing")
    func trigger() async throws {
      let office = try await Office()
      try await office.sql(
        "CREATE TRIGGER hook AFTER INSERT ON journal BEGIN SELECT RAISE(ABORT, 'fired'); END")
      let set = try await office.run("setting", "set", "phone", "1")
      #expect(set.status == 0, "\(set.err)")
    }

    @Test("an index that no longer follows its table is found, and a backup says so")
    func index() async throws {
      let office = try await Office()
      try await office.sql(
        """
        CREATE TEMP TABLE kept AS SELECT * FROM main.sqlite_master WHERE name = 'unit_kind';
        PRAGMA writable_schema = ON;
        DELETE FROM main.sqlite_master WHERE name = 'unit_kind';
        PRAGMA writable_schema = RESET;
        UPDATE unit SET kind = 'village' WHERE id = 4;
        PRAGMA writable_schema = ON;
        INSERT INTO main.sqlite_master SELECT * FROM kept;
        """)
      let found = try await office.run("check")
      #expect(found.status == 1 && found.out.contains("unit_kind"), "\(found.out)\(found.err)")
      #expect(try await office.run("backup", "copy.db").status == 74)
    }

    @Test(
      "records and indicators that lead to themselves end in a sentence",
      arguments: [
        "UPDATE indicator SET kind = 'ratio', numerator = id, denominator = id WHERE id = 1",
        "UPDATE clinics_finding SET project = id",
      ])
    func circles(_ sql: String) async throws {
      let office = try await Office()
      for words in [
        ["unit", "add", "k1", "--name", "丁村卫生室", "--kind", "clinic", "--parent", "洪林镇"],
        ["clinics", "project", "add", "facility=k1", "year=2021", "kind=villageClinic"],
        [
          "clinics", "finding", "add", "project=k1/2021", "item=一", "found-on=2021-05-01",
          "due=2021-06-01",
        ],
      ] {
        let outcome = try await office.program.run(words)
        #expect(outcome.status == 0, "\(words): \(outcome.err)")
      }
      try await office.sql(sql)
      for words in [
        ["check"], ["check", "--rebuild"], ["report", "monthly", "2021-06"], ["dashboard"],
        ["rank", "--all", "2021-06"], ["due", "--all"], ["clinics", "finding", "list"],
      ] {
        let outcome = try await office.program.run(words)
        #expect([0, 1, 65, 74].contains(outcome.status), "\(words): \(outcome.status)")
      }
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
