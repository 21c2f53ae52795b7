import Registers
import Storage
import StorageSQLite
import Synchronization
import TargetEngine
import Testing

@testable import Desk

/// Families of indicators, groups and what drives them. Source: `engine.md`, "A register posts by
/// itself".
@Suite(.serialized) struct MeasureTests {
  private let desk: Desk

  init() throws {
    let ledger = try Ledger.found(
      on: try SQLiteDatabase.inMemory(),
      registers: [
        RegisterSlot(Trade.self), RegisterSlot(Firm.self), RegisterSlot(Pact.self),
        RegisterSlot(Visit.self),
      ], site: "TEST", at: "2021-01-01T00:00:00Z")
    desk = Desk(
      ledger: ledger,
      context: Desk.Context(
        actor: "tester", now: "2021-01-01T00:00:00Z", today: try day("2021-06-30"),
        command: "test"))
    _ = try desk.addUnit(
      code: "d", name: "d", kind: .district, parent: nil, opened: nil, aliases: [])
    _ = try desk.install(
      [IndicatorDeclaration.pacts, .wagePacts, .otherPacts, .covered, .touched].map {
        IndicatorDraft(
          code: $0.code, name: $0.name.zh, kind: $0.kind == .stock ? "stock" : "flow", measure: "个")
      })
    try add("test.trade", "name=甲业")
    for name in ["甲", "乙", "丙"] {
      try add("test.firm", "name=\(name)", "unit=d", "trade=甲业", "workers=10", "opened=2021-01-01")
    }
  }

  private func add(_ register: String, _ fields: String...) throws {
    _ = try desk.addRecord(try desk.register(register), assignments(fields), on: nil)
  }

  private func set(_ register: String, _ record: String, _ fields: String...) throws {
    let (shape, fields) = (try desk.register(register), assignments(fields))
    let isDated = fields.contains { name, _ in
      shape.field(named: name).map { shape.fields[$0].kind.isDated } ?? false
    }
    _ = try desk.setRecords(
      [record], in: shape, fields, on: isDated ? day("2021-03-01") : nil, isTypo: false)
  }

  private func assignments(_ fields: [String]) -> [Desk.Assignment] {
    fields.map { field in
      let halves = field.split(separator: "=", maxSplits: 1).map(String.init)
      return (halves[0], halves[1])
    }
  }

  private func actual(_ indicator: String, _ text: String = "2021-06-30") throws -> Int64 {
    let line = try desk.line(
      try desk.indicator(indicator), of: try desk.unit("d").unit, on: try day(text))
    guard case .amount(let amount) = line.actual else { return 0 }
    return amount
  }

  @Test("a record posts to the indicator of its kind and to the family's total")
  func family() throws {
    for (number, kind) in ["wage", "safety", "women", "plain"].enumerated() {
      try add("test.pact", "number=\(number)", "kind=\(kind)", "firm=甲", "from=2021-02-01")
    }
    #expect(try actual("test.pacts") == 4)
    #expect(try actual("test.wage-pacts") == 1)
    #expect(try actual("test.other-pacts") == 2)
    try set("test.pact", "3", "kind=wage")
    #expect(try actual("test.pacts") == 4)
    #expect(try actual("test.wage-pacts") == 2)
    #expect(try desk.ledger.check().isEmpty)
  }

  @Test("a group counts once in each kind and once in all, weighted by what it has on each day")
  func coverage() throws {
    try add("test.pact", "number=1", "kind=wage", "firm=甲", "from=2021-02-01", "until=2021-04-30")
    try add("test.pact", "number=2", "kind=safety", "firm=甲", "from=2021-02-01")
    #expect(try actual("test.covered") == 10)
    try set("test.firm", "甲", "workers=25")
    #expect(try actual("test.covered", "2021-02-28") == 10)
    #expect(try actual("test.covered") == 25)
    #expect(try desk.ledger.check().isEmpty)
  }

