internal import People
internal import Registers
internal import TargetEngine

/// 定向委托培养学员: who is trained to order for a village or township, from enrolment to the end of
/// service. Source: `registers.md`, "workforce".
struct Trainee: Register {
  static let name = RegisterName("workforce", "trainee", zh: "定向委托培养学员", en: "Trainee")
  static let version = 2

  var person: Reference<Person>?
  var cohort: Int?
  var college = ""
  var home: UnitReference?
  var enrolledOn: Day?
  var agreementNo = ""
  var agreementOn: Day?
  var serviceYears: Int?
  var graduatedOn: Day?
  var postedTo: UnitReference?
  var postedOn: Day?
  var leftOn: Day?
  var leftReason = ""
  /// What the agreement says is owed by who breaks it.
  var refund: Money?
  var penalty: Money?
  var repaid: Money?
  var moves = Moves<Stage>()

  static let fields: [Field<Trainee>] = [
    Field("person", \.person, zh: "学员", en: "Person", [.required, .key]),
    Field("cohort", \.cohort, zh: "招生年度", en: "Cohort", [.required, .key, .year]),
    Field("college", \.college, zh: "培养院校", en: "College", [.required]),
    Field(
      "home", \.home, zh: "定向村镇", en: "Home", [.place], units: [.township, .village]),
    Field("enrolled-on", \.enrolledOn, zh: "录取日期", en: "Enrolled on", [.required, .start]),
    Field("agreement-no", \.agreementNo, zh: "协议编号", en: "Agreement no."),
    Field("agreement-on", \.agreementOn, zh: "签约日期", en: "Agreement on"),
    Field("service-years", \.serviceYears, zh: "服务年限", en: "Years of service"),
    Field("graduated-on", \.graduatedOn, zh: "毕业日期", en: "Graduated on"),
    Field("posted-to", \.postedTo, zh: "派岗单位", en: "Posted to"),
    Field("posted-on", \.postedOn, zh: "派岗日期", en: "Posted on"),
    Field("left-on", \.leftOn, zh: "退出日期", en: "Left on"),
    Field("left-reason", \.leftReason, zh: "退出原因", en: "Reason for leaving"),
    Field("refund", \.refund, zh: "应退培养费", en: "Refund of costs", .procedure, since: 2),
    Field("penalty", \.penalty, zh: "违约金", en: "Penalty", .procedure, since: 2),
    Field("repaid", \.repaid, zh: "已缴金额", en: "Repaid", .procedure, since: 2),
  ]

  static let marks: [Mark<Trainee>] = [
    Mark(.contracted, \.agreementOn), Mark(.graduated, \.graduatedOn), Mark(.posted, \.postedOn),
    Mark(.withdrawn, \.leftOn), Mark(.breached, \.leftOn),
  ]

  static let needs: [Need<Trainee>] = [Need(.posted, \.postedTo)]

  static let limits: [Limit<Trainee>] = [
    .order(\.enrolledOn, \.agreementOn), .order(\.enrolledOn, \.graduatedOn),
    .order(\.graduatedOn, \.postedOn), .order(\.enrolledOn, \.leftOn),
  ]

  static let measures: [Measure<Trainee>] = [
    Measure(.enrolled) { trainee in
      .once(on: trainee.enrolledOn, year: trainee.cohort)
    },
    entering(.contracted, .contracted),
    entering(.graduated, .graduated),
    entering(.posted, .posted),
  ]

  private static func entering(_ stage: Stage, _ indicator: IndicatorDeclaration) -> Measure<
    Trainee
  > {
    Measure(indicator) { trainee in
      .each(trainee.moves.days(into: stage), year: trainee.cohort)
    }
  }

  enum Stage: String, Lifecycle {
    case enrolled, contracted, studying, deferred, graduated, posted, serving, completed
    case withdrawn, breached

    var entry: StageEntry<Stage> {
      switch self {
      case .enrolled: StageEntry("录取", "Enrolled", to: .contracted, .withdrawn)
      case .contracted: StageEntry("签约", "Contracted", to: .studying, .withdrawn, .breached)
      case .studying: StageEntry("在读", "Studying", to: .graduated, .deferred, .withdrawn, .breached)
      case .deferred: StageEntry("延期", "Deferred", to: .studying, .withdrawn, .breached)
      case .graduated: StageEntry("毕业", "Graduated", to: .posted, .breached)
      case .posted: StageEntry("派岗", "Posted", to: .serving, .breached)
      case .serving: StageEntry("服务中", "Serving", to: .completed, .breached)
      case .completed: StageEntry("期满", "Completed")
      case .withdrawn: StageEntry("退学", "Withdrawn")
      case .breached: StageEntry("违约", "Breached")
      }
    }
  }
}
