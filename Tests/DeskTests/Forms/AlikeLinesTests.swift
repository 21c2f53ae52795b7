import Foundation
import Forms
import Storage
import TargetEngine
import Testing

@testable import Desk

/// A spreadsheet makes 1.1 of 1.10. Source: `forms.md`, "Files".
@Suite struct AlikeLinesTests {
  private let world: FormWorld
  private let folder: URL

  init() throws {
    world = try FormWorld()
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let titles = [
      "1.1": "门诊", "1.2": "急诊", "1.10": "转诊", "1.20": "巡诊", "2.10": "其他",
    ]
    let form = try FormDefinition(
      "sheet", module: "a", world.calendar(.month),
      FormVersion(
        title: Text("月表", "Sheet"), due: FormDue("+1-05"), owing: FormOwing(kinds: [.village]),
        lines: try ["1.1", "1.2", "1.10", "1.20", "2.10"].map {
          FormLine(
            try number($0), Text(titles[$0] ?? "", "Line \($0)"),
            .amount(decimals: 0, measure: "个"))
        }))
    try world.write { try $0.set(form) }
  }

  /// What stands against files, by their places.
  private func faults(_ files: String...) throws -> [String] {
    let paths = try files.enumerated().map { index, text in
      let path = folder.appendingPathComponent("\(index) \(UUID().uuidString).csv").path
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      return path
    }
    do {
      _ = try world.desk.importFiles(paths, only: .answers)
      return []
    } catch DeskError.faults(let faults) {
      return faults.listed.map { fault in
        let place = "\(fault.place.line):\(fault.place.column)"
        guard case .rule(.form(let refusal)) = fault.kind else { return "\(place) \(fault.kind)" }
        return switch refusal {
        case .alikeLines(let number, let lines):
          "\(place) \(number): \(lines.map(\.description).joined(separator: " "))"
        case .repeatedLine(let number): "\(place) \(number) twice"
        case .unknownLine(let number): "\(place) no \(number)"
        default: "\(place) \(refusal)"
        }
      }
    }
  }

  private func sent(_ unit: String = "v1") throws -> [String: String] {
    let values = try world.submission("sheet", "2021-06", unit)?.contents.values ?? [:]
    return Dictionary(values.map { ($0.key.description, $0.value.description) }) { a, _ in a }
  }

  private func rows(_ rows: [String], unit: String = "v1") -> String {
    rows.map { "sheet,2021-06,\(unit),\($0)" }.joined(separator: "\n")
  }

  private static let header = "form,period,unit,line,value\n"
  private static let titled = "form,period,unit,line,title,value\n"

  @Test("a bare number is refused where it may be either of two lines")
  func bare() throws {
    #expect(
      try faults(Self.header + rows(["1.1,5", "1.2,6"])) == [
        "2:4 1.1: 1.1 1.10", "3:4 1.2: 1.2 1.20",
      ])
    #expect(
      try faults(Self.header + rows(["1.1,5", "1.1,6"])) == [
        "2:4 1.1: 1.1 1.10", "3:4 1.1: 1.1 1.10",
      ])
    #expect(try sent().isEmpty)
  }

  @Test("brackets say which, and say it of the other, too")
  func brackets() throws {
    #expect(try faults(Self.header + rows(["[1.1],5", "[1.10],6", "1.2,7", "［1.20］,8"])).isEmpty)
    #expect(try sent() == ["1.1": "5", "1.10": "6", "1.2": "7", "1.20": "8"])
    // What one unit says tells nothing of another's numbers.
    #expect(
      try faults(
        Self.header + rows(["[1.10],5", "1.1,4"]) + "\n" + rows(["1.1,5"], unit: "v2")
      )
      .contains("4:4 1.1: 1.1 1.10"))
  }

  @Test("a title says which")
  func titles() throws {
    #expect(try faults(Self.titled + rows(["1.1,转诊,5", "1.2,Line 1.2,6", "2.1,其他,7"])).isEmpty)
    #expect(try sent() == ["1.10": "5", "1.2": "6", "2.10": "7"])
    #expect(
      try faults(Self.titled + rows(["1.1,转诊,5", "1.1,转诊,6", "1.2,别的,6"], unit: "v2"))
        == ["3:4 1.10 twice", "4:4 1.2: 1.2 1.20"])
  }

  @Test("a title that a line had before says which, where none has it now")
  func formerTitles() throws {
    let renamed = FormLine(
      try number("1.10"), Text("转院", "Transfers"), .amount(decimals: 0, measure: "个"))
    var form = try world.form("sheet").definition
    var change = FormChange(from: try day("2021-05-01"))
    change.lines = [.set(renamed)]
    try form.change(change)
    let changed = form
    try world.write { try $0.set(changed) }
    #expect(try faults(Self.titled + rows(["1.1,转诊,5", "1.2,急诊,6"])).isEmpty)
    #expect(try sent() == ["1.10": "5", "1.2": "6"])
  }

  @Test("a file that has kept a zero has kept all; another file has not")
  func keptZeros() throws {
    #expect(try faults(Self.header + rows(["1.10,5", "1.2,6"])).isEmpty)
    #expect(try sent() == ["1.10": "5", "1.2": "6"])
    #expect(
      try faults(
        Self.header + rows(["1.10,5", "1.1,6", "1.1,7"], unit: "v2"),
        Self.header + rows(["1.2,5"], unit: "v3")
      ) == ["4:4 1.1 twice", "2:4 1.2: 1.2 1.20"])
    #expect(
      try faults(
        Self.header + rows(["1.10,5"], unit: "v2"), Self.header + rows(["1.2,6"], unit: "v2"))
        == ["2:4 1.2: 1.2 1.20"])
  }

  @Test("a line that is not there may be one that lost its zero")
  func lost() throws {
    #expect(try faults(Self.header + rows(["2.1,5", "3,6"])) == ["2:4 2.1: 2.10", "3:4 no 3"])
  }

  @Test("headers of lines are read in the same way")
  func headers() throws {
    let header = "form,period,unit,"
    #expect(
      try faults(header + "1.1,1.1,1.2\nsheet,2021-06,v1,5,6,7\nsheet,2021-06,v2,5,6,7")
        == ["1:4 1.1: 1.1 1.10", "1:5 1.1: 1.1 1.10", "1:6 1.2: 1.2 1.20"])
    #expect(try faults(header + "1.1,1.10,1.2\nsheet,2021-06,v1,5,6,7").isEmpty)
    #expect(try sent() == ["1.1": "5", "1.10": "6", "1.2": "7"])
    #expect(try faults(header + "[1.10],1.1,[1.2]\nsheet,2021-06,v2,5,6,7").isEmpty)
    #expect(try sent("v2") == ["1.10": "5", "1.1": "6", "1.2": "7"])
  }

  @Test("a template of which rows were taken away is read by its titles")
  func template() throws {
    let file = try world.desk.formTemplate("sheet", "2021-06", FormChoice(units: ["v1"]))
      .file(.zh, byteOrderMark: false)
    let lines = String(decoding: file, as: UTF8.self).split(separator: "\n").map(String.init)
      .filter { !$0.contains("[1.10]") }
      .map { $0.replacingOccurrences(of: "个,,,人工填报", with: "个,,9,人工填报") }
    #expect(try faults(lines.joined(separator: "\n")).isEmpty)
    #expect(try sent() == ["1.1": "9", "1.2": "9", "1.20": "9", "2.10": "9"])
  }
}
