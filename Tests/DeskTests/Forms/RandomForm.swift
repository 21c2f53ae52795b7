import Forms
import TargetEngine

@testable import Desk

/// A definition of random lines, checks and changes, as a fixture's office may give it.
struct RandomForm {
  private(set) var definition: FormDefinition
  private let units: [UnitID]
  private var last = 0
  /// What ended on a day: it does not come back on the same.
  private var ended: [Day: Set<FormChange.Name>] = [:]

  /// The first days of periods of whatever cycle; of weeks too.
  let days: [Day]

  init(_ fixture: Fixture, _ random: inout SplitMix) throws {
    let start = Bool.random(using: &random) ? 6 : nil
    try self.init(fixture, &random, from: start)
  }

  /// - Parameter start: the number of the day on which it begins.
  init(_ fixture: Fixture, _ random: inout SplitMix, from start: Int?) throws {
    let cycle = [FormCycle.month, .quarter, .year, .day, .once].randomElement(using: &random)
    guard let cycle, let calendar = FormCalendar(cycle) else { throw Missing.value("cycle") }
    let units = try ["t1", "t2", "v3"].compactMap {
      try fixture.desk.ledger.unit(code: $0)?.unit.id
    }
    self.units = units
    let days = try (2010..<2040).map { try day("\($0)-01-01") }
    self.days = days
    let version = FormVersion(
      title: RandomForm.title(&random), due: RandomForm.due(cycle, &random),
      owing: RandomForm.owing(units, &random),
      document: Bool.random(using: &random) ? "卫健办〔2021〕12号, \"急\"" : "",
      lines: (1...5).map { RandomForm.line($0, &random) },
      checks: Bool.random(using: &random) ? [RandomForm.check(1, &random)] : [])
    definition = try FormDefinition(
      "f", module: "a", calendar, version, from: start.map { days[$0] })
  }

  /// Changes something from a later day on.
  mutating func change(_ random: inout SplitMix) {
    last += Int.random(in: 1...3, using: &random)
    change(from: days[10 + last], &random)
  }

  /// Changes something from any day on, also from one from which something changes already.
  mutating func changeAnywhere(_ random: inout SplitMix) {
    change(from: days[Int.random(in: 3...9, using: &random)], &random)
  }

  private mutating func change(from day: Day, _ random: inout SplitMix) {
    let before = definition.version(on: day)
    var change = FormChange(from: day)
    if Int.random(in: 0..<3, using: &random) == 0 { change.title = RandomForm.title(&random) }
    if Int.random(in: 0..<3, using: &random) == 0 {
      change.owing = RandomForm.owing(units, &random)
    }
    if change.owing == before.owing { change.owing = nil }
    if change.title == before.title { change.title = nil }
    var numbers = Set<Int>()
    for _ in 0..<3 {
      let number = Int.random(in: 1...9, using: &random)
      guard numbers.insert(number).inserted else { continue }
      let line = RandomForm.line(number, &random)
      if before[line.number] != nil, Bool.random(using: &random) {
        change.lines.append(.end(line.number))
      } else if before[line.number] != line {
        change.lines.append(.set(line))
      }
    }
    if let check = before.checks.first, Bool.random(using: &random) {
      change.checks.append(.end(check.rule))
    } else if case let check = RandomForm.check(2, &random), !before.checks.contains(check) {
      change.checks.append(.set(check))
    }
    let names = Set(
      change.lines.map(FormChange.Name.init) + change.checks.map(FormChange.Name.init))
    guard ended[day, default: []].isDisjoint(with: names) else { return }
    let isNothing = names.isEmpty && change.title == nil && change.owing == nil
    guard !isNothing, (try? definition.change(change)) != nil else { return }
    ended[day, default: []].formUnion(names)
  }

  private static func title(_ random: inout SplitMix) -> Text {
    let name = ["月报", "统计表（试行）", "“零报告”，日报"].randomElement(using: &random) ?? ""
    return Text(name, Bool.random(using: &random) ? "Report, \"new\"" : name)
  }

  private static func due(_ cycle: FormCycle, _ random: inout SplitMix) -> FormDue? {
    if cycle == .once { return nil }
    let due = ["+1-05", "+1 08:00", "5 working days"].randomElement(using: &random) ?? ""
    return FormDue(due, movesPastHolidays: Bool.random(using: &random))
  }

  private static func owing(_ units: [UnitID], _ random: inout SplitMix) -> FormOwing {
    let kinds: [UnitKind] = [.township, .village].filter { _ in Bool.random(using: &random) }
    return FormOwing(
      kinds: Set(kinds), below: Bool.random(using: &random) ? units[0] : nil,
      units: Set(units.filter { _ in Bool.random(using: &random) }))
  }

  /// Lines 1 to 3 are amounts, which others may name.
  private static func line(_ number: Int, _ random: inout SplitMix) -> FormLine {
    let text = number == 9 ? "1.10" : "\(number)"
    let name = LineNumber(text) ?? LineNumber("合计").unsafelyUnwrapped
    let title = Text(
      "第\(number)行, 其中", Bool.random(using: &random) ? "Line \(number)" : "第\(number)行, 其中")
    let decimals = Int.random(in: 0...2, using: &random)
    let amount = LineContent.amount(decimals: decimals, measure: ["", "元"][decimals % 2])
    let isRequired = Bool.random(using: &random)
    guard number > 3 else {
      let indicator = Bool.random(using: &random) && number == 1 ? "a.money" : nil
      return FormLine(
        name, title, amount, isRequired: isRequired, posting: indicator.map { LinePosting($0) })
    }
    let sources = [
      "indicator a.done month", "indicator b.level level", "formula ([1] + last([2])) / 2",
    ]
    if let source = try? LineSource(sources.randomElement(using: &random) ?? ""),
      Bool.random(using: &random)
    {
      return FormLine(name, title, amount, isRequired: isRequired, source: source)
    }
    let content = [LineContent.text, .day, .choice(["有", "无"])].randomElement(using: &random)
    return FormLine(name, title, content ?? .text, isRequired: isRequired)
  }

  private static func check(_ line: Int, _ random: inout SplitMix) -> FormCheck {
    let rules = [
      ["[1]", "<=", "[2] + 0.5"], ["[\(line)]", "change", "20.5%"], ["[1]", "=", "[3]"],
    ]
    let cells = rules.randomElement(using: &random) ?? []
    guard let rule = try? CheckRule(cells[0], cells[1], cells[2]) else {
      return FormCheck(.change(LineNumber("1").unsafelyUnwrapped, percent: Decimal(20)), .soft)
    }
    let isSoft = cells[1] == "change" || Bool.random(using: &random)
    return FormCheck(rule, isSoft ? .soft : .hard, message: ["", "不应多于合计, 请核对"][line % 2])
  }
}

extension FormChange {
  /// Which line or check a change says something of.
  enum Name: Hashable {
    case line(LineNumber)
    case check(CheckRule)

    init(_ revision: Revision<FormLine>) {
      switch revision {
      case .set(let line): self = .line(line.number)
      case .end(let number): self = .line(number)
      }
    }

    init(_ revision: Revision<FormCheck>) {
      switch revision {
      case .set(let check): self = .check(check.rule)
      case .end(let rule): self = .check(rule)
      }
    }
  }
}
