import Foundation
import Registers
import Storage
import StorageSQLite
import Suite
import TargetEngine
import Testing

@testable import Desk

/// The first list of a register is read by a second thread: what comes of it must be the same.
@Suite struct FirstListTests {
  private static let header = "建设机构,计划年度,机构类型,预算,评估日期,达标日期,文号,阶段,备注,床位\n"

  @Test("read aside or not, a list becomes the same records, entries and chain")
  func same() throws {
    let here = try Imported(list(rows: 1_004), aside: false)
    let aside = try Imported(list(rows: 1_004), aside: true)
    #expect(here.count == [1_004, 0, 0, 0])
    #expect(aside.count == [1_004, 0, 0, 0])
    #expect(try here.books() == aside.books())
    #expect(try aside.desk.ledger.check().isEmpty)
    #expect(try aside.desk.ledger.verify().isEmpty)
  }

  @Test("where a rule leaves an indicator to numbers, a first list posts none of it")
  func ruled() throws {
    for rule in [nil, "2021-01-01"] {
      let desk = try RecordFixture().desk
      desk.largeFile = 0
      if let rule {
        _ = try desk.setSourcing("clinics.accepted", unit: "t1", byList: false, since: day(rule))
      }
      let path = try file("facility,year,accepted-on\nc1,2021,2021-04-01\nc3,2021,2021-04-01\n")
      defer { try? FileManager.default.removeItem(atPath: path) }
      _ = try desk.importRecords(path, in: try desk.register("clinics.project"))
      let posted = try desk.ledger.entries(EntryQuery()).map { ($0.indicator, $0.unit) }
      let (accepted, clinic) = (
        try desk.indicator("clinics.accepted").id, try desk.unit("c1").unit.id
      )
      #expect(posted.count == (rule == nil ? 4 : 3))
      #expect(posted.contains { $0.0 == accepted && $0.1 == clinic } == (rule == nil))
      #expect(try desk.ledger.check().isEmpty)
    }
  }

  @Test("read aside or not, the same faults are listed, and nothing is written")
  func faults() throws {
    var rows = list(rows: 1_200).split(separator: "\n").map(String.init)
    rows[3] = "c1,x,nowhere,1.234,2021-02-30,,,,,"
    rows[7] = "c9,2021,,,,,,,,"
    rows[500] = rows[20]
    rows[600] = ",2021,,,,,,,,"
    rows[700] = "c1,5021,,-1,,,,,,"
    rows[701] = "c2,5022,,,2021-05-01,2021-04-01,,,,"
    rows[800] = "c3,5023,,,,,,nowhere,,"
    rows[1_100] = "c4,5024,,,,,,,,,,,"
    let text = rows.joined(separator: "\n")
    let (here, aside) = (try Imported(text, aside: false), try Imported(text, aside: true))
    #expect(here.faults.count >= 10)
    #expect(here.faults == aside.faults)
    #expect(try aside.desk.ledger.records(RecordQuery(), in: aside.shape).isEmpty)
  }

  @Test("a rule that looks at other records is applied in the order of the list")
  func neighbours() throws {
    for aside in [false, true] {
      let desk = try desk(registers: [RegisterSlot(Lodger.self)], aside: aside)
      let path = try file("name,unit\na,d\nb,d\nc,d\n")
      defer { try? FileManager.default.removeItem(atPath: path) }
      do {
        _ = try desk.importRecords(path, in: try desk.register("lodger"))
        Issue.record("a third lodger was let in")
      } catch DeskError.faults(let faults) {
        #expect(faults.listed.map(\.place.line) == [4])
      }
    }
  }

  @Test("what only a stage that was passed over asks of the ledger posts a record once")
  func passedOver() throws {
    for aside in [false, true] {
      let desk = try desk(registers: [RegisterSlot(Parcel.self)], aside: aside)
      let draft = IndicatorDraft(code: "test.parcels", name: "包裹", kind: "flow", measure: "件")
      _ = try desk.install([draft])
      let path = try file("name,unit,delivered-on\na,d,2021-03-01\n")
      defer { try? FileManager.default.removeItem(atPath: path) }
      let written = try desk.importRecords(path, in: try desk.register("parcel"))
      #expect(written.notices.passed.stages.map(\.records) == [1])
      #expect(try desk.ledger.entries(EntryQuery()).map(\.amount) == [1])
      #expect(try desk.ledger.check().isEmpty)
    }
  }

  @Test(
    "a second list of the same import adds to the first, and tells of none of its records again")
  func twice() throws {
    let desk = try RecordFixture().desk
    desk.largeFile = 0
    let first = try file("facility,year,assessed-on,accepted-on\nc1,2021,2021-03-01,2021-04-01\n")
    let second = try file("facility,year,accepted-on\nc2,2021,2021-05-01\n")
    let third = try file("facility,year,accepted-on\nc3,2021,\nc1,2021,2021-05-01\n")
    defer {
      for path in [first, second, third] { try? FileManager.default.removeItem(atPath: path) }
    }
    for paths in [[first, second, third], [third, second, first]] {
      do {
        _ = try desk.importFiles(paths)
        Issue.record("the later file won")
      } catch DeskError.faults(let faults) {
        let seen = paths[0] == first ? (third, 3) : (first, 2)
        #expect(
          faults.listed.map(\.place.file) == [seen.0] && faults.listed.map(\.place.line) == [seen.1]
        )
        #expect(
          faults.listed.map(\.kind) == [
            .repeatedRecord("unit c1/2021", first: RowPlace(file: paths[0], line: nil))
          ])
      }
    }
    let imported = try desk.importFiles([first, second]).result
    #expect(imported.files.map(\.new) == [1, 1])
    #expect(try desk.ledger.entries(EntryQuery()).count(where: { $0.amount == 1 }) == 4)
    #expect(try desk.ledger.check().isEmpty)
    #expect(try desk.ledger.verify().isEmpty)
  }

  /// Projects of twelve clinics in as many years as it takes, at every stage, some with texts that
  /// must be escaped.
  private func list(rows: Int) -> String {
    var text = FirstListTests.header
    for row in 0..<rows {
      let (clinic, year) = (Imported.clinics[row % 12], 1_949 + row / 12)
      let assessed = row % 3 == 0 ? "" : "\(year)-03-0\(row % 9 + 1)"
      let accepted = row % 3 == 2 ? "\(year)年4月1日" : ""
      let note = row % 5 == 0 ? "\"一\\二\n三\"" : ""
      text += "\(clinic),\(year),村卫生室,\(row).50,\(assessed),\(accepted),文〔\(row)〕,,\(note),"
      text += row % 2 == 0 ? "\(row)\n" : "\n"
    }
    return text
  }
}

