import Foundation
import Testing

extension StrangeLedgerTests {
  /// `Released/core.5.sql` was made by the version before with everything that it kept: secrets, an
  /// erasure, two editions of a closing, columns of the office, levels by `--set`, moves of a relapsed
  /// project, dated values, undone transactions, adopted matters, and units, documents and persons
  /// whose names now compare equal. `core.5.txt` is what that version printed of it.
  @Suite(.enabled(if: Machine.hasShell, "the sqlite3 shell makes the database"))
  struct VersionBefore {
    private let program: Program
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../StorageTests/Released").standardizedFileURL
    private static let key = "13ca425d5a42b9949183040958c881b41365ad0b4dc601c76a2964d241e28a75"

    init() async throws {
      var program = try Program()
      let key = program.folder.file("key")
      program.environment["TAIZHANG_KEY_FILE"] = key
      let digits = Array(Self.key)
      let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
        UInt8(String(digits[$0...($0 + 1)]), radix: 16)
      }
      try program.folder.write(Data(bytes), to: "key")
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
      let dump = Self.folder.appendingPathComponent("core.5.sql").path
      // "TZLG", as every database of this program has it.
      let outcome = try await program.tool(
        "sqlite3", "-bail", program.folder.file("台账.db"), "PRAGMA application_id = 1415203911",
        ".read '\(dump)'")
      try #require(outcome.status == 0, "\(outcome.err)")
      self.program = program
    }

    private func run(_ words: String, status: Int32 = 0) async throws -> String {
      let outcome = try await program.run(words.split(separator: " ").map(String.init))
      #expect(outcome.status == status, "\(words): \(outcome.out)\(outcome.err)")
      return outcome.out + outcome.err
    }

    /// - Parameter unclosed: whether the month after its last closing is over and not closed.
    private func expectSound(advice: [String], unclosed: Bool = true) async throws {
      _ = try await run("verify")
      let check = try await run("check")
      // The version before did not say which records lack what they need to count.
      let advice =
        advice + ["taizhang workforce village-doctor set 4LFP-14 执业资格=…"]
        + (unclosed ? ["taizhang close 2021-05"] : [])
      #expect(check.components(separatedBy: "建议：").count - 1 == advice.count, "\(check)")
      for command in advice { #expect(check.contains(command), "\(check)") }
    }

    private static let advice = [
      "taizhang unit merge 990001002 990001001", "taizhang plan document merge 4LFP-6 4LFP-5",
      "taizhang people person merge 4LFP-2 4LFP-1",
    ]

    /// What the version before printed, as it is by now: a part has no line of its own, but in months
    /// that were closed.
    private static func wanted(_ text: Substring, beside printed: String) -> String {
      var text = String(text)
      // As of a day no later day is shown, but the acceptance of then.
      text.replace("2021-02-10,2021-05-20,2021-04-15", with: "2021-02-10,2021-03-20,2021-04-15")
      text.replace("1000.00,2021-05-02,", with: "1000.00,,")
      // Of an identity number less is shown.
      text.replace("9999**…0002", with: "**…02")
      // What is closed has no notes: those that it had were of the day on which it was printed.
      if text.contains("已结账") { text.replace(/标准化建设达标：任务数为下级合计[^\n]*\n/, with: "") }
      if printed.contains("clinics.planned") || printed.contains("标准化建设计划") { return text }
      text.replace(/{"indicator":"clinics\.planned"[^}]*},/, with: "")
      text.replace(/标准化建设计划,[^\n]*\n/, with: "")
      return text
    }

    @Test("it prints what it printed, but for what the specification has added since")
    func prints() async throws {
      let text = try String(
        contentsOf: Self.folder.appendingPathComponent("core.5.txt"), encoding: .utf8)
      for section in text.components(separatedBy: "$ ").dropFirst() {
        let end = section.firstIndex(of: "\n") ?? section.endIndex
        var printed = try await run(String(section[..<end]))
        printed.replace(/(#\d+·[0-9a-f]{8})[0-9a-f]{8}/) { $0.output.1 }
        printed.replace("校验码：", with: "账号：")
        // Contract staff have a column; values by day are told where there are several.
        printed.replace(/,"outside":0/, with: "")
        printed.replace(/"steps":{"openings":[^\]]*]},/, with: "")
        // What was merged into which unit, and which targets are from before that.
        printed.replace(/,"mergedInto":null/, with: "")
        printed.replace(/,"withoutMerged":\[\]/, with: "")
        // Machines read the notes as well.
        if printed.contains("状态,说明\n") {
          printed.replace(/(?m)^((?:[^,\n]*,){10}[^,\n]*),[^\n]*$/) { $0.output.1 }
        }
        if printed.contains("备注,说明\n") {
          printed.replace(/(?m)^((?:[^,\n]*,){11}[^,\n]*),[^\n]*$/) { $0.output.1 }
        }
        #expect(
          printed == Self.wanted(section[end...].dropFirst(), beside: printed),
          "\(section[..<end])")
      }
      try await expectSound(advice: Self.advice)
    }

    @Test("its secrets open, the erased one stays erased, and it is undone and closed")
    func goesOn() async throws {
      #expect(try await run("people person reveal 3 id-number reason=核对").contains("0002"))
      #expect(try await !run("people person show 4").contains("示例人"))
      _ = try await run("undo 53 --reason 撤回", status: 65)
      _ = try await run("people person set 2 sex=male")
      _ = try await run("undo 59 --reason 录错")
      _ = try await run("close 2021-05 --yes")
      _ = try await run("clinics project redate 甲镇卫生室 accepted 2021-05-21")
      try await expectSound(advice: Self.advice, unclosed: false)
    }

    @Test("names that compare equal keep working by id, take no third, and are merged")
    func names() async throws {
      #expect(
        try await run("people person add name=张　三 unit=甲镇卫生室", status: 65).contains("4LFP-1"))
      #expect(
        try await run("unit add 9 --name 王　庄村 --kind 村 --parent 甲镇", status: 65)
          .contains("990001001 王 庄村"))
      let ambiguous = try await run("people person show 张三/甲镇卫生室", status: 65)
      #expect(ambiguous.contains("4LFP-1（姓名 张 三）、4LFP-2（姓名 张三）"))
      #expect(
        try await run("unit rename 王庄村 新村", status: 65).contains("990001002 王庄村（示例县/甲镇）"))
      for id in [1, 2] { _ = try await run("people person set \(id) sex=female") }
      for number in [59, 58] { _ = try await run("undo \(number) --reason 录错") }
      for command in Self.advice {
        let words = command.dropFirst("taizhang ".count)
        _ = try await run(words + (words.hasPrefix("unit") ? "" : " reason=重复登记"))
      }
      try await expectSound(advice: [])
      #expect(try await run("people person show 张三/甲镇卫生室").contains("4LFP-1"))
      #expect(try await run("unit list --unit 王庄村").contains("990001002"))
      for number in [64, 63] { _ = try await run("undo \(number) --reason 不是同一个") }
      // Two villages of one name were open, which nothing brings back.
      #expect(
        try await run("undo 62 --reason 不是同一个", status: 65).contains("王 庄村"))
      try await expectSound(advice: Array(Self.advice.dropFirst()))
    }
  }
}
