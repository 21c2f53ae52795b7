import Foundation
import Testing

extension StrangeLedgerTests {
  /// Extreme values for every number, day, month and year that a command takes: refused in a sentence
  /// or taken, and nothing is written where it is refused. `Sampling` says which are tried.
  @Suite(.enabled(if: Machine.hasShell, "the sqlite3 shell makes the sample"))
  struct ExtremeArguments {
    private static let numbers = [
      "9223372036854775807", "-9223372036854775808", "9223372036854775808", "-1", "0", "1e9", "１２",
      "999999999", "1000000000", "99999999999999999999999999", "0x10", "", " ", "abc", "4.5",
    ]
    private static let years =
      numbers + ["26", "1948", "1949", "2199", "2200", "99999", "2026年", "２０２６"]
    private static let days = [
      "0000-00-00", "9999-12-31", "2021-13-01", "2021-02-30", "99999999999", "-1", "1900-01-01",
      "2999-12-31", "", "2021-06", "20210631", "９９９９年９月９日",
    ]
    private static let months = [
      "0000-00", "9999-12", "2021-13", "2999-12", "1900-01", "-1", "", "2021",
    ]

    /// A command with `?` where the values go.
    struct Place: Sendable, CustomTestStringConvertible {
      var command: String
      var values: [String]
      var testDescription: String { command }

      init(_ command: String, _ values: [String]) {
        (self.command, self.values) = (command, values)
      }
    }

    static let places = [
      Place("clinics project list --limit ?", numbers),
      Place("clinics project list --limit ? --offset 1", numbers),
      Place("clinics project list --offset ? --limit 9", numbers),
      Place("clinics project list budget>=?", numbers), Place("clinics project list year=?", years),
      Place("clinics project list --on ?", days),
      Place("clinics project list --sum budget --on ?", days),
      Place("entry list --limit ?", numbers), Place("entry list --year ?", years),
      Place("entry list --from ?", days), Place("entry list --to ?", days),
      Place("journal list --limit ?", numbers), Place("due --within ?", numbers),
      Place("due --limit ?", numbers), Place("due --on ?", days), Place("due --since ?", days),
      Place("due calendar --within ?", numbers), Place("due calendar --on ? --within 3660", days),
      Place("holiday list ?", years), Place("holiday after 2021-07-01 ?", numbers),
      Place("holiday after ? 3", days), Place("rule list --on ?", days),
      Place("rule set workforce.probation ?", numbers),
      Place("rule set workforce.probation 3 --effective ?", days),
      Place("trace clinics.accepted ?", months),
      Place("trace clinics.accepted 2021-06 --limit ?", numbers),
      Place("trace clinics.accepted 2021-06 --year ?", years),
      Place("report monthly ?", months), Place("report monthly 2021-06 --indicator ?", numbers),
      Place("rank clinics.accepted ?", months), Place("rank --all ?", months),
      Place("dashboard --on ?", days), Place("dashboard --unit ?", numbers),
      Place("target list --year ?", years),
      Place("target history clinics.accepted --year ?", years),
      Place("target set x.stock ? --unit 341802001", numbers),
      Place("target set x.stock 5 --year ?", years), Place("target set x.stock 5 --due ?", days),
      Place("target set x.stock 5 --effective ?", days),
      Place("target set x.stock 5 --pace 03-31:?%", numbers),
      Place("log x.stock ?", numbers), Place("log x.stock ? --set", numbers),
      Place("log clinics.planned 1 --year ? --unit 370399101", years),
      Place("log x.stock 1 --on ?", days),
      Place("entry correct 21.1 --amount ? --reason x", numbers),
      Place(
        "entry correct ? --amount 3 --reason x", numbers + ["21.9223372036854775807", "21.-1"]),
      Place("entry correct 21.1 --on ? --reason x", days), Place("undo ? --reason x", numbers),
      Place("close ?", months), Place("setting set decimals ?", numbers),
      Place("setting set tolerance ?", numbers),
      Place("indicator add x.? --name x --kind flow --measure m", numbers),
      Place("indicator add x.y --name x --kind flow --measure m --decimals ?", numbers),
      Place("indicator source x.stock number --from ?", days),
      Place("unit add ? --name x --kind village --parent 341802", numbers),
      Place("unit add 777 --name x --kind village --parent 341802 --opened ?", days),
      Place("unit close 341802001 --on ?", days),
      Place("unit merge 370399101006 370399101005 --on ?", days),
      Place("clinics project add facility=341802001 year=? kind=villageClinic", years),
      Place(
        "clinics project add facility=341802001 year=2021 kind=villageClinic budget=?", numbers),
      Place("clinics project set 1 year=?", years),
      Place("clinics project advance 1 accepted --on ?", days),
      Place("clinics project show ?", numbers), Place("clinics project history ?", numbers),
      Place("clinics course set 1 planned=?", numbers),
      Place(
        "plan recurrence add title=x unit=341802 cycle=weekly first=2021-01-04 times=?", numbers),
      Place("plan recurrence add title=x unit=341802 cycle=monthly first=?", days),
      Place("workforce cohorts ?", years), Place("workforce staffing --on ?", days),
      Place("verify --expect #?·9f3c21aa", numbers), Place("unit list --today ?", days),
    ]