  @Test("two group measures of one indicator with equal keys do not cancel each other")
  func sources() throws {
    try add("test.pact", "number=1", "kind=wage", "firm=甲", "from=2021-02-01")
    #expect(try actual("test.touched") == 1)
    try add("test.visit", "firm=甲", "on=2021-02-03")
    #expect(try actual("test.touched") == 2)
    try set("test.pact", "1", "from=2021-02-02")
    #expect(try actual("test.touched") == 2)
    #expect(try desk.ledger.check().isEmpty)
  }

  @Test("what drives a driver drives: the trade of the firm of the pact")
  func transitive() throws {
    try add("test.pact", "number=1", "kind=wage", "firm=甲", "from=2021-02-01")
    try set("test.trade", "甲业", "share=3")
    #expect(try actual("test.pacts") == 3)
    #expect(try desk.ledger.check().isEmpty)
  }

  @Test("one firm's head count has only its own group computed")
  func onlyTouched() throws {
    for (number, firm) in ["甲", "乙", "丙"].enumerated() {
      try add("test.pact", "number=\(number)", "kind=wage", "firm=\(firm)", "from=2021-02-01")
    }
    Pact.computed.withLock { $0 = [] }
    try set("test.firm", "乙", "workers=11")
    let computed = Pact.computed.withLock { $0 }
    #expect(Set(computed) == [try desk.record("乙", in: desk.register("test.firm")).id])
  }
}

extension IndicatorDeclaration {
  fileprivate static let pacts = IndicatorDeclaration(
    "test.pacts", zh: "合同", en: "Pacts", .flow, "份")
  fileprivate static let wagePacts = IndicatorDeclaration(
    "test.wage-pacts", zh: "工资合同", en: "Wage pacts", .flow, "份")
  fileprivate static let otherPacts = IndicatorDeclaration(
    "test.other-pacts", zh: "其他合同", en: "Other pacts", .flow, "份")
  fileprivate static let covered = IndicatorDeclaration(
    "test.covered", zh: "覆盖职工", en: "Workers covered", .stock, "人")
  fileprivate static let touched = IndicatorDeclaration(
    "test.touched", zh: "涉及企业", en: "Firms touched", .stock, "家")
}

private struct Trade: Register {
  static let name = RegisterName("test", "trade", zh: "行业", en: "Trade")
  var name = ""
  var share: Int?
  var moves = Moves<Listed>()

  static let fields: [Field<Trade>] = [
    Field("name", \.name, zh: "名称", en: "Name", [.required, .key]),
    Field("share", \.share, zh: "系数", en: "Share"),
  ]
}

private struct Firm: Register {
  static let name = RegisterName("test", "firm", zh: "企业", en: "Firm")
  var name = ""
  var unit: UnitReference?
  var trade: Reference<Trade>?
  var workers = Dated()
  var opened: Day?
  var moves = Moves<Listed>()

  static let fields: [Field<Firm>] = [
    Field("name", \.name, zh: "名称", en: "Name", [.required, .key]),
    Field("unit", \.unit, zh: "单位", en: "Unit", [.required, .place]),
    Field("trade", \.trade, zh: "行业", en: "Trade", [.drives]),
    Field("workers", \.workers, zh: "职工", en: "Workers"),
    Field("opened", \.opened, zh: "开业", en: "Opened", [.start]),
  ]
}

private struct Pact: Register {
  static let name = RegisterName("test", "pact", zh: "合同", en: "Pact")
  /// The firms whose groups were computed.
  static let computed = Mutex<[RecordID]>([])

  var number = ""
  var kind: Kind?
  var firm: Reference<Firm>?
  var from: Day?
  var until: Day?
  var moves = Moves<Listed>()

  static let fields: [Field<Pact>] = [
    Field("number", \.number, zh: "编号", en: "Number", [.required, .key]),
    Field("kind", \.kind, zh: "类型", en: "Kind"),
    Field("firm", \.firm, zh: "企业", en: "Firm", [.required, .drives, .place]),
    Field("from", \.from, zh: "自", en: "From"), Field("until", \.until, zh: "至", en: "Until"),
  ]

  private static let family = IndicatorFamily<Kind>(
    total: .pacts, [.wage: .wagePacts, .safety: .otherPacts, .women: .otherPacts])

