import TargetEngine
import Testing

@testable import Reports

/// What holds for every dashboard, however odd its names and large its figures.
@Suite struct DashboardPropertyTests {
  @Test(arguments: Language.allCases)
  func everyWidthHoldsTheSample(_ language: Language) {
    let dashboard = DashboardSample.make(language)
    for width in 60...200 { expectOrder(in: dashboard, width, language) }
  }

  @Test func everyWidthHoldsAnything() {
    var random = SplitMix(state: 20_210_630)
    for width in 60...200 {
      expectOrder(in: random.dashboard(), width, random.chance(2) ? .zh : .en)
    }
  }

  @Test func figuresAreNeverCut() {
    let indicator = DashboardSample.indicator("a.b", "名", "平方公里平方公里", decimals: 4)
    let item = DashboardSample.item(indicator, .max - 1, .max, months: [.min, .max])
    var dashboard = DashboardSample.dashboard
    dashboard.items.append(item)
    let screen = dashboard.screen(width: 60, color: false, language: .zh) { $0 }
    #expect(screen.contains("922337203685477.5807/922337203685477.5806 平方公里…"))
  }

  private func expectOrder(in dashboard: Dashboard, _ width: Int, _ language: Language) {
    let title = { (code: String) in code + "\u{7}模块" }
    let plain = dashboard.screen(
      width: width, color: false, language: language, moduleTitle: title)
    let lines = plain.split(separator: "\n").map(String.init)
    #expect(lines.allSatisfy { $0.displayWidth <= width && $0.last != " " })
    #expect(!plain.unicodeScalars.contains { $0 != "\n" && ControlCharacters.isControl($0) })
    if width.isMultiple(of: 10) { expectOnlyCodesAdded(to: plain, dashboard, width, language) }
    let figures = lines.compactMap(Place.init)
    #expect(Set(figures.map(\.bar)).count <= 1 && Set(figures.map(\.rate)).count <= 1)
    let drawn = dashboard.items.count { $0.line.completion.preciseRate != nil }
    #expect(figures.count >= min(1, drawn))
  }

  private func expectOnlyCodesAdded(
    to plain: String, _ dashboard: Dashboard, _ width: Int, _ language: Language
  ) {
    let colored = dashboard.screen(width: width, color: true, language: language) {
      $0 + "\u{7}模块"
    }
    // By code points: a name may begin with a mark that combines with the end of a code.
    let codes = #/\u{1B}\[[0-9;]*m/#.matchingSemantics(.unicodeScalar)
    #expect(colored.replacing(codes, with: "") == plain)
  }
}

/// In which columns a bar begins and its rate ends.
private struct Place {
  let bar: Int
  let rate: Int

  init?(_ line: String) {
    guard let match = line.firstMatch(of: #/[█░▶|]+ +-?[0-9.]+%/#) else { return nil }
    bar = DisplayWidth.of(line[..<match.range.lowerBound])
    rate = DisplayWidth.of(line[..<match.range.upperBound])
  }
}

/// The same numbers on every run.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension SplitMix {
  mutating func chance(_ one: Int) -> Bool { Int.random(in: 1...one, using: &self) == 1 }

  mutating func text(_ longest: Int) -> String {
    let letters: [String] = [
      "宣", "州", "诊所", "a", "Zone", " ", "（", "。", "é", "e\u{301}", "👨‍👩‍👧", "\u{1B}[31m", "\r\n", "\t",
      "\u{202E}", "\u{200D}", "\u{FE0F}", "한", "…", "\u{0}", "1",
    ]
    let count = Int.random(in: 0...longest, using: &self)
    return (0..<count).map { _ in letters.randomElement(using: &self) ?? "" }.joined()
  }

  mutating func amount() -> Int64 {
    switch Int.random(in: 0..<12, using: &self) {
    case 0: .random(in: .min ... .max, using: &self)
    case 1: .random(in: 0...1_000_000_000_000, using: &self)
    case 2: .random(in: -50...0, using: &self)
    default: .random(in: 0...200, using: &self)
    }
  }

  mutating func indicator(_ module: Int) -> Indicator {
    let ratio = IndicatorKind.ratio(numerator: 1, denominator: 2)
    return DashboardSample.indicator(
      "m\(module).x", text(chance(4) ? 40 : 8), text(3),
      [.flow, .flow, .stock, ratio].randomElement(using: &self) ?? .flow,
      decimals: .random(in: 0...4, using: &self), direction: chance(4) ? .less : .more)
  }

  mutating func line(_ indicator: Indicator) -> Line {
    var plan = chance(5) ? nil : DashboardSample.plan(max(0, amount()))
    if chance(4) { plan?.parts[0].pace = .deadline }
    if chance(4) { plan?.parts[0].due = Day(rawValue: 20_210_501)! }
    let (part, whole) = (Decimal(amount()), Decimal(amount()))
    let actual: Actual =
      indicator.kind.name == "ratio"
      ? .ratio(numerator: part, denominator: whole) : .amount(part.units)
    return DashboardSample.line(indicator, plan, actual)
  }

  mutating func dashboard() -> Dashboard {
    let items = (0..<Int.random(in: 0...8, using: &self)).map { _ in
      let indicator = indicator(.random(in: 1...2, using: &self))
      let months = (0..<12).map { _ in chance(3) ? nil : amount() }
      let behind = (0..<Int.random(in: 0...4, using: &self)).map { _ in
        Dashboard.Laggard(
          unit: DashboardSample.unit("u", text(12)), line: line(indicator))
      }
      return Dashboard.Item(
        line: line(indicator), months: months, furthestBehind: chance(2) ? behind : [])
    }
    return Dashboard(
      head: text(20), day: DashboardSample.day, unit: DashboardSample.unit("u", text(40)),
      items: items, decimals: .random(in: 0...2, using: &self))
  }
}
