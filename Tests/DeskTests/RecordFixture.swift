import Foundation
import Registers
import Reports
import Storage
import StorageSQLite
import Suite
import TargetEngine

@testable import Desk

/// A desk with every register: a district with two townships, four villages, each with its clinic, and
/// two hospitals.
struct RecordFixture {
  let desk: Desk
  private let connection: SQLiteConnection
  static let units = ["d", "t1", "t2", "v1", "v2", "v3", "v4", "h1", "h2", "c1", "c2", "c3", "c4"]

  init(
    today: String = "2021-06-30", isBare: Bool = false, hasIndicators: Bool = true,
    hasUnits: Bool = true,
    registers: [RegisterSlot] = Suite.registers, path: String? = nil
  ) throws {
    let make = { (connection: SQLiteConnection) in
      let ledger = try Ledger.found(
        on: connection, registers: registers, site: "TEST", at: RecordFixture.founded,
        isBare: isBare)
      try RecordFixture.fill(ledger, hasIndicators: hasIndicators, hasUnits: hasUnits)
    }
    if let path {
      connection = try SQLiteDatabase.create(path)
      try make(connection)
    } else {
      let name = "\(registers.map(\.id)) \(isBare) \(hasIndicators) \(hasUnits)"
      connection = try Template.copy(name, make: make)
    }
    let ledger = try Ledger.open(on: connection, registers: registers, at: RecordFixture.founded)
    ledger.declaredIndicators = Suite.indicators
    desk = RecordFixture.desk(ledger, today: try day(today))
  }

  private static let founded = "2021-01-01T00:00:00Z"

  private static func desk(_ ledger: Ledger, today: Day) -> Desk {
    Desk(
      ledger: ledger,
      context: Desk.Context(actor: "tester", now: founded, today: today, command: "test"))
  }

  /// Units, and indicators as far as they are wanted.
  private static func fill(_ ledger: Ledger, hasIndicators: Bool, hasUnits: Bool) throws {
    ledger.declaredIndicators = Suite.indicators
    let desk = desk(ledger, today: try day("2021-06-30"))
    for (code, kind, parent) in !hasUnits
      ? []
      : [
        ("d", UnitKind.district, nil), ("t1", .township, "d"), ("t2", .township, "d"),
        ("v1", .village, "t1"), ("v2", .village, "t1"), ("v3", .village, "t2"),
        ("v4", .village, "t2"), ("h1", .hospital, "t1"), ("h2", .hospital, "t2"),
        ("c1", .clinic, "v1"), ("c2", .clinic, "v2"), ("c3", .clinic, "v3"), ("c4", .clinic, "v4"),
      ]
    {
      _ = try desk.addUnit(
        code: code, name: "unit \(code)", kind: kind, parent: parent, opened: nil, aliases: [])
    }
    guard hasIndicators else { return }
    _ = try desk.install(
      Suite.modules.flatMap(\.indicators).map { declared in
        var draft = IndicatorDraft(
          code: declared.code, name: declared.name.zh, kind: "flow", measure: declared.measure,
          decimals: declared.decimals, direction: declared.direction)
        switch declared.kind {
        case .flow: break
        case .stock: draft.kind = "stock"
        case .ratio(let numerator, let denominator):
          (draft.kind, draft.numerator, draft.denominator) = ("ratio", numerator, denominator)
        }
        return draft
      })
  }

  /// A copy of the database, checked with the fixture's key.
  func backup(to path: String) throws -> ProvenCopy {
    try connection.backup(
      to: path, registers: Suite.registers, replacing: false, at: "2021-01-01T00:00:00Z"
    ) { $0.keySource = { _, _ in [RecordFixture.key] } }
  }

  /// Runs SQL behind the desk's back.
  func execute(_ sql: String) throws { try connection.execute(sql) }

  /// The rows of a question, their columns separated by blanks.
  func rows(_ sql: String, columns: Int) throws -> [String] {
    let statement = try connection.statement(sql)
    defer { statement.reset() }
    var rows: [String] = []
    while try statement.step() {
      rows.append((0..<columns).map { "\(statement.int($0))" }.joined(separator: " "))
    }
    return rows
  }

  /// What the ledger has on each day.
  func figures() throws -> [String] {
    try rows(
      """
      SELECT unit, indicator, year, day, SUM(amount) FROM entry
      GROUP BY 1, 2, 3, 4 HAVING SUM(amount) <> 0 ORDER BY 1, 2, 3, 4
      """, columns: 5)
  }

