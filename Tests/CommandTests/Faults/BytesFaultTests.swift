import Foundation
import Testing

extension FaultTests {
  /// Files that are damaged or oddly written.
  @Suite struct Bytes {
    private static let header = Data("日期,指标,单位,数量,备注\n".utf8)
    private static let half = Data("好".utf8).dropLast()

    @Test(arguments: [
      BadFile(
        "NUL bytes", BadFile.entries("2021-06-01,work.visits,洪\0林镇,1"), at: "2:3",
        zh: "空字节", en: "NUL byte"),
      BadFile(
        "half a character",
        Bytes.header + Data("2021-06-01,走访,洪林镇,1,好\n2021-06-02,走访,洪林镇,1,".utf8) + Bytes.half
          + Data("\n".utf8), at: ["3:5"], zh: "无法识别的字符", en: "no character"),
      BadFile(
        "half a character at the end",
        Bytes.header + Data("2021-06-01,走访,洪林镇,1,好".utf8) + Bytes.half, at: ["2:5"],
        zh: "无法识别的字符", en: "no character"),
      BadFile(
        "an unclosed quote",
        BadFile.entries("2021-06-01,work.visits,洪林镇,1", "2021-06-01,work.visits,\"洪林镇,1")
          + "2021-06-02,work.visits,洪林镇,1\n",
        at: "3:3", zh: "没有配对的引号", en: "never closed"),
      BadFile("an empty file", "", at: "1:1", zh: "文件是空的", en: "The file is empty"),
      BadFile("blank lines", "\n \n\r\n", at: "1:1", zh: "文件是空的", en: "The file is empty"),
    ])
    func isRefused(_ file: BadFile) async throws { try await file.expectRefusal() }

    @Test func otherEncodingIsRead() async throws {
      // 日期,指标,单位,数量,备注 / 2021-06-01,走访,洪林镇,7,到户 in GB18030.
      let text =
        "C8D5C6DA2CD6B8B1EA2CB5A5CEBB2CCAFDC1BF2CB1B8D7A20A"
        + "323032312D30362D30312CD7DFB7C32CBAE9C1D6D5F22C372CB5BDBBA70A"
      try await expectEntries([["7", "到户"]], from: Data(hexadecimal: text))
    }

    @Test func oldLineEndsAreRead() async throws {
      let text =
        "date,indicator,unit,amount,note\r2021-06-01,work.visits,洪林镇,7,甲\r"
        + "2021-06-02,work.visits,洪林镇,8,乙"
      try await expectEntries([["8", "乙"], ["7", "甲"]], from: Data(text.utf8))
    }

    private func expectEntries(_ expected: [[String]], from bytes: Data) async throws {
      let office = try await Office()
      try office.program.folder.write(bytes, to: "good.csv")
      let outcome = try await office.run("import", "good.csv")
      #expect(outcome.status == 0, "\(outcome.err)")
      let listed = try await office.run("entry", "list", "--from", "2021-06-01", "--format", "csv")
      for (row, parts) in zip(listed.out.split(separator: "\n").dropFirst(), expected) {
        for part in parts { #expect(row.contains(part)) }
      }
      #expect(listed.out.split(separator: "\n").count == expected.count + 1, "\(listed.out)")
      try await office.expectSound()
    }

    @Test func aHugeLineIsRefusedInLittleMemory() async throws {
      let office = try await Office()
      var bytes = Data(BadFile.entries().utf8)
      bytes.append(Data("2021-06-01,work.visits,洪林镇,".utf8))
      bytes.append(Data(repeating: UInt8(ascii: "1"), count: 150_000_000))
      try office.program.folder.write(bytes, to: "bad.csv")
      let before = try office.snapshot()
      // 120 MB of address space, libraries and all, would not hold the line.
      let outcome = try await office.program.tool(
        "sh", "-c", "ulimit -v 120000; exec \"$TAIZHANG\" --lang en import bad.csv")
      #expect(outcome.status == 65)
      #expect(outcome.err.hasPrefix("bad.csv:2:4: This line is longer than 1 MB"), "\(outcome.err)")
      #expect(try office.snapshot() == before)
    }
  }
}

extension Data {
  /// Bytes written as pairs of hexadecimal digits.
  init(hexadecimal text: String) {
    var rest = text[...]
    self.init()
    while !rest.isEmpty {
      append(UInt8(rest.prefix(2), radix: 16) ?? 0)
      rest = rest.dropFirst(2)
    }
  }
}