/// A list that was imported into an empty register, here or aside.
private struct Imported {
  let desk: Desk
  let shape: RegisterShape
  private(set) var count: [Int]?
  private(set) var faults: [ImportFault] = []

  static let clinics = (1...4).map { "c\($0)" } + (1...8).map { "w\($0)" }

  init(_ text: String, aside: Bool) throws {
    desk = try RecordFixture(today: "2199-12-31").desk
    for clinic in Imported.clinics.dropFirst(4) {
      _ = try desk.addUnit(
        code: clinic, name: "unit \(clinic)", kind: .clinic, parent: "t1", opened: nil,
        aliases: [])
    }
    desk.largeFile = aside ? 0 : .max
    _ = try desk.addColumn("床位", "int", to: try desk.register("clinics.project"))
    shape = try desk.register("clinics.project")
    let path = try file(text)
    defer { try? FileManager.default.removeItem(atPath: path) }
    do {
      let file = try desk.importRecords(path, in: shape).result.files[0]
      count = [file.new, file.changed, file.unchanged, file.passed.count]
    } catch DeskError.faults(let found) {
      faults = found.listed.map { fault in
        var fault = fault
        fault.place.file = ""
        return fault
      }
    }
  }

  /// Every record with its history, and every entry, each as it is stored.
  func books() throws -> [String] {
    try desk.ledger.records(RecordQuery(), in: shape).flatMap { record in
      try ["\(record)"]
        + desk.ledger.history(of: record.id, in: shape).map {
          "\($0.row.transaction) \(String(describing: $0.state))"
        }
    } + desk.ledger.entries(EntryQuery()).map { "\($0)" }
  }
}

private func file(_ text: String) throws -> String {
  let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).csv"
  try text.write(toFile: path, atomically: true, encoding: .utf8)
  return path
}

private func desk(registers: [RegisterSlot], aside: Bool) throws -> Desk {
  let ledger = try Ledger.found(
    on: try SQLiteDatabase.inMemory(), registers: registers, site: "TEST",
    at: "2021-01-01T00:00:00Z")
  let desk = Desk(
    ledger: ledger,
    context: Desk.Context(
      actor: "tester", now: "2021-01-01T00:00:00Z", today: try day("2021-06-30"), command: "test"))
  desk.largeFile = aside ? 0 : .max
  _ = try desk.addUnit(
    code: "d", name: "d", kind: .district, parent: nil, opened: nil, aliases: [])
  return desk
}

/// At most two to a unit: a rule that no reference leads to.
private struct Lodger: Register {
  static let name = RegisterName("test", "lodger", zh: "住户", en: "Lodger")

  var name = ""
  var unit: UnitReference?
  var moves = Moves<Listed>()

  static let fields: [Field<Lodger>] = [
    Field("name", \.name, zh: "姓名", en: "Name", [.required, .key]),
    Field("unit", \.unit, zh: "单位", en: "Unit", [.required, .place]),
  ]

  static let rules: [GroupRule<Lodger>] = [
    GroupRule(by: \.unit) { lodgers, _ in
      lodgers.count > 2
        ? [Problem(\Lodger.unit, zh: "满了", en: "full", by: Int64(lodgers.count - 2))] : []
    }
  ]
}

/// Counts when it is delivered, and when it is weighed by rules that only the ledger has.
private struct Parcel: Register {
  static let name = RegisterName("test", "parcel", zh: "包裹", en: "Parcel")

  var name = ""
  var unit: UnitReference?
  var deliveredOn: Day?
  var moves = Moves<Stage>()

  enum Stage: String, Lifecycle {
    case taken, weighed, delivered

    var entry: StageEntry<Stage> {
      switch self {
      case .taken: StageEntry("收件", "Taken", to: .weighed)
      case .weighed: StageEntry("称重", "Weighed", to: .delivered)
      case .delivered: StageEntry("送达", "Delivered")
      }
    }
  }

  static let fields: [Field<Parcel>] = [
    Field("name", \.name, zh: "名称", en: "Name", [.required, .key]),
    Field("unit", \.unit, zh: "单位", en: "Unit", [.required, .place]),
    Field("delivered-on", \.deliveredOn, zh: "送达日期", en: "Delivered on"),
  ]

  static let marks: [Mark<Parcel>] = [Mark(.delivered, \.deliveredOn)]

  static let measures: [Measure<Parcel>] = [
    Measure(
      IndicatorDeclaration("test.parcels", zh: "包裹", en: "Parcels", .flow, "件"),
      reading: { parcel, _, others in
        let weighed = parcel.moves.days(into: .weighed)
        if !weighed.isEmpty { _ = try others.calendar() }
        return .each(parcel.moves.days(into: .delivered)) + .each(weighed)
      })
  ]
}
