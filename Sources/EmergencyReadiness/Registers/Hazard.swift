internal import Registers
internal import TargetEngine

/// 隐患排查: what inspections find, until it is put right, accepted and closed. Source: `emergency.md`, 5.
struct Hazard: Register {
  static let name = RegisterName("emergency", "hazard", zh: "隐患排查", en: "Hazard")

  var title = ""
  var kind: Kind?
  var grade: Grade?
  var site = ""
  var unit: UnitReference?
  var foundOn: Day?
  var due: Day?
  var owner = ""
  var mitigatedOn: Day?
  var acceptedOn: Day?
  var sourceRef: Reference<RiskSource>?
  var firstDue: Day?
  var moves = Moves<Stage>()

  static let fields: [Field<Hazard>] = [
    Field("title", \.title, zh: "隐患名称", en: "Hazard title", [.required, .key]),
    Field("kind", \.kind, zh: "隐患类别", en: "Kind"),
    Field("grade", \.grade, zh: "隐患等级", en: "Grade"),
    Field("site", \.site, zh: "地点", en: "Site"),
    Field("unit", \.unit, zh: "责任单位", en: "Unit", [.required, .key, .place]),
    Field("found-on", \.foundOn, zh: "排查日期", en: "Found on", [.required, .key, .start]),
    Field("due", \.due, zh: "整改期限", en: "Due"),
    Field("owner", \.owner, zh: "整改责任人", en: "Owner"),
    Field("mitigated-on", \.mitigatedOn, zh: "整改日期", en: "Mitigated on"),
    Field("accepted-on", \.acceptedOn, zh: "验收日期", en: "Accepted on"),
    Field("source-ref", \.sourceRef, zh: "所属风险源", en: "Risk source"),
    Field("first-due", \.firstDue, zh: "原定期限", en: "First due", .procedure),
  ]

  static let marks: [Mark<Hazard>] = [Mark(.inspected, \.acceptedOn)]

  static let needs: [Need<Hazard>] = [Need(.graded, \.grade), Need(.mitigating, \.due)]

  static let firsts: [First<Hazard>] = [First(\.firstDue, of: \.due)]

  static let limits: [Limit<Hazard>] = [
    .order(\.foundOn, \.due), .order(\.foundOn, \.mitigatedOn), .order(\.foundOn, \.acceptedOn),
  ]

  static let obligations: [Obligation<Hazard>] = [
    // Put right in time is on time, whenever it is accepted, unless it is sent back.
    Obligation(
      "mitigate", zh: "隐患整改", en: "Mitigation", due: \.due, first: \Hazard.firstDue,
      done: [\.mitigatedOn, \.acceptedOn], arises: \Hazard.foundOn,
      owed: [.registered, .graded, .mitigating])
  ]

  static let measures: [Measure<Hazard>] = [
    Measure(.hazardsFound) { hazard in .once(on: hazard.foundOn) },
    // In the year of finding, so that a rate of closing is of the same hazards.
    Measure(.hazardsClosed) { hazard, _, others in
      .each(
        hazard.moves.days(into: .closed),
        year: try hazard.foundOn.map { try others.planYear(of: .hazardsFound, on: $0) })
    },
    Measure(.majorHazardsOpen) { hazard in
      guard hazard.grade == .major else { return [] }
      var spans = Spans()
      spans.add(from: hazard.foundOn, until: hazard.moves.days(into: .closed).first)
      return try spans.coverage
    },
  ]

  /// An acceptance is of what was put right since the last one was refused.
  func problems() -> [Problem] {
    guard let stage, [.inspected, .closed].contains(stage), let mitigatedOn else { return [] }
    if let back = moves.days(from: .inspected, into: .mitigating).last, mitigatedOn < back {
      return [
        Problem(
          \Hazard.mitigatedOn,
          zh: "\(back) 验收退回重新整改，而整改日期还是 \(mitigatedOn)。请把整改日期改为重新整改完成的日期。",
          en:
            "It was sent back on \(back), but was mitigated on \(mitigatedOn). Give the day on which it "
            + "was put right again.")
      ]
    }
    if let accepted = moves.days(into: .inspected).last, accepted < mitigatedOn {
      return [
        Problem(
          \Hazard.mitigatedOn, zh: "整改日期（\(mitigatedOn)）晚于验收日期（\(accepted)）。请核对两个日期。",
          en:
            "It was mitigated on \(mitigatedOn), after it was accepted on \(accepted). Check both days."
        )
      ]
    }
    return []
  }

  enum Kind: String, ChoiceValue {
    case production, fire, traffic, geological, pollution, construction, other

    var title: Text {
      switch self {
      case .production: Text("安全生产", "Production safety")
      case .fire: Text("消防", "Fire")
      case .traffic: Text("道路交通", "Road traffic")
      case .geological: Text("地质灾害", "Geological")
      case .pollution: Text("环境污染", "Pollution")
      case .construction: Text("建筑施工", "Construction")
      case .other: Text("其他", "Other")
      }
    }
  }

  enum Grade: String, ChoiceValue {
    case major = "1"
    case larger = "2"
    case general = "3"
    case minor = "4"

    var title: Text {
      switch self {
      case .major: Text("重大隐患", "Major")
      case .larger: Text("较大隐患", "Larger")
      case .general: Text("一般隐患", "General")
      case .minor: Text("轻微隐患", "Minor")
      }
    }
  }

  enum Stage: String, Lifecycle {
    case registered, graded, mitigating, inspected, closed

    var entry: StageEntry<Stage> {
      switch self {
      case .registered: StageEntry("登记", "Registered", to: .graded)
      case .graded: StageEntry("定级", "Graded", to: .mitigating)
      case .mitigating: StageEntry("整改中", "Mitigating", to: .inspected)
      case .inspected: StageEntry("验收", "Inspected", to: .closed, .mitigating)
      case .closed: StageEntry("销号", "Closed")
      }
    }
  }
}
