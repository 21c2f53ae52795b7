import Registers
import TargetEngine

/// What the documentation shows of registers that name each other's records.
struct Employer: Register {
  static let name = RegisterName("union", "employer", zh: "用人单位", en: "Employer")
  var name = ""
  var unit: UnitReference?
  var moves = Moves<Listed>()

  static let fields: [Field<Employer>] = [
    Field("name", \.name, zh: "名称", en: "Name", [.required, .key]),
    Field("unit", \.unit, zh: "单位", en: "Unit", .place),
  ]
}

struct Body: Register {
  static let name = RegisterName("union", "body", zh: "基层工会", en: "Union")
  var name = ""
  var moves = Moves<Listed>()

  static let fields: [Field<Body>] = [
    Field("name", \.name, zh: "名称", en: "Name", [.required, .key])
  ]
}

struct Dues: Register {
  static let name = RegisterName("union", "dues", zh: "会费", en: "Dues")
  var payer: EitherReference<Body, Employer>?
  var moves = Moves<Listed>()

  static let fields: [Field<Dues>] = [
    Field("payer", \.payer, zh: "缴纳单位", en: "Payer", [.required, .key])
  ]
}

/// How many contracts an employer may have.
struct Allowance: Register {
  static let name = RegisterName("union", "allowance", zh: "份数", en: "Allowance")
  var employer: Reference<Employer>?
  var most: Int?
  var moves = Moves<Listed>()

  static let fields: [Field<Allowance>] = [
    Field("employer", \.employer, zh: "用人单位", en: "Employer", [.required, .key]),
    Field("most", \.most, zh: "最多份数", en: "Most"),
  ]

  static func problems(
    _ count: Int, _ employer: Reference<Employer>?, _ others: any RecordReader
  ) throws -> [Problem] {
    guard let employer else { return [] }
    let allowed = try others.records(Allowance.self, where: \.employer, is: .record(employer.id))
    guard let most = allowed.first?.record.most, count > most else { return [] }
    return [
      Problem(\Contract.employer, zh: "超过份数。", en: "Too many.", by: Int64(count - most))
    ]
  }
}

struct Contract: Register {
  static let name = RegisterName("union", "contract", zh: "集体合同", en: "Contract")
  var employer: Reference<Employer>?
  var employers = DatedList<Reference<Employer>>()
  var starts: Day?
  var ends: Day?
  var terminatedOn: Day?
  var objectionOn: Day?
  var reporter = ""
  var moves = Moves<Listed>()

  static let fields: [Field<Contract>] = [
    Field(
      "employer", \.employer, zh: "签订单位", en: "Signing employer",
      [.key, .place, .filledLater]),
    Field("employers", \.employers, zh: "用人单位", en: "Employers", [.required]),
    Field("starts", \.starts, zh: "开始日期", en: "Starts"),
    Field("ends", \.ends, zh: "终止日期", en: "Ends"),
    Field("terminated-on", \.terminatedOn, zh: "解除日期", en: "Terminated on"),
    Field("objection-on", \.objectionOn, zh: "异议日期", en: "Objection on", .procedure),
    Field("reporter", \.reporter, zh: "发现人", en: "Reporter", .lasting),
  ]

  static let groups: [GroupMeasure<Contract>] = [
    GroupMeasure(.employersCovered, by: \.employer) { contracts, _ in
      var spans = Spans()
      for contract in contracts { spans.add(from: contract.starts, through: contract.ends) }
      return try spans.coverage
    }
  ]
  static let rules: [GroupRule<Contract>] = [
    GroupRule(by: \.employer) { contracts, _ in
      let open = contracts.filter { $0.record.ends == nil }
      guard open.count > 1 else { return [] }
      return [
        Problem(
          \Contract.ends, zh: "该单位另有未到期的合同。", en: "The employer has another open contract.",
          by: Int64(open.count - 1), of: open.last?.id)
      ]
    }
  ]

  /// A rule that looks at another register beside its own.
  static let beside: GroupRule<Contract> =
    GroupRule(by: \.employer, beside: [Neighbour(Allowance.self, by: \.employer)]) {
      contracts, others in
      try Allowance.problems(contracts.count, contracts[0].record.employer, others)
    }
}

extension IndicatorDeclaration {
  static let employersCovered = IndicatorDeclaration(
    "union.employers-covered", zh: "覆盖单位", en: "Employers covered", .stock, "家")
}

/// The shortest register that has stages and posts.
enum Shortest {
  struct Studio: Register {
    static let name = RegisterName("clinics", "studio", zh: "名医工作室", en: "Expert studio")

    var hospital: UnitReference?
    var openedOn: Day?
    var moves = Moves<Stage>()

    static let fields: [Field<Studio>] = [
      Field("hospital", \.hospital, zh: "医院", en: "Hospital", [.required, .key, .place]),
      Field("opened-on", \.openedOn, zh: "挂牌日期", en: "Opened on"),
    ]

    static let marks: [Mark<Studio>] = [Mark(.opened, \.openedOn)]

    static let measures: [Measure<Studio>] = [
      Measure(.studios) { studio in .each(studio.moves.days(into: .opened)) }
    ]

    enum Stage: String, Lifecycle {
      case drafted, opened

      var entry: StageEntry<Stage> {
        switch self {
        case .drafted: StageEntry("筹备", "Drafted", to: .opened)
        case .opened: StageEntry("挂牌", "Opened")
        }
      }
    }
  }
}

extension IndicatorDeclaration {
  fileprivate static let studios = IndicatorDeclaration(
    "clinics.studios", zh: "名医工作室", en: "Expert studios", .stock, "个")
}
