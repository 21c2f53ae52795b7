import Foundation
import Testing

extension BreakingTests {
  /// Many at once.
  @Suite(.enabled(if: Machine.hasShell, "the sqlite3 shell counts the rows")) struct Crowd {
    private static let writers = 8
    private static let each = 200

    /// Logs the writer's number `each` times; ends with the first failure.
    private static let script = """
      i=0; while [ $i -lt \(each) ]; do i=$((i+1)); \
      "$TAIZHANG" log work.visits "$0" --unit 洪林镇 --on 2021-06-10 --note "$0-$i" || exit; done
      """

    @Test func eightWritersAndAReader() async throws {
      let office = try await Office()
      let children = try (1...Crowd.writers).map { writer in
        try office.program.start(tool: ["sh", "-c", Crowd.script, "\(writer)"])
      }
      var reports = 0
      while children.contains(where: \.isRunning) {
        let report = try await office.run("report", "monthly", "2021-06", "--format", "json")
        #expect(report.status == 0, "\(report.err)")
        reports += 1
        try await Task.sleep(for: .milliseconds(500))
      }
      for child in children {
        let outcome = try await child.wait()
        #expect(outcome.status == 0, "\(outcome.err)")
      }
      #expect(reports > 0)
      let count = Crowd.writers * Crowd.each
      let total = (1...Crowd.writers).reduce(0, +) * Crowd.each
      let found = try await office.sql(
        """
        SELECT COUNT(*), COUNT(DISTINCT note), SUM(amount), (SELECT MAX(tx) FROM journal)
        FROM entry WHERE day = 20210610
        """)
      #expect(found == "\(count)|\(count)|\(total)|\(5 + count)")
      let report = try await office.run("report", "monthly", "2021-06", "--format", "json")
      // Three and five are from May.
      #expect(report.out.contains("\"month\":\(total),\"actual\":\(total + 8),"), "\(report.out)")
      try await office.expectSound()
    }
  }
}
