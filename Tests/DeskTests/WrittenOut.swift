import Registers
import Reports
import Storage
import TargetEngine
import Testing

@testable import Desk

/// What `list` and `export` write of a ledger, as files that `import` reads. Source: `cli.md`, "What `list` and
/// `export` write as CSV can be imported".
struct WrittenOut {
  var units = "code,parent,name,kind,opened,closed,aliases,merged-into\n"
  var targets = "indicator,unit,year,amount,effective,due,pace,document,reason,without-merged\n"
  var entries = "date,indicator,unit,amount,note,year,mode\n"
  /// Of the registers that have records.
  var records: [String] = []

  init(_ fixture: RecordFixture) throws {
    let desk = fixture.desk
    let all = try desk.units()
    let codes = Dictionary(all.map { ($0.unit.id, $0.unit.code) }) { first, _ in first }
    for stored in all {
      let unit = stored.unit
      let parent = unit.parent.flatMap { codes[$0] } ?? ""
      units +=
        "\(unit.code),\(parent),\(unit.name),\(unit.kind.rawValue),\(unit.opened?.description ?? ""),"
        + "\(unit.closed?.description ?? ""),\(stored.aliases.joined(separator: "、")),"
        + "\(stored.merged == nil ? "" : parent)\n"
      for revision in try desk.targets(of: unit.code) {
        let target = revision.target
        targets +=
          "\(revision.indicator.code),\(unit.code),\(target.year),\(target.amount),"
          + "\(target.effective),\(target.due),\(target.pace),\(target.document),"
          + "\(target.reason),\(revision.without.map(\.code).joined(separator: "、"))\n"
      }
    }
    try desk.eachEntry(isPosted: false) { entry in
      entries +=
        "\(entry.day),\(entry.indicator.code),\(entry.unit.code),\(entry.told),\(entry.note),"
        + "\(entry.year),\(entry.mode)\n"
    }
    for shape in desk.ledger.allShapes() {
      let text = try fixture.export(shape.id)
      if text.split(separator: "\n").count > 1 { records.append(text) }
    }
  }

  /// A new ledger that has nothing but this: the units, the rules of who reports by list, then all else.
  func read(after first: RecordFixture) throws -> RecordFixture {
    let other = try RecordFixture(hasUnits: false)
    _ = try other.desk.take([units])
    try copyRules(from: first.desk, to: other.desk)
    _ = try other.desk.take([targets, entries] + records, ImportOptions(same: .keep))
    return other
  }

  private func copyRules(from desk: Desk, to other: Desk) throws {
    let indicators = try desk.ledger.indicatorsByID()
    for rule in try desk.ledger.sourcings() {
      guard let indicator = indicators[rule.indicator],
        let unit = try desk.ledger.unit(id: rule.unit)?.unit
      else { continue }
      _ = try other.setSourcing(
        indicator.code, unit: unit.code, byList: rule.byList, since: rule.since)
    }
  }
}

extension Line {
  fileprivate var isNothing: Bool {
    if case .amount(let amount) = actual { amount == 0 && month ?? 0 == 0 } else { false }
  }
}

extension WrittenOut: CustomStringConvertible {
  var description: String { ([units, targets, entries] + records).joined(separator: "\n") }
}

extension RecordFixture {
  /// What every unit has on each day, and what its reports say.
  func reports(_ months: [Int] = [202103, 202106, 202112]) throws -> [String] {
    let units = try desk.units()
    let codes = Dictionary(units.map { ($0.unit.id, $0.unit.code) }) { first, _ in first }
    let indicators = try desk.ledger.indicatorsByID()
    var said = try figures().map { figure in
      let numbers = figure.split(separator: " ").compactMap { Int64($0) }
      return "\(codes[numbers[0]] ?? "") \(indicators[numbers[1]]?.code ?? "") \(numbers[2...])"
    }
    for stored in units {
      for month in months.compactMap({ Month(rawValue: $0) }) {
        let report = try desk.monthlyReport(month, ReportScope(unit: stored.unit.code))
        // What came to nothing may leave a line or none, and a plan of 0.
        for line in report.lines {
          let plan = line.plan.flatMap { $0.amount == 0 && $0.source == .planned ? nil : $0 }
          if plan == nil, line.isNothing { continue }
          said.append(
            "\(stored.unit.code) \(month) \(line.indicator.code) \(line.year) \(line.actual)"
              + " \(line.month ?? 0) \(plan.map { "\($0.amount) \($0.source) \($0.due)" } ?? "")")
        }
        said += report.notes.compactMap { $0.text.map { "\(stored.unit.code) \(month) \($0)" } }
      }
    }
    return said.sorted()
  }
}

extension ReportNote {
  /// What it says, whatever the order of units in it; nil where it is about how a target came about.
  fileprivate var text: String? {
    switch self {
    case .planned: nil
    case .countedTwice(let indicator, let units): "\(indicator.code) \(units.sorted())"
    default: "\(self)"
    }
  }
}
