import Foundation
import Storage
import TargetEngine
import Testing

@testable import Desk

/// One row, cell by cell.
struct TargetRow {
  var cells: [String]

  /// Whose target it is, whatever the writing.
  var target: [String] {
    [
      cells[0].replacing("a.done", with: "done"), cells[1].replacing("unit ", with: ""),
      cells[2].contains("2022") ? "2022" : "2021",
    ]
  }

  /// The day from which it holds; empty where it is not said.
  var day: String { cells[4].replacing("2021年7月1日", with: "2021-07-01") }

  static let header = "indicator,unit,year,amount,effective,due,pace,document,reason\n"
}

/// Rows at random, all right or some of them wrong in some cells.
struct RandomTargets {
  private var random: SplitMix
  private let faulty: Bool

  init(seed: UInt64, faulty: Bool) {
    random = SplitMix(state: seed)
    self.faulty = faulty
  }

  /// The rows of one target stand in the order of their days, and only the first may leave it out: in
  /// another order a file may come to something else, and is refused.
  mutating func make(_ count: Int) -> [TargetRow] {
    var last: [[String]: String] = [:]
    return rows(count).filter { row in
      guard let before = last[row.target] else {
        last[row.target] = row.day
        return true
      }
      guard !before.isEmpty, before < row.day else { return false }
      last[row.target] = row.day
      return true
    }
  }

  private mutating func rows(_ count: Int) -> [TargetRow] {
    (0..<count).map { _ in
      TargetRow(cells: [
        any(["a.done", "done", "a.money", "b.level", "b.rate"], "nothing", ""),
        any(["d", "t1", "t2", "v1", "v2", "v3", "v4", "unit t1"], "nowhere", "twin", ""),
        any(["2021", "2021年", "２０２１", "2022"], "x", "1800", "2023", ""),
        any(["7", "12", "1,200", "３０", "0"], "-3", "1.234", "x", ""),
        any(["", "", "2021-03-01", "2021年7月1日"], "2021-02-30", "2020-01-01"),
        any(["", "", "2021-09-30", "20211031"], "2021-13-01", "2024-01-01"),
        any(
          ["", "", "linear", "到期", "03-31:20%;06-30:70%"], "soon", "planned", "05-31:20%;03-31:70%"),
        any(["", "卫健办〔2021〕77号", "卫健办[2021]78号", "（2021）3号"]),
        any(["", "分解", "second \(random.next() % 100)"]),
      ])
    }.filter { row in
      // Days lie in the plan year.
      faulty || row.cells[2] != "2022" || (row.cells[4].isEmpty && row.cells[5].isEmpty)
    }
  }

  private mutating func any(_ right: [String], _ wrong: String...) -> String {
    let isWrong = faulty && !wrong.isEmpty && Int.random(in: 0..<12, using: &random) == 0
    return (isWrong ? wrong : right).randomElement(using: &random) ?? ""
  }
}

/// A desk that targets are told to.
final class TargetOffice {
  let desk: Desk
  private(set) var faults: [ImportFault] = []
  private(set) var count = 0

  init() throws {
    desk = try Fixture().desk
    for (code, parent) in [("x1", "t1"), ("x2", "t2")] {
      _ = try desk.addUnit(
        code: code, name: "twin", kind: .village, parent: parent, opened: nil, aliases: [])
    }
    _ = try desk.closeUnit("v4", on: try day("2022-06-30"))
  }

  func read(_ rows: [TargetRow], aside: Bool) throws {
    let lines = rows.map { $0.cells.joined(separator: ",").replacing("1,200", with: "\"1,200\"") }
    try read(text: TargetRow.header + lines.joined(separator: "\n"), aside: aside)
  }

  func read(text: String, aside: Bool) throws { try read(texts: [text], aside: aside) }

  /// Reads files of one import, `0.csv` and so on, if there are several.
  func read(texts: [String], aside: Bool) throws {
    desk.largeFile = aside ? 0 : .max
    // The journal keeps a file's name.
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let paths = try texts.enumerated().map { index, text in
      let name = texts.count == 1 ? "targets.csv" : "\(index).csv"
      let path = folder.appending(path: name).path
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      return path
    }
    do {
      _ = try desk.importFiles(paths)
    } catch DeskError.faults(let found) {
      count = found.count
      faults = found.listed.map { fault in
        var fault = fault
        fault.place.file = ""
        if case .otherTarget(let place) = fault.kind {
          let file = place.file.map { $0.replacing(folder.path + "/", with: "") }
          fault.kind = .otherTarget(at: RowPlace(file: file, line: place.line))
        }
        return fault
      }
    }
  }

