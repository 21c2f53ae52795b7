internal import Registers
internal import TargetEngine

/// 演练问题: what a drill showed to be wrong, until it is put right; a drill is closed when all are.
/// Source: `emergency.md`, 3.
struct DrillFinding: Register {
  static let name = RegisterName("emergency", "drill-finding", zh: "演练问题", en: "Drill finding")

  var drill: Reference<Drill>?
  var item = ""
  var owner: UnitReference?
  var due: Day?
  var doneOn: Day?
  var moves = Moves<Listed>()

  static let fields: [Field<DrillFinding>] = [
    Field("drill", \.drill, zh: "演练", en: "Drill", [.required, .key, .place, .drives]),
    Field("item", \.item, zh: "问题", en: "Item", [.required, .key]),
    Field("owner", \.owner, zh: "整改单位", en: "Owner"),
    Field("due", \.due, zh: "整改期限", en: "Due"),
    Field("done-on", \.doneOn, zh: "整改完成日期", en: "Done on"),
  ]

  static let limits: [Limit<DrillFinding>] = [.past(\.doneOn)]

  static let obligations: [Obligation<DrillFinding>] = [
    Obligation("rectify", zh: "演练问题整改", en: "Rectification after a drill") { finding, _, _, _ in
      guard let due = finding.due else { return [] }
      return [Duty(Occurrence(due: due, done: finding.doneOn), unit: finding.owner?.id)]
    }
  ]

  static let rules: [GroupRule<DrillFinding>] = [
    GroupRule(by: \.drill) { findings, others in
      let open = findings.filter { $0.record.doneOn == nil }
      guard !open.isEmpty, try others.record(findings[0].record.drill)?.stage == .closed else {
        return []
      }
      let items = open.map(\.record.item)
      return [
        Problem(
          \DrillFinding.drill,
          zh: "该演练还有 \(open.count) 个问题没有整改完成（\(items.joined(separator: "、"))），不能转为“问题整改完毕”。"
            + "请先填整改完成日期。",
          en:
            "Findings of this drill that are not done: \(open.count) (\(items.joined(separator: ", ")))."
            + " Give the day on which each was done before the drill is closed.",
          by: Int64(open.count), of: open.last?.id)
      ]
    }
  ]

  static let measures: [Measure<DrillFinding>] = [
    Measure(
      .drillFindings,
      reading: { finding, _, others in
        guard let drill = try others.record(finding.drill) else { return [] }
        return .once(on: drill.heldOn, year: drill.year)
      }),
    // In the drill's year, so that a rate of closing is of the same findings.
    Measure(
      .drillFindingsClosed,
      reading: { finding, _, others in
        guard let drill = try others.record(finding.drill), let held = drill.heldOn else {
          return []
        }
        return .once(on: finding.doneOn.map { max($0, held) }, year: drill.year)
      }),
  ]
}
