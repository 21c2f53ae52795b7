import Foundation
import Testing

/// A change made behind the program's back.
struct Tampering: Sendable, CustomTestStringConvertible {
  var title: String
  var sql: String
  /// The transactions to be named.
  var names: [Int]

  var testDescription: String { title }

  init(_ title: String, _ sql: String, names: Int...) {
    (self.title, self.sql, self.names) = (title, sql, names)
  }
}

extension StrangeLedgerTests {
  @Suite(.enabled(if: Machine.hasShell, "the sqlite3 shell does the tampering"))
  struct TamperingWithHistory {
    @Test(arguments: [
      Tampering("changed amount", "UPDATE entry SET amount = 4 WHERE seq = 1", names: 2),
      Tampering("changed day", "UPDATE entry SET day = 20210508 WHERE seq = 2", names: 3),
      Tampering("changed note", "UPDATE entry SET note = '甲' WHERE seq = 2", names: 3),
      Tampering("removed entry", "DELETE FROM entry WHERE seq = 1", names: 2),
      Tampering(
        "swapped entries",
        """
        UPDATE entry SET seq = 9 WHERE seq = 1; UPDATE entry SET seq = 1 WHERE seq = 2;
        UPDATE entry SET seq = 2 WHERE seq = 9
        """, names: 2, 3),
      Tampering("closing line", "UPDATE closed_line SET actual = 9 WHERE unit = 2", names: 5),
      Tampering("closing tolerance", "UPDATE closing SET tolerance = '99'", names: 5),
      Tampering("closed unit", "UPDATE closed_unit SET name = '甲' WHERE unit = 2", names: 5),
      Tampering(
        "closed note", "INSERT INTO closed_note VALUES (5, 2, 9, 0, 2021, 1, 'kind=planned')",
        names: 5),
      Tampering("unit name", "UPDATE unit SET name = '甲' WHERE id = 2", names: 1),
      Tampering("removed unit", "DELETE FROM unit WHERE id = 4", names: 1),
      Tampering("indicator", "UPDATE indicator SET decimals = 1 WHERE id = 1", names: 1),
      Tampering("setting", "UPDATE setting SET value = '2'", names: 4),
      Tampering("target", "UPDATE target SET amount = 9 WHERE seq = 1", names: 1),
      Tampering("withdrawn target", "UPDATE target SET withdrawn = 1 WHERE seq = 1", names: 1),
      Tampering("imported file", "UPDATE imported SET name = 'x' WHERE id = 1", names: 1),
      Tampering("actor", "UPDATE journal SET actor = '甲' WHERE tx = 3", names: 3),
      Tampering("removed transaction", "DELETE FROM journal WHERE tx = 3", names: 3),
    ])
    func isNamed(_ tampering: Tampering) async throws {
      let office = try await Office()
      try await office.sql(tampering.sql)
      for language in ["zh", "en"] {
        let outcome = try await office.run("verify", language: language)
        #expect(outcome.status == 1)
        #expect(outcome.err == "")
        for number in tampering.names { #expect(outcome.out.contains("#\(number)")) }
        for number in 1...5 where !tampering.names.contains(number) {
          // Where a whole transaction is gone, the next one no longer follows.
          if tampering.title == "removed transaction" { continue }
          #expect(!outcome.out.contains("#\(number)"), "\(outcome.out)")
        }
      }
    }

    @Test func strayEntry() async throws {
      let office = try await Office()
      try await office.sql("INSERT INTO entry VALUES (3, 2, 1, 20210601, 2021, 9, '', '', NULL)")
      let outcome = try await office.run("verify")
      #expect(outcome.status == 1)
      #expect(outcome.out.contains("entry"))
    }

    @Test func cutTail() async throws {
      let office = try await Office()
      let verified = try await office.run("verify").out
      let head = String(
        try #require(verified.firstMatch(of: /#[0-9]+·[0-9a-f]{4}(?: [0-9a-f]{4}){3}/)).output)
      let known = try await office.run("verify", "--expect", head)
      #expect(known.status == 0, "\(known.out)\(known.err)")
      let tables = ["closed_note", "closed_line", "closed_unit", "closing"].map {
        "DELETE FROM \($0);"
      }.joined()
      try await office.sql(
        tables + "DELETE FROM change WHERE seq >= (SELECT first_change FROM journal WHERE tx = 5);"
          + "DELETE FROM journal WHERE tx = 5")
      // Without the printed head nobody can tell.
      try await office.expectSound()
      for language in ["zh", "en"] {
        let outcome = try await office.run("verify", "--expect", head, language: language)
        #expect(outcome.status == 1)
        #expect(outcome.out.contains("#5") && outcome.out.contains(head), "\(outcome.out)")
      }
    }
  }
}
