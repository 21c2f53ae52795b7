import Registers
import TargetEngine

/// Registers that have every kind of field, for tests of the vocabulary.
struct Worker: Register {
  static let name = RegisterName("union", "worker", zh: "职工", en: "Worker")
  var name = ""
  var unit: UnitReference?
  var moves = Moves<Listed>()

  static let fields: [Field<Worker>] = [
    Field("name", \.name, zh: "姓名", en: "Name", [.required, .key]),
    Field("unit", \.unit, zh: "单位", en: "Unit", .place),
  ]
}

struct Shop: Register {
  static let name = RegisterName("union", "shop", zh: "用人单位", en: "Shop")
  var name = ""
  var unit: UnitReference?
  var moves = Moves<Listed>()

  static let fields: [Field<Shop>] = [
    Field("name", \.name, zh: "名称", en: "Name", [.required, .key]),
    Field("unit", \.unit, zh: "单位", en: "Unit", .place),
  ]
}

/// 集体合同, with lists of each kind and a reference to either of two registers.
struct Agreement: Register {
  static let name = RegisterName("union", "agreement", zh: "集体合同", en: "Agreement")
  var title = ""
  var employers = DatedList<Reference<Shop>>()
  var areas: [UnitReference] = []
  var clauses: [Clause] = []
  var tags: [String] = []
  var payer: EitherReference<Worker, Shop>?
  var receivedAt: Moment?
  var scan: FileName?
  var moves = Moves<Stage>()

  enum Clause: String, ChoiceValue {
    case wage, hours, women

    var title: Text {
      switch self {
      case .wage: Text("工资", "Wage")
      case .hours: Text("工时", "Hours")
      case .women: Text("女职工", "Women")
      }
    }
  }

  enum Stage: String, Lifecycle {
    case drafted, received

    var entry: StageEntry<Stage> {
      switch self {
      case .drafted: StageEntry("起草", "Drafted", to: .received)
      case .received: StageEntry("收到", "Received")
      }
    }
  }

  static let fields: [Field<Agreement>] = [
    Field("title", \.title, zh: "名称", en: "Title", [.required, .key]),
    Field("employers", \.employers, zh: "覆盖单位", en: "Employers"),
    Field("areas", \.areas, zh: "区域", en: "Areas", units: [.village]),
    Field("clauses", \.clauses, zh: "条款", en: "Clauses"),
    Field("tags", \.tags, zh: "标签", en: "Tags"),
    Field("payer", \.payer, zh: "缴纳人", en: "Payer", .place),
    Field("received-at", \.receivedAt, zh: "收到时间", en: "Received at"),
    Field("scan", \.scan, zh: "扫描件", en: "Scan"),
  ]

  static let marks: [Mark<Agreement>] = [Mark(.received, \.receivedAt)]
}

/// Lists of units in which each kind of change is made at random.
struct Roster: Register {
  static let name = RegisterName("union", "roster", zh: "名册", en: "Roster")
  var title = ""
  var place: UnitReference?
  var members: [UnitReference] = []
  var moves = Moves<Listed>()

  static let fields: [Field<Roster>] = [
    Field("title", \.title, zh: "名称", en: "Title", [.required, .key]),
    Field("place", \.place, zh: "单位", en: "Unit", .place, units: [.township]),
    Field("members", \.members, zh: "成员", en: "Members"),
  ]
}

enum ListRegisters {
  static let all = [
    RegisterSlot(Worker.self), RegisterSlot(Shop.self), RegisterSlot(Agreement.self),
    RegisterSlot(Roster.self),
  ]
}
