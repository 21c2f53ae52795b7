import Database
import Registers
import Reports
import Storage
import StorageSQLite
import TargetEngine
import Testing

@testable import Desk

/// A district whose indicators have plan years that begin in any month, and everything that is said
/// and done about them.
struct PlanYearWorld {
  let desk: Desk
  let indicators: [Indicator]
  static let tree: KeyValuePairs<String, String> = [
    "d": "", "t1": "d", "t2": "d", "v1": "t1", "v2": "t1", "v3": "t2",
  ]
  static let units = tree.map(\.key)
  var random: SplitMix
  /// What closed months said, by unit.
  private(set) var reported: [String: [Month: [PlanYearModel.Row]]] = [:]
  private var nextClosing: Month
  private(set) var undos = 0
  private var jobs = 0

  init(seed: UInt64) throws {
    random = SplitMix(state: seed)
    let ledger = try Ledger.found(
      on: try SQLiteDatabase.inMemory(), registers: [RegisterSlot(Job.self)], site: "TEST",
      at: "2021-01-01T00:00:00Z")
    ledger.declaredIndicators = [
      IndicatorDeclaration.plannedWork.code: .plannedWork,
      IndicatorDeclaration.finishedWork.code: .finishedWork,
    ]
    desk = Desk(
      ledger: ledger,
      context: Desk.Context(
        actor: "tester", now: "2021-01-01T00:00:00Z", today: try day("2022-12-31"),
        command: "test"))
    for (code, parent) in PlanYearWorld.tree {
      let kind: UnitKind = parent.isEmpty ? .district : code.hasPrefix("t") ? .township : .village
      _ = try desk.addUnit(
        code: code, name: code, kind: kind, parent: parent.isEmpty ? nil : parent, opened: nil,
        aliases: [])
    }
    var months: [Int] = []
    for _ in 0..<8 { months.append(Int.random(in: 1...12, using: &random)) }
    for (code, kind, month) in [
      ("p.flow", "flow", months[0]), ("p.whole", "flow", months[0]), ("p.few", "flow", months[1]),
      ("p.stock", "stock", months[2]), ("p.planned", "flow", months[3]),
      ("p.finished", "flow", months[3]), ("p.jobs", "flow", months[4]),
      ("p.by-day", "flow", months[5]), ("p.begun", "flow", months[6]),
    ] {
      var draft = IndicatorDraft(
        code: code, name: code, kind: kind, measure: "个",
        direction: code == "p.few" ? .less : .more)
      draft.firstMonth = month
      _ = try desk.addIndicator(draft)
    }
    for (code, top, month) in [("p.rate", "p.flow", nil), ("p.share", "p.stock", months[7])] {
      var draft = IndicatorDraft(
        code: code, name: code, kind: "ratio", measure: "%", decimals: 1, numerator: top,
        denominator: top == "p.flow" ? "p.whole" : "p.stock")
      draft.firstMonth = month
      _ = try desk.addIndicator(draft)
    }
    indicators = try ledger.indicators()
    nextClosing = try month("2020-\(Int.random(in: 10...12, using: &random))")
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  mutating func anyDay() throws -> Day {
    try #require(
      Day(number: try day("2019-07-01").number + Int.random(in: 0..<1270, using: &random)))
  }

  /// Does something; what is refused leaves everything as it was.
  mutating func act() throws {
    let (unit, on) = (pick(PlanYearWorld.units), try anyDay())
    do {
      switch Int.random(in: 0..<16, using: &random) {
      case 0...4: try log(unit, on)
      case 5: try say(unit, on)
      case 6...8: try setTarget(unit, on)
      case 9...10: try addJob(unit, on)
      case 11...12: try changeJob(on)
      case 13: try close()
      default:
        let head = try desk.ledger.head().transaction
        let number = Int64.random(in: max(18, head - 8)...max(18, head), using: &random)
        _ = try desk.undo("\(number)", reason: "r")
        undos += 1
      }
    } catch is DeskError {}
  }

  private mutating func log(_ unit: String, _ on: Day) throws {
    let code = pick(["p.flow", "p.flow", "p.whole", "p.few", "p.stock", "p.planned", "p.finished"])
    let indicator = try desk.indicator(code)
    let current = naivePlanYear(on, indicator.firstMonth)
    let year = indicator.kind == .stock ? nil : pick([nil, nil, current - 1, current + 1])
    let entry = try desk.log(
      code, "\(Int.random(in: -2...9, using: &random))", unit: unit, on: on, year: year, note: "",
      isLevel: false
    ).result.entry
    #expect(entry.year == year ?? current, "\(code) from month \(indicator.firstMonth), \(on)")
  }

  private mutating func say(_ unit: String, _ on: Day) throws {
    _ = try desk.log(
      "p.stock", "\(Int.random(in: 0...40, using: &random))", unit: unit, on: on, year: nil,
      note: "", isLevel: true)
  }