  /// A register's records as a file of all that is known of them.
  func export(_ register: String, day: String? = nil, _ conditions: String...) throws -> String {
    let names = try RecordNames(desk.ledger, .zh, on: desk.context.today)
    let sink = ByteSink()
    _ = try desk.exportRecords(
      RecordSearch(conditions: conditions, day: try day.map { try DeskTests.day($0) }),
      in: try shape(register), names, .zh, byteOrderMark: false, to: sink)
    return String(decoding: sink.bytes, as: UTF8.self)
  }

  /// How many rows were written, changed or removed so far.
  func rowsWritten() throws -> Int {
    try connection.first("SELECT total_changes()") { Int($0.int(0)) } ?? 0
  }

  /// How many rows stand behind a FROM.
  func count(_ source: String) throws -> Int {
    let statement = try connection.statement("SELECT COUNT(*) FROM \(source)")
    defer { statement.reset() }
    return try statement.step() ? Int(statement.int(0)) : 0
  }

  /// A key file's bytes.
  static let key = KeyMaterial.file([UInt8](repeating: 7, count: 32))

  /// Makes a key for secrets and keeps it at hand.
  func makeKey() throws {
    desk.ledger.keySource = { _, _ in [RecordFixture.key] }
    _ = try desk.makeKey { RecordFixture.key }
  }

  func shape(_ id: String) throws -> RegisterShape { try desk.register(id) }

  @discardableResult
  func add(_ register: String, _ fields: String..., on: String? = nil) throws -> String {
    try add(register, fields, on: on)
  }

  @discardableResult
  func add(_ register: String, _ fields: [String], on: String? = nil) throws -> String {
    let state = try desk.addRecord(
      try shape(register), fields.map(assignment), on: try on.map { try day($0) }
    ).result
    return "TEST-\(state.id)"
  }

  func set(
    _ register: String, _ id: String, _ fields: String..., on: String? = nil, typo: Bool = false
  ) throws {
    _ = try desk.setRecords(
      [id], in: try shape(register), fields.map(assignment), on: try on.map { try day($0) },
      isTypo: typo)
  }

  func advance(
    _ register: String, _ id: String, _ stage: String, _ on: String, _ fields: String...
  ) throws {
    try advance(register, id, stage, on, fields)
  }

  func advance(
    _ register: String, _ id: String, _ stage: String, _ on: String?, _ fields: [String]
  ) throws {
    _ = try desk.advanceRecords(
      [id], in: try shape(register), to: stage, fields.map(assignment),
      on: try on.map { try day($0) })
  }

  func redate(
    _ register: String, _ id: String, _ stage: String, _ to: String, from: String? = nil
  ) throws {
    _ = try desk.redateRecords(
      [id], in: try shape(register), stage, to: try day(to), from: try from.map { try day($0) })
  }

  /// Imports a list in CSV as a long one is: read by a second thread when it is the register's first.
  ///
  /// - Returns: the transaction's number.
  @discardableResult
  func importList(
    _ register: String, _ text: String, _ options: ImportOptions = ImportOptions()
  ) throws -> Int64 {
    try imported(register, text, options).head.transaction
  }

  /// The same with what the receipt says.
  func imported(
    _ register: String, _ text: String, _ options: ImportOptions = ImportOptions()
  ) throws -> Written<Imported> {
    let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).csv"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    desk.largeFile = 0
    return try desk.importRecords(path, in: try shape(register), options)
  }

  private func assignment(_ text: String) -> Desk.Assignment {
    let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return (String(halves[0]), String(halves[1]))
  }

  /// The actual of an indicator as of a month's end, of a plan year.
  func actual(_ indicator: String, _ month: String, _ unit: String, year: Int? = nil) throws
    -> Int64
  {
    let day = try Desk.lastDay(month)
    let line = try desk.line(
      try desk.indicator(indicator), of: try desk.unit(unit).unit, on: day, year: year)
    guard case .amount(let amount) = line.actual else { return 0 }
    return amount
  }
}

extension RecordFixture {
  /// Another ledger on the same database, which has opened no key.
  func anotherLedger() throws -> Ledger {
    try Ledger.open(on: connection, registers: Suite.registers, at: "2021-01-01T00:00:00Z")
  }
}

extension Desk {
  static func lastDay(_ text: String) throws -> Day { try month(text).lastDay }
}
