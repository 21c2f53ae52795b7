import Registers
import Storage
import TargetEngine
import Testing

@testable import Desk

/// An office in which something is undone after others have made its place impossible: closed the unit, taken
/// out or merged what is named, taken the name.
struct BetweenWorld {
  let fixture: RecordFixture
  private var commands: RandomRecords
  private(set) var taken = 0
  private(set) var refused = 0
  /// Where who follows the refusals of an undo gets nowhere.
  private(set) var lost: String?

  private var desk: Desk { fixture.desk }

  init(seed: UInt64) throws {
    fixture = try RecordFixture(today: "2022-12-31")
    commands = RandomRecords(fixture, seed: seed, hasSecrets: false)
    for name in ["甲", "乙", "丙"] { try fixture.add("people.person", "name=\(name)", "unit=t1") }
    for code in ["A1", "A2"] {
      try fixture.add(
        "workforce.post", "code=\(code)", "hospital=h1", "year=2021", "title=医师", "openings=2",
        "approved-on=2021-03-01")
    }
  }

  /// One deed, its undo or not, what comes between, and the undo of what was done or undone.
  ///
  /// - Returns: what was tried, for the failing case.
  mutating func round() throws -> [String] {
    guard let (deed, number) = try done({ try $0.deed() }) else { return [] }
    var tried = ["#\(number) \(deed)"]
    var last = number
    if Bool.random(using: &commands.random), let undone = try undo(number) {
      tried.append("#\(undone) undo \(number)")
      last = undone
    }
    for _ in 0..<Int.random(in: 1...2, using: &commands.random) {
      guard let (between, at) = try done({ try $0.between(number) }) else { continue }
      tried.append("#\(at) \(between)")
    }
    let at = try undo(last)
    tried.append(at.map { "#\($0) undo \(last)" } ?? "undo \(last) refused")
    if at == nil { refused += 1 } else { taken += 1 }
    if at == nil, Int.random(in: 0..<3, using: &commands.random) == 0 {
      try follow(last, &tried)
    }
    return tried
  }

  /// Undoes what is in the way of an undo, as its refusal says: each step is taken, and then the undo is.
  private mutating func follow(_ number: Int64, _ tried: inout [String]) throws {
    do {
      _ = try desk.undo("\(number)", reason: "试")
    } catch DeskError.undo(let fault) where !fault.obstacles.isEmpty {
      for step in fault.obstacles + [number] {
        tried.append("for \(number) undo \(step)")
        do { _ = try desk.undo("\(step)", reason: "试") } catch {
          lost = "undo \(number) is refused for \(fault.obstacles), then \(step): \(error)"
          return
        }
      }
    } catch is DeskError {}
  }

  private mutating func undo(_ number: Int64) throws -> Int64? {
    try done { world in
      _ = try world.desk.undo("\(number)", reason: "试")
      return ""
    }?.number
  }

  /// - Returns: what was done and the transaction's number; nil for what was refused, or nothing.
  private mutating func done(
    _ body: (inout BetweenWorld) throws -> String
  ) throws -> (text: String, number: Int64)? {
    let before = try desk.ledger.head().transaction
    do {
      let text = try body(&self)
      let after = try desk.ledger.head().transaction
      return after == before ? nil : (text, after)
    } catch is DeskError {
      #expect(try desk.ledger.head().transaction == before)
      return nil
    } catch is OverflowFault {
      return nil
    }
  }

  private mutating func deed() throws -> String {
    let shape = commands.pick(desk.ledger.allShapes())
    let records = try desk.ledger.records(RecordQuery(), in: shape)
    switch Int.random(in: 0..<14, using: &commands.random) {
    case 0...2: return try commands.add(shape)
    case 3...4 where !records.isEmpty: return try commands.set(shape, commands.pick(records))
    case 5 where !records.isEmpty: return try commands.advance(shape, commands.pick(records))
    case 6 where !records.isEmpty: return try commands.redate(shape, commands.pick(records))
    case 7 where !records.isEmpty: return try remove(commands.pick(records).id, shape)
    case 8: return try mergePersons()
    case 9: return try close(commands.pick(["c1", "c2", "h1", "v3", "t2"]))
    case 10:
      return try log(
        commands.pick(["c1", "c2", "v1", "h1"]), isLevel: Bool.random(using: &commands.random))
    case 11: return try target(commands.pick(["c1", "c2", "v1"]))
    case 12: return try column()
    default: return try source(commands.pick(["c1", "t1", "h1"]))
    }
  }

  /// Something about what a transaction was about.
  private mutating func between(_ number: Int64) throws -> String {
    let row = try #require(try desk.ledger.transaction(number))
    let end = row.changes.first + Int64(row.changes.count)
    let things = try fixture.rows(
      "SELECT subject = 'record', object FROM change WHERE seq >= \(row.changes.first) AND seq < \(end)"
        + " AND subject IN ('record', 'unit')", columns: 2)
    var units = try desk.ledger.entries(row.entries).map(\.unit)
    var records: [RecordID] = []
    for words in things.map({ $0.split(separator: " ") }) {
      let object = try #require(Int64(words[1]))
      if words[0] == "1" { records.append(object) } else { units.append(object) }
    }
    for id in records {
      guard let shape = try desk.ledger.register(of: id) else { continue }
      for case let state? in try desk.ledger.history(of: id, in: shape).map(\.state) {
        units += state.data.flatMap(\.values).compactMap(\.unit)
        records += state.data.flatMap(\.values).compactMap(\.record)
      }
    }
    if !records.isEmpty, Bool.random(using: &commands.random) {
      return try about(record: commands.pick(records))
    }
    let codes = try units.compactMap { try desk.ledger.unit(id: $0)?.unit.code }
    if codes.isEmpty { return try column() }
    return try about(unit: commands.pick(codes))
  }

