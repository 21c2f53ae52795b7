import Foundation
import Forms
import Storage
import TargetEngine
import Testing

@testable import Desk

/// What follows from a cell that cannot be read is not told. Source: `forms.md`, "Files".
@Suite struct UnreadAnswersTests {
  private let world: FormWorld
  private let folder: URL

  init() throws {
    world = try FormWorld()
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let amount = LineContent.amount(decimals: 0, measure: "个")
    let form = try FormDefinition(
      "sheet", module: "a", world.calendar(.month),
      FormVersion(
        title: Text("月表", "Sheet"), due: FormDue("+1-05"), owing: FormOwing(kinds: [.village]),
        lines: [
          FormLine(try number("1"), Text("一", "One"), amount, isRequired: true),
          FormLine(try number("2"), Text("二", "Two"), amount, isRequired: true),
          FormLine(
            try number("3"), Text("和", "Sum"), amount,
            source: try LineSource("formula [1] + [2]")),
          FormLine(try number("4"), Text("四", "Four"), amount, isRequired: true),
        ],
        checks: [
          FormCheck(try CheckRule("[3]", "=", "10"), .hard),
          FormCheck(try CheckRule("[4]", "<=", "5"), .hard),
        ]))
    try world.write { try $0.set(form) }
  }

  /// What stands against a file, by its places: `broken`, `missing 2`, `empty`, or anything else as `fault`.
  private func faults(_ header: String, _ rows: String...) throws -> [String] {
    let path = folder.appendingPathComponent("\(UUID().uuidString).csv").path
    let text = ([header] + rows.map { "sheet,2021-06,\($0)" }).joined(separator: "\n")
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    do {
      _ = try world.desk.importFiles([path], only: .answers)
      return []
    } catch DeskError.faults(let faults) {
      return faults.listed.map { fault in
        let place = "\(fault.place.line):\(fault.place.column) "
        guard case .rule(.form(.objections(_, let objections))) = fault.kind else {
          return place + "fault"
        }
        return place
          + objections.map { objection in
            switch objection {
            case .missing(let line, _): "missing \(line)"
            case .broken: "broken"
            case .empty: "empty"
            default: "other"
            }
          }.joined(separator: " ")
      }
    }
  }

  private static let long = "form,period,unit,line,value"
  private static let wide = "form,period,unit,1,2,4"

  @Test("a line that cannot be read is not empty, nor is what is computed from it wrong")
  func value() throws {
    #expect(try faults(Self.long, "v1,1,abc", "v1,2,3", "v1,4,9") == ["2:5 fault", "4:5 broken"])
    #expect(try faults(Self.wide, "v1,abc,,9") == ["2:4 fault", "2:5 missing 2", "2:6 broken"])
    #expect(try faults(Self.wide, "v1,abc,x,y") == ["2:4 fault", "2:5 fault", "2:6 fault"])
  }

  @Test("a line whose number cannot be read may be any that is not there")
  func lineNumber() throws {
    #expect(try faults(Self.long, "v1,1,4", "v1,l,3", "v1,4,9") == ["3:4 fault", "4:5 broken"])
    #expect(try faults(Self.long, "v1,[,4") == ["2:4 fault"])
    #expect(try faults(Self.long, "v1,1,4", "v1,1,4", "v1,4,1") == ["3:4 fault"])
  }

  @Test("a row of an unknown unit may be one of a unit that lacks its line, and of no other")
  func unit() throws {
    #expect(
      Set(try faults(Self.long, "v1,1,4", "vl,2,6", "v1,4,1", "v2,1,4", "v2,2,5", "v2,4,1"))
        == ["3:3 fault", "5:3 broken"])
    #expect(try faults(Self.long, "v1,1,4", "vl,2,6", "v1,4,1") == ["3:3 fault"])
    #expect(
      try faults(Self.long, "v1,1,4", "v1,4,1", "vl,1,4", "vl,2,6", "vl,4,1")
        .contains { $0.hasSuffix("missing 2") })
  }

  @Test("a row that is no row may be any that is not there")
  func row() throws {
    #expect(try faults(Self.long, "v1,1,4", "v1,2,6,7,8,9", "v1,4,1").count == 1)
  }

  @Test("what does not follow is told as before")
  func others() throws {
    #expect(Set(try faults(Self.long, "v1,1,4", "v1,2,5")) == ["2:3 missing 4", "2:3 broken"])
    #expect(try faults(Self.wide, "v1,4,6,5").isEmpty)
  }
}