  private mutating func setTarget(_ unit: String, _ on: Day) throws {
    let indicator = pick(indicators)
    let first = indicator.firstMonth
    let isDefault = Int.random(in: 0..<5, using: &random) == 0
    let year = isDefault ? nil : naivePlanYear(on, first)
    let label = year ?? naivePlanYear(desk.context.today, first)
    var draft = TargetDraft(amount: 0)
    if Bool.random(using: &random), year != nil { draft.effective = on }
    switch Int.random(in: 0..<4, using: &random) {
    case 0: draft.pace = .deadline
    case 1:
      let days = [Int.random(in: 1...4, using: &random), Int.random(in: 5...9, using: &random)].map
      {
        let month = (first - 1 + $0) % 12 + 1
        return (month < 10 ? "0" : "") + "\(month)-15"
      }
      draft.pace = Pace("\(days[0]):20%; \(days[1]):70%")
      #expect(draft.pace != nil)
    default: break
    }
    if Int.random(in: 0..<4, using: &random) == 0, year != nil { draft.due = on }
    let model = try model()
    let isFirst = !model.targets.contains {
      $0.indicator == indicator.id && $0.year == label
        && $0.unit == (try? desk.unit(unit).unit.id)
    }
    let target = try desk.setTarget(
      indicator.code, amount: "\(Int.random(in: 0...30, using: &random))", unit: unit, year: year,
      draft: draft
    ).result.target
    let (start, end) = (model.firstDay(indicator, label), model.lastDay(indicator, label))
    #expect(target.year == label)
    let today = min(max(desk.context.today, start), end)
    #expect(target.effective == draft.effective ?? (isFirst ? start : today))
    if isFirst { #expect(target.due == draft.due ?? end) }
  }

  private mutating func addJob(_ unit: String, _ on: Day) throws {
    jobs += 1
    let shape = try desk.register("p.job")
    _ = try desk.addRecord(
      shape,
      [
        ("title", "工作\(jobs)"), ("unit", unit), ("year", "\(pick([2020, 2021, 2022]))"),
        ("begun-on", try anyDay().description),
      ], on: on)
  }

  private mutating func changeJob(_ on: Day) throws {
    let shape = try desk.register("p.job")
    guard let job = try desk.ledger.records(RecordQuery(), in: shape).randomElement(using: &random)
    else { return }
    let id = "TEST-\(job.id)"
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      _ = try desk.setRecords(
        [id], in: shape, [("year", "\(pick([2020, 2021, 2022]))")], on: on, isTypo: false)
    case 1: _ = try desk.removeRecords([id], in: shape, reason: "r")
    default:
      let stage = shape.stage(of: job) == "open" ? "done" : "open"
      _ = try desk.advanceRecords(
        [id], in: shape, to: stage, [], on: max(on, job.moves.last?.day ?? on))
    }
  }

  private mutating func close() throws {
    let month = nextClosing
    guard month.lastDay < desk.context.today else { return }
    var said: [String: [PlanYearModel.Row]] = [:]
    for unit in PlanYearWorld.units { said[unit] = try expected(unit, month) }
    _ = try desk.close(month, module: nil, reissue: nil, isConfirmed: true)
    for (unit, rows) in said { reported[unit, default: [:]][month] = rows }
    nextClosing = month.adding(1)
  }

  var lastClosed: Month? { reported["d"]?.keys.max() }
}

/// What the model and the desk say of it.
extension PlanYearWorld {
  func model(_ unit: String? = nil) throws -> PlanYearModel {
    let units = try desk.ledger.units().map(\.unit)
    var parents: [UnitID: UnitID] = [:]
    for unit in units { parents[unit.id] = unit.parent }
    let planned = [try desk.indicator("p.finished").id: try desk.indicator("p.planned").id]
    return PlanYearModel(
      indicators: indicators, parents: parents, entries: try desk.ledger.entries(EntryQuery()),
      targets: try units.flatMap { try desk.ledger.targets(of: $0.id) }, planned: planned,
      reported: unit.flatMap { reported[$0] } ?? [:])
  }

  /// A report's lines, then those of earlier plan years.
  func expected(_ unit: String, _ month: Month) throws -> [PlanYearModel.Row] {
    let model = try model(unit)
    let id = try desk.unit(unit).unit.id
    let (lines, carried) = (model.lines(id, month), model.carried(id, month))
    let lost = model.lost(id, month, beside: lines + carried)
    let order = Dictionary(
      uniqueKeysWithValues: indicators.enumerated().map { ($0.element.code, $0.offset) })
    let isCurrent = { (row: PlanYearModel.Row) in
      self.indicators.contains {
        $0.code == row.code && naivePlanYear(month.lastDay, $0.firstMonth) == row.year
      }
    }
    func sorted(_ rows: [PlanYearModel.Row], byYear: Bool) -> [PlanYearModel.Row] {
      rows.sorted {
        (byYear ? $0.year : 0, order[$0.code] ?? 0) < (byYear ? $1.year : 0, order[$1.code] ?? 0)
      }
    }
    return sorted(lines + lost.filter(isCurrent), byYear: false)
      + sorted(carried + lost.filter { !isCurrent($0) }, byYear: true)
  }

  func actual(_ unit: String, _ month: Month) throws -> [PlanYearModel.Row] {
    let report = try desk.monthlyReport(month, ReportScope(unit: unit))
    return (report.lines + report.carried).map { PlanYearModel.Row($0) }
  }
}
