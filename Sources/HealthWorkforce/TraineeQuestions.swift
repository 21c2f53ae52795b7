internal import Registers
internal import TargetEngine

extension Question {
  /// How each cohort stands against its quota, and all cohorts up to it against theirs together: the
  /// figures of the plan years of the indicators, told by lists or as numbers.
  static let cohorts = Question("cohorts", zh: "定向培养进度", en: "Cohorts") { scope, others in
    let figures = { (indicator: IndicatorDeclaration) in
      try others.figures(of: indicator, for: scope.office, on: scope.day)
    }
    let (enrolled, contracted) = (try figures(.enrolled), try figures(.contracted))
    let (graduated, posted) = (try figures(.graduated), try figures(.posted))
    let current = try others.planYear(of: .enrolled, on: scope.day)
    var sums = CohortSums()
    let years = Set([enrolled, contracted, graduated, posted].flatMap(\.keys)).sorted()
    let rows = try years.map { year -> [Datum] in
      let cohort = enrolled[year] ?? YearFigure()
      let reached = { (figures: [Int: YearFigure]) in figures[year]?.actual ?? 0 }
      try sums.add(cohort)
      let base = year == .min ? 0 : enrolled[year - 1]?.actual ?? 0
      return [
        .int(Int64(year)), cohort.target.datum(Datum.int), .int(cohort.actual),
        Answer.share(cohort.actual, of: cohort.target), .int(reached(contracted)),
        Answer.share(reached(contracted), of: cohort.actual), .int(reached(graduated)),
        .int(reached(posted)), Answer.share(reached(posted), of: reached(graduated)),
        .int(sums.quota), .int(sums.enrolled), Answer.share(sums.enrolledOfQuota, of: sums.quota),
        // A year that has not begun is no decline.
        year > current || base <= 0
          ? .empty : Answer.share(try cohort.actual.subtracting(base), of: base),
      ]
    }
    return Answer(
      columns: [
        Answer.Column("cohort", zh: "招生年度", en: "Cohort", .int),
        Answer.Column("quota", zh: "招生计划", en: "Quota", .int),
        Answer.Column("enrolled", zh: "录取", en: "Enrolled", .int),
        Answer.Column("enrolment-rate", zh: "招生完成率", en: "Enrolment", .share),
        Answer.Column("contracted", zh: "签约", en: "Contracted", .int),
        Answer.Column("signing-rate", zh: "签约率", en: "Signing", .share),
        Answer.Column("graduated", zh: "毕业", en: "Graduated", .int),
        Answer.Column("posted", zh: "派岗", en: "Posted", .int),
        Answer.Column("posting-rate", zh: "到岗率", en: "Posting", .share),
        Answer.Column("quota-so-far", zh: "累计计划", en: "Quota so far", .int),
        Answer.Column("enrolled-so-far", zh: "累计录取", en: "Enrolled so far", .int),
        Answer.Column("rate-so-far", zh: "累计完成率", en: "So far", .share),
        Answer.Column("growth", zh: "比上年增长", en: "Growth", .share),
      ], rows: rows,
      notes: sums.quota == 0 || sums.enrolled == sums.enrolledOfQuota
        ? []
        : [
          Text(
            "没有招生计划的年度不计入累计完成率。", "Cohorts without a quota are left out of the rate so far.")
        ])
  }

  /// What the agreements say is owed by those who broke them.
  static let breaches = Question("breaches", zh: "违约应缴", en: "Breaches") { scope, others in
    let broken = try others.records(Trainee.self, below: scope.unit).filter {
      $0.record.stage(on: scope.day) == .breached
    }
    let debts = try broken.map { try $0.record.owed }
    let owed = try debts.compactMap(\.self).reduce(Int64(0)) { try $0.adding($1) }
    let unknown = debts.count { $0 == nil }
    return Answer(
      columns: [
        Answer.Column("id", zh: "记录号", en: "Record", .record),
        Answer.Column("person", zh: "学员", en: "Person", .reference(["people.person"])),
        Answer.Column("cohort", zh: "招生年度", en: "Cohort", .int),
        Answer.Column("agreement-no", zh: "协议编号", en: "Agreement no.", .text),
        Answer.Column("left-on", zh: "退出日期", en: "Left on", .day),
        Answer.Column("service-years", zh: "约定服务年限", en: "Years agreed", .int),
        Answer.Column("months-served", zh: "已服务月数", en: "Months served", .int),
        Answer.Column("refund", zh: "应退培养费", en: "Refund", .money),
        Answer.Column("penalty", zh: "违约金", en: "Penalty", .money),
        Answer.Column("repaid", zh: "已缴金额", en: "Repaid", .money),
        Answer.Column("owed", zh: "尚欠", en: "Owed", .money),
      ],
      rows: zip(broken, debts).map { breach, debt in
        let (id, trainee) = breach
        return [
          .record(id), trainee.person.datum, trainee.cohort.datum,
          trainee.agreementNo.datum, trainee.leftOn.datum, trainee.serviceYears.datum,
          .int(Int64(trainee.monthsServed)), trainee.refund.datum, trainee.penalty.datum,
          trainee.repaid.datum, debt.datum(Datum.int),
        ]
      },
      notes: [
        Text(
          "共 \(broken.count) 人违约，尚欠合计 \(Decimal(owed, places: 2)) 元。",
          "Breaches: \(broken.count); owed in all: \(Decimal(owed, places: 2)) 元.")
      ]
        + (unknown == 0
          ? []
          : [
            Text(
              "\(unknown) 人未填应退培养费和违约金，请按协议补填。",
              "Not told what the agreement says: \(unknown).")
          ]))
  }
}

/// The cohorts up to one together.
private struct CohortSums {
  var quota: Int64 = 0
  var enrolled: Int64 = 0
  /// Those of cohorts that have a quota: others are nobody's completion.
  var enrolledOfQuota: Int64 = 0

  mutating func add(_ cohort: YearFigure) throws(OverflowFault) {
    enrolled = try enrolled.adding(cohort.actual)
    guard let target = cohort.target else { return }
    quota = try quota.adding(target)
    enrolledOfQuota = try enrolledOfQuota.adding(cohort.actual)
  }
}

extension Trainee {
  /// What is still to be paid, in 分; nil where the agreement's amounts were not written down.
  var owed: Int64? {
    get throws(OverflowFault) {
      guard refund != nil || penalty != nil else { return nil }
      let due = try (refund?.fen ?? 0).adding(penalty?.fen ?? 0)
      return max(0, try due.subtracting(repaid?.fen ?? 0))
    }
  }

  /// Whole months in the post.
  var monthsServed: Int {
    guard let postedOn, let leftOn else { return 0 }
    return postedOn.wholeMonths(until: leftOn)
  }
}

extension Int64? {
  fileprivate func datum(_ make: (Int64) -> Datum) -> Datum { map(make) ?? .empty }
}
