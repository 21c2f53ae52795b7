internal import Registers
internal import TargetEngine

extension Action {
  /// Puts the next versions of the plans in force on the list of a year's round of revision. Source: `emergency.md`,
  /// "`emergency round`".
  static let revisionRound = Action(
    "round", zh: "预案编修", en: "Round of revision", yearOf: .plansPlanned,
    numbered: Text("轮次（默认接着本年度已有的）", "The round (default the one after those of the year)"),
    columns: [
      Answer.Column("supersedes", zh: "现行预案", en: "In force", .record),
      Answer.Column("title", zh: "预案名称", en: "Plan title", .text),
      Answer.Column("owner", zh: "编制单位", en: "Owner", .unit),
      Answer.Column("kind", zh: "预案类别", en: "Kind", Contingency.Kind.kind),
      Answer.Column("version", zh: "版次", en: "Version", .int),
      Answer.Column("year", zh: "编修年度", en: "Year", .int),
      Answer.Column("round", zh: "编修轮次", en: "Round", .int),
    ],
    note: {
      $0 == 0
        ? Text("没有要列入的预案。", "There is no plan to be listed.")
        : Text("确认后（--yes）列入 \($0) 件。", "With --yes \($0) plans are listed.")
    }
  ) { scope, others in
    let plans = try others.records(Contingency.self, below: scope.unit)
    let rounds = plans.filter { $0.record.year == scope.year }.compactMap(\.record.round)
    let round = scope.number ?? (rounds.max() ?? 0) &+ 1
    let newest = Dictionary(grouping: plans) { Series($0.record) }.mapValues { series in
      series.max { $0.record.number < $1.record.number }
    }
    return plans.compactMap { id, plan in
      // One whose next version is listed already waits for that.
      guard plan.isInForce(on: scope.day), let last = newest[Series(plan)], last?.id == id else {
        return nil
      }
      var next = Contingency()
      (next.title, next.level, next.kind, next.owner) = (
        plan.title, plan.level, plan.kind, plan.owner
      )
      (next.hazard, next.jointWith, next.supersedes) = (plan.hazard, plan.jointWith, Reference(id))
      (next.version, next.year, next.round) = (plan.number &+ 1, scope.year, round)
      return .add(
        next,
        showing: [
          .record(id), .text(plan.title), plan.owner.datum, plan.kind.datum,
          .int(Int64(plan.number &+ 1)), .int(Int64(scope.year)), .int(Int64(round)),
        ])
    }
  }
}

/// The versions of one plan.
private struct Series: Hashable {
  let title: String
  let owner: UnitID?

  init(_ plan: Contingency) { (title, owner) = (plan.title, plan.owner?.id) }
}

extension Contingency {
  fileprivate var number: Int { version ?? 1 }

  fileprivate func isInForce(on day: Day) -> Bool {
    stage(on: day).map { [.issued, .filed, .evaluating].contains($0) } ?? false
  }
}
