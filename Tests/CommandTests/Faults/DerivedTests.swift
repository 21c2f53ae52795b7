import Foundation
import Testing

extension FaultTests {
  /// What is derived can be found wrong and made anew.
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
