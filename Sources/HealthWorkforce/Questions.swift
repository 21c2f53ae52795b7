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
      ],
      rows: rows.map { row in
        [
          row.unit.datum, row.category.datum, .int(row.approved), .int(row.inPost),
          .int(row.vacant), .int(row.over),
        ]
      },
      notes: [
        Text(
          "合计空编 \(totals.vacant)、超编 \(totals.over)，两者分别计算，不相抵。",
          "Vacant \(totals.vacant), over \(totals.over): two facts, not set against each other.")
      ])
  }

  /// 空白村: the villages in which no qualified doctor serves on a day.
  static let blankVillages = Question("blank-villages", zh: "空白村", en: "Villages without a doctor")
  {
    scope, others in
    let served = Set(
      try others.records(VillageDoctor.self, below: scope.unit).map(\.record)
        .filter { $0.serves(on: scope.day) }.compactMap { $0.village?.id })
    let blank = try others.units(of: .village, on: scope.day, below: scope.unit).filter {
      !served.contains($0)
    }
    return Answer(
      columns: [Answer.Column("village", zh: "村", en: "Village", .unit)],
      rows: blank.map { [.unit($0)] },
      notes: [Text("\(scope.day) 共 \(blank.count) 个空白村。", "\(blank.count) on \(scope.day).")])
  }

  /// The vacancies that a next round of recruitment is announced for, on the same posts: the posts
  /// approved do not change.
  static let secondRound = Question(
    "second-round", zh: "二轮招聘", en: "Second round", takesYear: true
  ) { scope, others in
    let hires = Dictionary(
      grouping: try others.records(Hire.self, below: scope.unit).map(\.record)
    ) { $0.post?.id }
    let vacant = try others.records(Post.self, below: scope.unit).filter {
      $0.record.year == scope.year
    }
    .compactMap { id, post -> [Datum]? in
      let places = post.places(on: scope.day)
      let people = Int64((hires[id] ?? []).filter { $0.isInPost(on: scope.day) }.count)
      guard post.stage(on: scope.day) == .closed, people < places else { return nil }
      return [
        .record(id), .text(post.code), post.hospital.datum, .text(post.title), .int(places),
        .int(people),
        .int(places - people), .int(Int64(post.round)),
      ]
    }
    return Answer(
      columns: [
        Answer.Column("id", zh: "记录号", en: "Record", .record),
        Answer.Column("code", zh: "岗位代码", en: "Code", .text),
        Answer.Column("hospital", zh: "用人单位", en: "Hospital", .unit),
        Answer.Column("title", zh: "岗位名称", en: "Title", .text),
        Answer.Column("openings", zh: "核准人数", en: "Openings", .int),
        Answer.Column("in-post", zh: "在岗", en: "In post", .int),
        Answer.Column("vacant", zh: "空缺", en: "Vacant", .int),
        Answer.Column("round", zh: "已招轮次", en: "Rounds so far", .int),
      ], rows: vacant,
      notes: [
        Text(
          "再次公告：本表加 --format csv，接 | taizhang workforce post advance - 公告 招聘轮次=2 --on 日期 --yes。"
            + "岗位总数不变。",
          "Announce again: this list with --format csv, then | taizhang workforce post advance - "
            + "announced round=2 --on DAY --yes. The number of posts approved does not change.")
      ])
  }
}