  private mutating func about(record id: RecordID) throws -> String {
    guard let shape = try desk.ledger.register(of: id) else { return "" }
    let others = try desk.ledger.records(RecordQuery(), in: shape).map(\.id).filter { $0 != id }
    switch Int.random(in: 0..<4, using: &commands.random) {
    case 0 where !others.isEmpty: return try merge(id, commands.pick(others), shape)
    case 1 where !others.isEmpty: return try merge(commands.pick(others), id, shape)
    case 2:
      // Something may come to name it.
      let naming = desk.ledger.allShapes().filter { !$0.mentions(of: shape.id).isEmpty }
      return naming.isEmpty ? "" : try commands.add(commands.pick(naming))
    default: return try remove(id, shape)
    }
  }

  private mutating func about(unit code: String) throws -> String {
    switch Int.random(in: 0..<9, using: &commands.random) {
    case 0...2: return try close(code)
    case 3: return try log(code, isLevel: false)
    case 4:
      let other = commands.pick(RecordFixture.units)
      _ = try desk.mergeUnit(code, into: other, on: commands.day())
      return "merge \(code) into \(other)"
    case 5: return try target(code)
    case 6: return try source(code)
    case 7:
      let name = commands.pick(["Y1", "Y2"])
      if Bool.random(using: &commands.random) {
        _ = try desk.addUnit(
          code: name, name: "新\(name)", kind: .other, parent: "d", opened: nil, aliases: [])
        return "add \(name)"
      }
      _ = try desk.renameUnit(code, to: name)
      return "rename \(code) \(name)"
    default:
      let parent = commands.pick(RecordFixture.units)
      _ = try desk.moveUnit(code, under: parent)
      return "move \(code) under \(parent)"
    }
  }

  private mutating func remove(_ id: RecordID, _ shape: RegisterShape) throws -> String {
    _ = try desk.removeRecords(["TEST-\(id)"], in: shape, reason: "试")
    return "remove \(shape.id) \(id)"
  }

  private mutating func mergePersons() throws -> String {
    let shape = try fixture.shape("people.person")
    let ids = try desk.ledger.records(RecordQuery(), in: shape).map(\.id)
    if ids.isEmpty { return "" }
    return try merge(commands.pick(ids), commands.pick(ids), shape)
  }

  private func merge(
    _ old: RecordID, _ kept: RecordID, _ shape: RegisterShape
  ) throws -> String {
    _ = try desk.mergeRecord("TEST-\(old)", into: "TEST-\(kept)", in: shape, reason: "试")
    return "merge \(shape.id) \(old) into \(kept)"
  }

  private mutating func close(_ code: String) throws -> String {
    let day = commands.day()
    _ = try desk.closeUnit(code, on: day)
    return "close \(code) \(day)"
  }

  private mutating func log(_ code: String, isLevel: Bool) throws -> String {
    let day = commands.day()
    let indicator =
      isLevel
      ? "clinics.in-training"
      : commands.pick(["clinics.doctors-trained", "clinics.accepted", "clinics.in-training"])
    _ = try desk.log(
      indicator, "\(Int.random(in: 1...9, using: &commands.random))", unit: code, on: day,
      year: nil, note: "", isLevel: isLevel)
    return "log \(indicator) \(code) \(day)\(isLevel ? " level" : "")"
  }

  private mutating func target(_ code: String) throws -> String {
    let year = commands.pick([2020, 2021, 2022])
    _ = try desk.setTarget(
      "clinics.accepted", amount: "4", unit: code, year: year, draft: TargetDraft(amount: 0))
    return "target \(code) \(year)"
  }

  private mutating func source(_ code: String) throws -> String {
    let indicator = commands.pick([
      "clinics.accepted", "clinics.in-training", "clinics.doctors-trained",
    ])
    let (byList, day) = (Bool.random(using: &commands.random), commands.day())
    _ = try desk.setSourcing(indicator, unit: code, byList: byList, since: day)
    return "source \(indicator) \(code) \(byList) \(day)"
  }

  private mutating func column() throws -> String {
    let shape = try fixture.shape("clinics.project")
    let names = desk.columns(of: shape).map(\.name)
    let name = commands.pick(["床位", "面积", "说明"])
    switch Int.random(in: 0..<3, using: &commands.random) {
    case 0 where !names.isEmpty:
      _ = try desk.renameColumn(commands.pick(names), to: name, in: shape)
      return "rename a column to \(name)"
    case 1 where !names.isEmpty:
      let name = commands.pick(names)
      _ = try desk.removeColumn(name, of: shape)
      return "remove column \(name)"
    default:
      _ = try desk.addColumn(name, commands.pick(["int", "text"]), to: shape)
      return "add column \(name)"
    }
  }
}
