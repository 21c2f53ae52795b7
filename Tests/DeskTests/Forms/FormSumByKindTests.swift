import Forms
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Sums in columns of a kind, on random trees of which units are moved and merged, against a model that walks from
/// each unit upwards. Source: `forms.md`, "Summary".
@Suite struct FormSumByKindTests {
  @Test("columns by kind have what lies below each, and add up to the total", arguments: 1...20)
  func columns(_ seed: Int) throws {
    var random = SplitMix(state: UInt64(seed) &* 15_485_863)
    var model = try SumModel()
    try model.grow(&random)
    try model.answer(&random)
    try model.change(&random)
    for kind in [UnitKind.township, .village, .district, .school] {
      for top in [nil, "d", "t1"] {
        try model.compare(kind, within: top, "seed \(seed) \(kind) \(top ?? "")")
      }
    }
  }
}

/// Units, what is above each, and what each sent, as plainly as can be.
private struct SumModel {
  let world: FormWorld
  private var units: [(code: String, kind: UnitKind)] = [
    ("d", .district), ("t1", .township), ("t2", .township), ("v1", .village), ("v2", .village),
    ("v3", .village), ("v4", .village),
  ]
  private var parents = ["t1": "d", "t2": "d", "v1": "t1", "v2": "t1", "v3": "t2", "v4": "t2"]
  private var sent: [String: [Int64]] = [:]
  private var closed: Set<String> = []

  init() throws {
    world = try FormWorld()
    let sheet = try FormDefinition(
      "sheet", module: "a", world.calendar(.month),
      FormVersion(
        title: Text("月表", "Sheet"), due: FormDue("+1-05"),
        owing: FormOwing(kinds: [.township, .village, .school]),
        lines: [
          FormLine(try number("1"), Text("甲", "A"), .amount(decimals: 0, measure: "个")),
          FormLine(try number("2"), Text("乙", "B"), .amount(decimals: 2, measure: "元")),
          FormLine(
            try number("3"), Text("率", "Rate"), .amount(decimals: 1, measure: "%"),
            source: try LineSource("formula [1] / [2] * 100")),
          FormLine(
            try number("4"), Text("比上期", "Since"), .amount(decimals: 0, measure: "个"),
            source: try LineSource("formula [1] - last([1])")),
        ]))
    try world.write { try $0.set(sheet) }
  }

  /// Adds units anywhere below those that there are, also townships below townships.
  mutating func grow(_ random: inout SplitMix) throws {
    for number in 1...8 {
      let kind = [UnitKind.village, .township, .school].randomElement(using: &random) ?? .village
      let parent = units.filter { $0.code != "t2" }.randomElement(using: &random)?.code
      let code = "x\(number)"
      _ = try world.desk.addUnit(
        code: code, name: "unit \(code)", kind: kind, parent: parent, opened: nil, aliases: [])
      units.append((code, kind))
      parents[code] = parent
    }
  }

  mutating func answer(_ random: inout SplitMix) throws {
    for (code, kind) in units where kind != .district && Int.random(in: 0..<4, using: &random) > 0 {
      for period in ["2021-05", "2021-06"] {
        let values = [Int64](
          (0..<2).map { _ in Int64.random(in: -50..<5000, using: &random) })
        try world.step(.submit(), "sheet", period, code, ["1": values[0], "2": values[1]])
        try world.step(.accept, "sheet", period, code)
        if period == "2021-06" { sent[code] = values }
      }
    }
  }

  /// Moves and merges, which put all that was sent below other units.
  mutating func change(_ random: inout SplitMix) throws {
    for _ in 0..<4 {
      guard
        let code = units.filter({ parents[$0.code] != nil && !closed.contains($0.code) })
          .randomElement(using: &random)?.code,
        let other = units.filter({ !path($0.code).contains(code) && !closed.contains($0.code) })
          .randomElement(using: &random)?.code
      else { continue }
      do {
        if Bool.random(using: &random) {
          _ = try world.desk.moveUnit(code, under: other)
        } else {
          _ = try world.desk.mergeUnit(code, into: other, on: try day("2021-08-01"))
          closed.insert(code)
        }
        parents[code] = other
      } catch is DeskError {}
    }
  }

  private func path(_ code: String) -> [String] {
    parents[code].map { [code] + path($0) } ?? [code]
  }

  /// The uppermost unit of a kind at or above one, within a unit.
  private func head(_ code: String, _ kind: UnitKind, within top: String?) -> String? {
    var path = path(code)
    if let top, let place = path.firstIndex(of: top) { path = Array(path[...place]) }
    return path.last { code in units.contains { $0.code == code && $0.kind == kind } }
  }

  func compare(_ kind: UnitKind, within top: String?, _ comment: String) throws {
    let summary = try world.desk.formSum("sheet", "2021-06", unit: top, by: kind)
    let owing = units.filter { unit in
      unit.kind != .district && (top.map { path(unit.code).contains($0) } ?? true)
    }.map(\.code)
    let groups = Dictionary(grouping: owing) { head($0, kind, within: top) ?? "" }
    let columns = Dictionary(
      uniqueKeysWithValues: summary.columns.map { ($0.unit?.code ?? "", $0) })
    #expect(Set(columns.keys) == Set(groups.keys), "\(comment)")
    let plain = try world.desk.formSum("sheet", "2021-06", unit: top)
    #expect(plain.sum == summary.sum, "\(comment)")
    for (place, line) in ["1", "2"].enumerated() {
      var whole = Fraction.zero
      for (code, members) in groups {
        let amounts = members.compactMap { sent[$0]?[place] }
        let column = columns[code]?.sum.total[try number(line)]
        #expect(
          column?.units == (amounts.isEmpty ? nil : amounts.reduce(0, +)), "\(comment) \(code)")
        whole = whole + (column.map { Fraction($0) } ?? .zero)
      }
      #expect(
        summary.sum.total[try number(line)].map { Fraction($0) } ?? .zero == whole, "\(comment)")
    }
    for (code, members) in groups {
      let column = columns[code]
      #expect(
        column?.sum.of == members.count
          && column?.sum.over.count == members.count { sent[$0] != nil })
      #expect(Set(column?.units.map(\.code) ?? []) == Set(members), "\(comment)")
      // The rate follows from the sums.
      if let own = column?.sum.total, let a = own[try number("1")], let b = own[try number("2")],
        let rate = Fraction(a) * Fraction(100) / Fraction(b)
      {
        #expect(own[try number("3")] == rate.rounded(places: 1), "\(comment)")
      }
    }
  }
}