    @Test(
      "a value that cannot be read is the words' fault, one that is not allowed the value's",
      arguments: [
        ("entry list --year 1900", 65), ("entry list --year 2200", 65), ("entry list --year x", 64),
        ("entry list --limit 1000000000", 65), ("entry list --limit -1", 65),
        ("entry list --limit 99999999999999999999999", 65), ("entry list --limit x", 64),
        ("due --within 4000", 65), ("due --within -1", 65), ("due --within x", 64),
        ("holiday after 2021-07-01 1000000000", 65), ("holiday after 2021-07-01 x", 64),
        ("log x.stock 1 --on 1940-01-01", 65), ("log x.stock 1 --on 2200-01-01", 65),
        ("log x.stock 1 --on 1940-01-40", 64),
        ("entry correct 21.1 --on 1940-01-01 --reason x", 65),
        (
          "clinics project add facility=341802001 year=2021 kind=villageClinic stage=accepted"
            + " accepted-on=1930-01-01", 65
        ),
      ])
    func statuses(_ command: String, _ status: Int) async throws {
      let office = try await StrangeOffice()
      let words = command.split(separator: " ").map(String.init)
      let found = try await office.expectEnd(words, "")
      #expect(found == Int32(status))
      try office.expectUnchanged("\(words)")
    }

    @Test func longQuestions() async throws {
      let office = try await StrangeOffice()
      let long = String(repeating: "长", count: 40_000)
      let many = (0..<5000).map { "year=\(1949 + $0 % 200)" }
      for words in [
        ["note~\(long)"], ["document-no~\(long)"], ["document-no=\(long)"], many,
        ["--sort", many.map { _ in "budget" }.joined(separator: ",")],
        ["--by", many.map { _ in "kind" }.joined(separator: ",")],
        ["--sum", many.map { _ in "budget" }.joined(separator: ",")], ["--unit", long],
      ] {
        try await office.expectEnd(["clinics", "project", "list"] + words, "")
      }
      // A sum that leaves 64 bits, of what was typed.
      for (unit, amount) in [
        ("341802001", "92233720368547758"), ("341802002", "92233720368547758"),
      ] {
        try await office.expectEnd(
          [
            "clinics", "project", "add", "facility=\(unit)", "year=2022", "kind=villageClinic",
            "budget=\(amount)",
          ], "")
        try await office.expectEnd(
          [
            "workforce", "establishment", "add", "unit=\(unit)", "category=general",
            "approved=9223372036854775807",
          ], "")
      }
      for words in [
        "clinics project list --sum budget", "clinics project list --by kind --sum budget",
        "clinics project list --sum budget --on 2022-12-31", "workforce staffing",
        "report monthly 2021-06",
        "dashboard", "verify", "check", "check --rebuild",
      ] {
        try await office.expectEnd(words.split(separator: " ").map(String.init), "")
      }
    }

    @Test func everyPlace() async throws {
      let office = try await StrangeOffice()
      var sampling = Sampling()
      var tried: [Int32: Int] = [:]
      for place in Self.places {
        for value in sampling.some(place.values, 2) {
          let words = place.command.split(separator: " ").map {
            $0.replacingOccurrences(of: "?", with: value)
          }
          let status = try await office.expectEnd(words, "")
          tried[status, default: 0] += 1
          if status != 0 { try office.expectUnchanged("\(words)") }
          try office.reset()
        }
      }
      #expect(!tried.isEmpty)
      guard !Sampling.isPart else { return }
      #expect(tried.values.reduce(0, +) >= 2 * Self.places.count)
      for status in [0, 64, 65] as [Int32] { #expect(tried[status] ?? 0 > 0, "\(tried)") }
    }
  }
}