  static let measures: [Measure<Pact>] = [
    Measure(
      family, by: \.kind,
      reading: { pact, _, others in
        guard let from = pact.from, let firm = try others.record(pact.firm) else { return [] }
        return [Posting(Int64(try others.record(firm.trade)?.share ?? 1), on: from)]
      })
  ]

  static let groups: [GroupMeasure<Pact>] = [
    GroupMeasure(IndicatorFamily<Kind>(total: .covered, [:]), of: \.kind, by: \.firm) {
      pacts, others in
      guard let firm = pacts[0].firm else { return [] }
      computed.withLock { $0.append(firm.id) }
      return try spans(pacts).coverage(of: try others.record(firm)?.workers ?? Dated())
        .map { posting in
          var posting = posting
          posting.unit = 1
          return posting
        }
    },
    GroupMeasure(.touched, by: \.firm) { pacts, _ in
      try spans(pacts).coverage.map { Posting($0.amount, on: $0.day, unit: 1) }
    },
  ]

  private static func spans(_ pacts: [Pact]) -> Spans {
    var spans = Spans()
    for pact in pacts { pact.from.map { spans.add(from: $0, through: pact.until) } }
    return spans
  }

  enum Kind: String, ChoiceValue {
    case wage, safety, women, plain
    var title: Text { Text(rawValue, rawValue.uppercased()) }
  }
}

private struct Visit: Register {
  static let name = RegisterName("test", "visit", zh: "走访", en: "Visit")
  var firm: Reference<Firm>?
  var on: Day?
  var moves = Moves<Listed>()

  static let fields: [Field<Visit>] = [
    Field("firm", \.firm, zh: "企业", en: "Firm", [.required, .key, .place]),
    Field("on", \.on, zh: "日期", en: "On", [.required, .key]),
  ]

  static let groups: [GroupMeasure<Visit>] = [
    GroupMeasure(.touched, by: \.firm) { visits, _ in
      visits.compactMap(\.on).min().map { [Posting(1, on: $0, unit: 1)] } ?? []
    }
  ]
}

/// What stands in the ledger under the names that groups had before 0.3 is theirs.
@Suite struct FormerSourceTests {
  @Test("entries of a group's former name are taken over and never counted twice")
  func takenOver() throws {
    let fixture = try earlier()
    let second = try fixture.add(
      "workforce.village-doctor", "village=v1", "person=李四", "qualification=physician",
      "serves-from=2021-01-01")
    #expect(try fixture.actual("workforce.villages-covered", "2021-01", "v1") == 1)
    #expect(try fixture.actual("workforce.villages-covered", "2021-06", "v1") == 1)
    #expect(try fixture.desk.ledger.check().isEmpty)
    let shape = try fixture.shape("workforce.village-doctor")
    _ = try fixture.desk.removeRecords([second], in: shape, reason: "试")
    #expect(try fixture.actual("workforce.villages-covered", "2021-01", "v1") == 0)
    #expect(try fixture.actual("workforce.villages-covered", "2021-06", "v1") == 1)
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("an undo leaves nothing under the former name")
  func undone() throws {
    let fixture = try earlier()
    _ = try fixture.desk.undo("\(try fixture.desk.ledger.head().transaction)", reason: "试")
    #expect(try fixture.actual("workforce.villages-covered", "2021-06", "v1") == 0)
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  /// A village with one doctor, whose entry bears the name that it had before 0.3.
  private func earlier() throws -> RecordFixture {
    let fixture = try RecordFixture()
    try fixture.add(
      "workforce.village-doctor", "village=v1", "person=张三", "qualification=physician",
      "serves-from=2021-02-01")
    try fixture.execute(
      """
      UPDATE entry SET source = 'group:workforce.villages-covered:' || substr(source, -2)
      WHERE source LIKE 'group:workforce.village-doctor/%'
      """)
    #expect(
      try fixture.count("entry WHERE source LIKE 'group:workforce.villages-covered:u%'") == 1)
    #expect(try fixture.desk.ledger.check().isEmpty)
    return fixture
  }
}
