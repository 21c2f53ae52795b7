import Registers
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Columns of the office's own are listed, renamed and taken away; their values stay through all of it.
@Suite struct OfficeColumnTests {
  private let fixture: RecordFixture
  private var desk: Desk { fixture.desk }

  init() throws {
    fixture = try RecordFixture()
    try fixture.add("clinics.project", "facility=c1", "year=2021")
  }

  private func project() throws -> RegisterShape { try fixture.shape("clinics.project") }

  private func values() throws -> [String] {
    let shape = try project()
    let state = try desk.record("c1/2021", in: shape)
    return desk.columns(of: shape).map { field in
      let value = shape.field(named: field.name).map { state.data[$0].journalText } ?? ""
      return "\(field.name) \(field.title.zh) \(value)"
    }
  }

  @Test(
    "no column takes a name that files or histories give to something else, decorated or not",
    arguments: [
      "moves", "Moves", "历次阶段", "removed", "register", "Removed", "note", "阶段", "阶段（必填）", "stage*",
      "达标日期（必填）", "*预算", "序号", "金额（万元）",
    ])
  func reserved(name: String) throws {
    #expect(throws: DeskError.self) { try desk.addColumn(name, "text", to: try project()) }
    _ = try desk.addColumn("面积（平方米）", "int", to: try project())
    #expect(throws: DeskError.self) {
      try desk.renameColumn("面积（平方米）", to: name, in: try project())
    }
  }

  @Test("a renamed column keeps its values and is found by both names; undo gives the name back")
  func renaming() throws {
    _ = try desk.addColumn("床位", "int", to: try project())
    try fixture.set("clinics.project", "c1/2021", "床位=6")
    let renamed = try desk.renameColumn("床位", to: "床位数", in: try project()).head.transaction
    #expect(try values() == ["床位 床位数 6"])
    try fixture.set("clinics.project", "c1/2021", "床位=7")
    try fixture.set("clinics.project", "c1/2021", "床位数=8")
    #expect(try fixture.export("clinics.project").contains("床位数"))
    for title in ["床位", "床位数"] {
      #expect(throws: DeskError.self) { try desk.addColumn(title, "int", to: try project()) }
    }
    _ = try desk.undo("\(renamed)", reason: "r")
    #expect(try values() == ["床位 床位 8"])
    #expect(try desk.ledger.verify().isEmpty && desk.ledger.check().isEmpty)
  }

  @Test("only a column without values is taken away, and comes back with undo")
  func removal() throws {
    _ = try desk.addColumn("床位", "int", to: try project())
    try fixture.set("clinics.project", "c1/2021", "床位=6")
    let set = try desk.ledger.head().transaction
    #expect(throws: DeskError.record(.usedColumn("床位", transaction: set))) {
      try desk.removeColumn("床位", of: try project())
    }
    try fixture.set("clinics.project", "c1/2021", "床位=")
    let removed = try desk.removeColumn("床位", of: try project()).head.transaction
    #expect(try values() == [])
    #expect(throws: DeskError.self) { try fixture.set("clinics.project", "c1/2021", "床位=7") }
    #expect(throws: DeskError.self) { try desk.removeColumn("budget", of: try project()) }
    #expect(throws: DeskError.self) { try desk.undo("\(set)", reason: "r") }
    _ = try desk.undo("\(removed)", reason: "r")
    #expect(try values() == ["床位 床位 "])
    #expect(try desk.ledger.verify().isEmpty && desk.ledger.check().isEmpty)
  }

  @Test("a history says what stood in columns that are gone, by the last title that each had")
  func history() throws {
    let told = {
      let shape = try project()
      let names = try desk.names(in: .zh)
      let record = try desk.record("c1/2021", in: shape)
      return try desk.history(of: record, in: shape, names, .zh).flatMap(\.fields)
        .filter { $0.name.hasPrefix("床") }
        .map { "\($0.name) \($0.title.zh) \($0.before)→\($0.after)" }
    }
    _ = try desk.addColumn("床位", "int", to: try project())
    try fixture.set("clinics.project", "c1/2021", "床位=6")
    _ = try desk.renameColumn("床位", to: "床位数", in: try project())
    try fixture.set("clinics.project", "c1/2021", "床位=")
    let removed = try desk.removeColumn("床位", of: try project()).head.transaction
    let first = ["床位 床位数 →6", "床位 床位数 6→"]
    #expect(try told() == first)
    let undone = try desk.undo("\(removed)", reason: "r").head.transaction
    #expect(try told() == first)
    _ = try desk.undo("\(undone)", reason: "r")
    #expect(try told() == first)
    // Another column of the name, which holds something else.
    _ = try desk.addColumn("床位", "text", to: try project())
    try fixture.set("clinics.project", "c1/2021", "床位=两张")
    #expect(try told() == first + ["床位 床位 →两张"])
    let set = try desk.ledger.head().transaction
    _ = try desk.undo("\(set)", reason: "r")
    #expect(try told() == first + ["床位 床位 →两张", "床位 床位 两张→"])
    #expect(try desk.ledger.verify().isEmpty && desk.ledger.check().isEmpty)
  }

  @Test("numbers have the decimals of their columns, in lists, sums and files")
  func decimals() throws {
    try fixture.add("clinics.project", "facility=c2", "year=2021")
    for (name, type) in [("床", "整数"), ("面积", "小数"), ("造价", "金额")] {
      _ = try desk.addColumn(name, type, to: try project())
    }
    try fixture.set("clinics.project", "c1/2021", "床=6", "面积=120.50", "造价=3.5")
    try fixture.set("clinics.project", "c2/2021", "面积=0.0001", "造价=1")
    let shape = try project()
    let names = try desk.names(in: .zh)
    let shown = try ["c1/2021", "c2/2021"].map { key in
      let state = try desk.record(key, in: shape)
      return try desk.columns(of: shape).map { field in
        try names.text(state.data[shape.field(named: field.name) ?? 0], field.kind)
      }.joined(separator: " ")
    }
    #expect(shown == ["6 120.5 3.50", " 0.0001 1.00"])
    let tally = try desk.tally(RecordSearch(), in: shape, by: [], sums: ["面积", "造价"])
    #expect(tally.rows.values.map(\.sums) == [[1_205_001, 450]])
    let file = try fixture.export("clinics.project")
    #expect(file.contains("120.5") && file.contains("3.50"))
    #expect(try fixture.imported("clinics.project", file).isEmpty)
    for bad in ["面积=1.00001", "床=1.5", "造价=1.005", "面积=多"] {
      #expect(throws: DeskError.self) { try fixture.set("clinics.project", "c1/2021", bad) }
    }
    #expect(
      try desk.list(RecordSearch(conditions: ["面积>100"]), in: shape).records.count == 1)
    #expect(try desk.ledger.verify().isEmpty && desk.ledger.check().isEmpty)
  }

  @Test("a column that says its decimals shows and sums with all of them, and takes no more")
  func declaredDecimals() throws {
    try fixture.add("clinics.project", "facility=c2", "year=2021")
    _ = try desk.addColumn("面积", "decimal:2", to: try project())
    _ = try desk.addColumn("比重", "小数：1", to: try project())
    try fixture.set("clinics.project", "c1/2021", "面积=120.5", "比重=3")
    try fixture.set("clinics.project", "c2/2021", "面积=0.25", "比重=0.5")
    let shape = try project()
    let names = try desk.names(in: .zh)
    let shown = try ["c1/2021", "c2/2021"].map { key in
      let state = try desk.record(key, in: shape)
      return try desk.columns(of: shape).map { field in
        try names.text(state.data[shape.field(named: field.name) ?? 0], field.kind)
      }
    }
    #expect(shown == [["120.50", "3.0"], ["0.25", "0.5"]])
    let tally = try desk.tally(RecordSearch(), in: shape, by: [], sums: ["面积", "比重"])
    #expect(tally.rows.values.map(\.sums) == [[12_075, 35]])
    let file = try fixture.export("clinics.project")
    #expect(file.contains("120.50") && file.contains("3.0"))
    #expect(try fixture.imported("clinics.project", file).isEmpty)
    for (name, text, places) in [("面积", "1.005", 2), ("比重", "0.25", 1)] {
      let fault = RecordFault.badValue(
        text, field: Text(name, name), kind: .decimal(places: places))
      #expect(throws: DeskError.record(fault)) {
        try fixture.set("clinics.project", "c1/2021", "\(name)=\(text)")
      }
    }
    for type in ["decimal:0", "decimal:5", "decimal:x", "小数："] {
      #expect(throws: DeskError.self) { try desk.addColumn("甲", type, to: try project()) }
    }
    #expect(try desk.ledger.verify().isEmpty && desk.ledger.check().isEmpty)
  }

  @Test(
    "a column whose name has the marks of patterns is used all the same",
    arguments: ["a\\b", "a%", "a_"])
  func patterns(name: String) throws {
    _ = try desk.addColumn(name, "text", to: try project())
    try fixture.set("clinics.project", "c1/2021", "\(name)=x\\%_")
    let set = try desk.ledger.head().transaction
    #expect(throws: DeskError.record(.usedColumn(name, transaction: set))) {
      try desk.removeColumn(name, of: try project())
    }
    try fixture.set("clinics.project", "c1/2021", "\(name)=")
    _ = try desk.removeColumn(name, of: try project())
  }

  @Test("a value does not come back into another column of the same name")
  func madeAnew() throws {
    _ = try desk.addColumn("床位", "text", to: try project())
    try fixture.set("clinics.project", "c1/2021", "床位=abc")
    try fixture.set("clinics.project", "c1/2021", "床位=")
    let cleared = try desk.ledger.head().transaction
    let removed = try desk.removeColumn("床位", of: try project()).head.transaction
    let made = try desk.addColumn("床位", "int", to: try project()).head.transaction
    #expect(throws: DeskError.undo(.neededByAll([made, removed]))) {
      try desk.undo("\(cleared)", reason: "r")
    }
    #expect(try values() == ["床位 床位 "])
    _ = try desk.undo("\(made)", reason: "r")
    _ = try desk.undo("\(removed)", reason: "r")
    _ = try desk.undo("\(cleared)", reason: "r")
    #expect(try values() == ["床位 床位 abc"])
    #expect(try desk.ledger.verify().isEmpty && desk.ledger.check().isEmpty)
  }

  @Test("a choice takes its values only")
  func choice() throws {
    _ = try desk.addColumn("规模", "选项：大、中、小", to: try project())
    try fixture.set("clinics.project", "c1/2021", "规模=中")
    #expect(try values() == ["规模 规模 中"])
    #expect(throws: DeskError.self) { try fixture.set("clinics.project", "c1/2021", "规模=特大") }
    for type in ["choice:大", "choice:大,大", "choice:", "choice"] {
      #expect(throws: DeskError.self) { try desk.addColumn("甲", type, to: try project()) }
    }
    #expect(try desk.ledger.verify().isEmpty && desk.ledger.check().isEmpty)
  }
}
