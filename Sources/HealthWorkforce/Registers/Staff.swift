internal import People
internal import Registers
internal import TargetEngine

/// 实名制人员: who holds which establishment, by name. Source: `registers.md`, "workforce".
struct Staff: Register {
  static let name = RegisterName("workforce", "staff", zh: "实名制人员", en: "Staff member")

  var unit: UnitReference?
  var workplace: UnitReference?
  var person: Reference<Person>?
  var kind: Kind?
  var category: Establishment.Category?
  var from: Day?
  /// The last day.
  var until: Day?
  var secondedTo: UnitReference?
  var moves = Moves<Listed>()

  static let fields: [Field<Staff>] = [
    Field("unit", \.unit, zh: "编制单位", en: "Unit", [.required, .place]),
    Field("workplace", \.workplace, zh: "工作单位", en: "Workplace"),
    Field("person", \.person, zh: "人员", en: "Person", [.required, .key]),
    Field("kind", \.kind, zh: "人员性质", en: "Kind"),
    Field("category", \.category, zh: "人员类别", en: "Category", [.required]),
    Field("from", \.from, zh: "起始日期", en: "From", [.required, .key, .start]),
    Field("until", \.until, zh: "截止日期", en: "Until"),
    Field("seconded-to", \.secondedTo, zh: "借调单位", en: "Seconded to"),
  ]

  static let limits: [Limit<Staff>] = [.order(\.from, \.until)]

  static let rules: [GroupRule<Staff>] = [
    GroupRule(by: \.person) { staff, _ in
      let holding = staff.filter(\.record.counts)
      var spans = Spans()
      for (_, one) in holding { spans.add(from: one.from, through: one.until) }
      return try spans.stretches().filter { $0.amount > 1 }.map { stretch in
        let both = holding.filter { $0.record.isInPost(on: stretch.from) }
        let start = both.first?.record.from ?? stretch.from
        let (span, way) =
          both.first?.record.until.map {
            (Text("至 \($0) ", "until \($0)"), Text("请改正起止日期。", "Correct the days of either."))
          } ?? (Text("至今", "on"), Text("请先登记该记录的截止日期。", "Record the end of that first."))
        return Problem(
          \Staff.from,
          zh: "该人员自 \(start) \(span.zh)已有在岗记录，一人同一时间只占一个编制。\(way.zh)",
          en: "This person is already in post from \(start) \(span.en), and one person holds one "
            + "establishment at a time. \(way.en)",
          by: stretch.amount - 1, from: stretch.from, until: stretch.until, of: both.last?.id)
      }
    }
  ]

  static let measures: [Measure<Staff>] = [
    Measure(.inPost) { staff in
      guard staff.counts else { return [] }
      var spans = Spans()
      spans.add(from: staff.from, through: staff.until)
      return try spans.coverage
    }
  ]

  /// Whether the person holds an establishment; a kind that was left empty is taken for 在编. Contract
  /// staff hold none, and may hold one beside.
  private var counts: Bool { kind == nil || kind == .established }

  func isInPost(on day: Day) -> Bool { counts && isThere(on: day) }

  /// Whether the person is employed beyond the establishment.
  func isOutside(on day: Day) -> Bool { kind == .contract && isThere(on: day) }

  private func isThere(on day: Day) -> Bool {
    guard let from, from <= day else { return false }
    return until.map { day <= $0 } ?? true
  }

  enum Kind: String, ChoiceValue {
    case established, contract, retired

    var title: Text {
      switch self {
      case .established: Text("在编", "Established")
      case .contract: Text("编外", "Contract")
      case .retired: Text("退休", "Retired")
      }
    }
  }
}