  /// Sets a target as a command does.
  func set(_ row: TargetRow) throws {
    let cells = row.cells
    var draft = TargetDraft(
      amount: 0, effective: Day(cells[4]), due: Day(cells[5]), pace: Pace(cells[6]))
    (draft.document, draft.reason) = (" \(cells[7])　", "\(cells[8]) ")
    _ = try desk.setTarget(
      cells[0], amount: cells[3], unit: cells[1], year: PlanYear.parse(cells[2]), draft: draft)
  }

  /// What is wrong with the rows when they are read one after another, cell by cell, as texts.
  func faults(of rows: [TargetRow]) throws -> [String] {
    var found: [String] = []
    for (place, row) in rows.enumerated() {
      let target = try target(row) { column, kind in
        found.append("\(place + 2):\(column + 1) \(TargetOffice.plain(kind))")
      }
      if let target { _ = try desk.write { try $0.set(target) } }
    }
    return found
  }

  private func target(
    _ row: TargetRow, _ fault: (Int, ImportFault.Kind) -> Void
  ) throws -> Target? {
    let cells = row.cells
    var isRight = true
    func note(_ column: Int, _ kind: ImportFault.Kind) {
      isRight = false
      fault(column, kind)
    }
    let indicator = try desk.ledger.indicators().first { ([$0.code] + $0.names).contains(cells[0]) }
    if indicator == nil { note(0, .rule(.unknownIndicator(cells[0], suggestions: []))) }
    var unit: TargetEngine.Unit?
    do { unit = try desk.unit(cells[1]).unit } catch let error as DeskError {
      note(1, .rule(error))
    }
    let year = PlanYear.parse(cells[2])
    if year == nil { note(2, .rule(.badYear(cells[2]))) }
    var draft = TargetDraft(amount: 0)
    // A wrong indicator hides no wrong amount.
    do { draft.amount = try Amount.parse(cells[3], decimals: indicator?.decimals ?? 4) } catch {
      note(3, .amount(error, text: cells[3]))
    }
    for (column, path) in [(4, \TargetDraft.effective), (5, \TargetDraft.due)] {
      let day = Day(cells[column])
      if day == nil, !cells[column].isEmpty { note(column, .badDay(cells[column])) }
      draft[keyPath: path] = day
    }
    if !cells[6].isEmpty {
      draft.pace = Pace(cells[6])
      if draft.pace == nil { note(6, .badPace(cells[6])) }
    }
    (draft.document, draft.reason) = (cells[7], cells[8])
    guard isRight, let indicator, let unit, let year else { return nil }
    do {
      let earlier = try desk.ledger.targets(of: unit.id, year: year)
        .last { $0.indicator == indicator.id }
      return try Target(
        checking: draft, for: indicator, unit: unit, year: year, after: earlier?.kept,
        today: desk.context.today)
    } catch let error as DeskError {
      var column = 3
      if case .unitClosed = error { column = 2 }
      note(column, .rule(error))
      return nil
    }
  }

  /// A fault without the words that are near it.
  static func plain(_ kind: ImportFault.Kind) -> String {
    switch kind {
    case .rule(.unknownUnit(let text, _)): "unknown unit \(text)"
    case .rule(.unknownIndicator(let text, _)): "unknown indicator \(text)"
    default: "\(kind)"
    }
  }

  /// Every revision and every plan. In which order different targets were recorded says nothing.
  func books() throws -> [String] {
    try desk.ledger.units().flatMap { stored in
      try Dictionary(grouping: desk.ledger.targets(of: stored.unit.id)) {
        "\($0.indicator) \($0.year)"
      }.sorted { $0.key < $1.key }.flatMap { $0.value.map { "\($0)" } }
        + desk.ledger.plans(of: stored.unit.id, through: 2999).map { "\($0)" }.sorted()
    }
  }

  /// Every plan must be what follows from the tree below its unit, derived by walking it.
  func expectPlans() throws {
    let units = try desk.ledger.units().map(\.unit)
    let indicators = try desk.ledger.indicators()
    func timeline(_ unit: TargetEngine.Unit, _ line: LineKey, sums: Bool) throws -> PlanTimeline {
      let own = try desk.ledger.targets(of: unit.id, year: line.year)
        .filter { $0.indicator == line.indicator }
      let children =
        sums
        ? try units.filter { $0.parent == unit.id }.map { try timeline($0, line, sums: sums) } : []
      return try PlanTimeline(own: own, children: children)
    }
    for unit in units {
      let plans = try desk.ledger.plans(of: unit.id, through: 2999)
      for indicator in indicators {
        for year in [2021, 2022] {
          let line = LineKey(indicator: indicator.id, year: year)
          let wanted = try timeline(unit, line, sums: indicator.kind.name != "ratio")
          #expect(plans[line] ?? PlanTimeline() == wanted, "\(unit.code) \(indicator.code) \(year)")
        }
      }
    }
  }
}
