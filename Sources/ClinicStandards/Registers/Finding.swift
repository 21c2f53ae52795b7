internal import Registers
internal import TargetEngine

/// 问题清单: what an inspection of a project found, until someone has verified that it is put right.
/// Source: `registers.md`, "clinics".
struct Finding: Register {
  static let name = RegisterName("clinics", "finding", zh: "问题清单", en: "Finding")
  static let version = 3

  var project: Reference<Project>?
  var item = ""
  var foundOn: Day?
  var due: Day?
  var rectifiedOn: Day?
  var verifiedOn: Day?
  var verifiedBy = ""
  var firstDue: Day?
  var reporter = ""
  var moves = Moves<Stage>()

  static let fields: [Field<Finding>] = [
    Field("project", \.project, zh: "建设项目", en: "Project", [.required, .key, .place]),
    Field("item", \.item, zh: "问题", en: "Item", [.required, .key], names: "clinics.checklist"),
    Field("found-on", \.foundOn, zh: "发现日期", en: "Found on", [.required, .key, .start]),
    Field("due", \.due, zh: "整改期限", en: "Due", [.required]),
    Field("rectified-on", \.rectifiedOn, zh: "整改日期", en: "Rectified on"),
    Field("verified-on", \.verifiedOn, zh: "销号日期", en: "Verified on"),
    Field("verified-by", \.verifiedBy, zh: "核验人", en: "Verified by"),
    Field("first-due", \.firstDue, zh: "原定期限", en: "First due", .procedure, since: 2),
    Field("reporter", \.reporter, zh: "发现人", en: "Reporter", .lasting, since: 3),
  ]

  static let marks: [Mark<Finding>] = [
    Mark(.rectified, \.rectifiedOn), Mark(.closed, \.verifiedOn),
  ]

  static let needs: [Need<Finding>] = [Need(.closed, \.verifiedBy)]

  static let firsts: [First<Finding>] = [First(\.firstDue, of: \.due)]

  static let obligations: [Obligation<Finding>] = [
    // Rectified in time is on time, whenever it is verified, unless it is sent back.
    Obligation(
      "rectify", zh: "问题整改", en: "Rectification", due: \.due, first: \Finding.firstDue,
      done: [\.rectifiedOn, \.verifiedOn], arises: \Finding.foundOn, owed: [.open],
      since: 2)
  ]

  static let signatures: [Signature<Finding>] = [
    Signature(.closed, \.verifiedBy, notBy: [\.reporter])
  ]

  static let limits: [Limit<Finding>] = [
    .order(\.foundOn, \.due), .order(\.foundOn, \.rectifiedOn), .order(\.foundOn, \.verifiedOn),
  ]

  static let rules: [GroupRule<Finding>] = [
    GroupRule(by: \.project) { findings, others in
      let open = findings.filter { $0.record.stage != .closed }
      guard !open.isEmpty, try others.record(findings[0].record.project)?.stage == .accepted else {
        return []
      }
      let items = open.map(\.record.item)
      return [
        Problem(
          \Finding.project,
          zh: "该项目还有 \(open.count) 个问题未销号（\(items.joined(separator: "、"))），不能达标。"
            + "请先销号；已达标后返潮的，请登记返潮（转为整改中）。",
          en: "Findings of this project that are not closed: \(open.count) "
            + "(\(items.joined(separator: ", "))), so that it cannot be accepted. Close them first; "
            + "if it has relapsed since, record the relapse.",
          by: Int64(open.count), of: open.last?.id)
      ]
    }
  ]

  static let measures: [Measure<Finding>] = [
    Measure(.findings) { finding in
      .once(on: finding.foundOn)
    },
    // In the year of finding, so that a rate of closing is of the same findings.
    Measure(.findingsClosed) { finding, _, others in
      .each(
        finding.moves.days(into: .closed),
        year: try finding.foundOn.map { try others.planYear(of: .findings, on: $0) })
    },
  ]

  enum Stage: String, Lifecycle {
    case open, rectified, closed

    var entry: StageEntry<Stage> {
      switch self {
      case .open: StageEntry("待整改", "Open", to: .rectified)
      case .rectified: StageEntry("已整改", "Rectified", to: .closed, .open)
      case .closed: StageEntry("销号", "Closed")
      }
    }
  }
}
