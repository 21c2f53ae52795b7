internal import Registers
internal import TargetEngine

extension Question {
  /// Approved, in post, vacant and over by unit and category; over and vacant are never netted.
  static let staffing = Question("staffing", zh: "编制使用情况", en: "Staffing") { scope, others in
    let rows = try Staffing.rows(
      try others.records(Establishment.self, below: scope.unit).map(\.record),
      try others.records(Staff.self, below: scope.unit).map(\.record), on: scope.day)
    let totals = try rows.reduce(into: (vacant: Int64(0), over: Int64(0))) { sums, row in
      sums.vacant = try sums.vacant.adding(row.vacant)
      sums.over = try sums.over.adding(row.over)
    }
    return Answer(
      columns: [
        Answer.Column("unit", zh: "单位", en: "Unit", .unit),
        Answer.Column("category", zh: "人员类别", en: "Category", Establishment.Category.kind),
        Answer.Column("approved", zh: "核定编制", en: "Approved", .int),
        Answer.Column("in-post", zh: "实有人员", en: "In post", .int),
        Answer.Column("vacant", zh: "空编", en: "Vacant", .int),
        Answer.Column("over", zh: "超编", en: "Over", .int),
        Answer.Column("outside", zh: "编外", en: "Outside", .int),
      ],
      rows: rows.map { row in
        [
          row.unit.datum, row.category.datum, .int(row.approved), .int(row.inPost),
          .int(row.vacant), .int(row.over), .int(row.outside),
        ]
      },
      notes: [
        Text(
          "合计空编 \(totals.vacant)、超编 \(totals.over)，两者分别计算，不相抵；编外人员不占编制，另列一栏。",
          "Vacant \(totals.vacant), over \(totals.over): two facts, not set against each other. Contract "
            + "staff hold no establishment and stand in a column of their own.")
      ])
  }

  /// 空白村: the villages in which no qualified doctor serves on a day.
  static let blankVillages = Question("blank-villages", zh: "空白村", en: "Villages without a doctor")
  {
    scope, others in
    let served = Set(
      try others.records(VillageDoctor.self, below: scope.unit).map(\.record)
        .filter { $0.serves(on: scope.day) }.compactMap { $0.village?.id }
        .compactMap { try others.unit(standingFor: $0, on: scope.day) })
    let blank = try others.units(of: .village, on: scope.day, below: scope.unit).filter {
      !served.contains($0)
    }
    return Answer(
      columns: [Answer.Column("village", zh: "村", en: "Village", .unit)],
      rows: blank.map { [.unit($0)] },
      notes: [Text("\(scope.day) 共 \(blank.count) 个空白村。", "\(blank.count) on \(scope.day).")])
  }
}
