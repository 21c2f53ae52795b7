internal import Registers
internal import TargetEngine

extension Question {
  /// How each cohort stands against its quota, and all cohorts up to it against theirs together.
  static let cohorts = Question("cohorts", zh: "定向培养进度", en: "Cohorts") { scope, others in
    let trainees = Dictionary(
      grouping: try others.records(Trainee.self, below: scope.unit).map(\.record)
    ) { $0.cohort ?? 0 }
    let quotas = try others.targets(
      of: IndicatorDeclaration.enrolled.code, for: scope.office, on: scope.day)
    let years = Set(quotas.keys).union(trainees.keys).sorted()
    let current = try others.planYear(of: .enrolled, on: scope.day)
    var (quota, enrolled) = (Int64(0), Int64(0))
    var before: (year: Int, enrolled: Int64)?
    let rows = try years.map { year -> [Datum] in
      let cohort = Cohort(trainees[year] ?? [], on: scope.day)
      quota = try quota.adding(quotas[year] ?? 0)
      enrolled += cohort.enrolled
      defer { before = (year, cohort.enrolled) }
      // Growth is against the year before, where there was one.
      let base = before.flatMap { $0.year + 1 == year ? $0.enrolled : nil }
      return [
        .int(Int64(year)), quotas[year].datum(Datum.int), .int(cohort.enrolled),
        Answer.share(cohort.enrolled, of: quotas[year]), .int(cohort.contracted),
        Answer.share(cohort.contracted, of: cohort.enrolled), .int(cohort.graduated),
        .int(cohort.posted), Answer.share(cohort.posted, of: cohort.graduated), .int(quota),
        .int(enrolled), Answer.share(enrolled, of: quota),
        // A year that has not begun is no decline.
        year > current
          ? .empty : Answer.share(base.map { cohort.enrolled - $0 } ?? 0, of: base),
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
      ], rows: rows)
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

/// How many of a cohort had come how far by a day.
private struct Cohort {
  let enrolled: Int64
  let contracted: Int64
  let graduated: Int64
  let posted: Int64

  init(_ trainees: [Trainee], on day: Day) {
    let entered = { (stage: Trainee.Stage) in
      Int64(trainees.filter { $0.moves.days(into: stage).contains { $0 <= day } }.count)
    }
    enrolled = Int64(trainees.filter { $0.enrolledOn.map { $0 <= day } ?? false }.count)
    (contracted, graduated, posted) = (
      entered(.contracted), entered(.graduated), entered(.posted)
    )
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
