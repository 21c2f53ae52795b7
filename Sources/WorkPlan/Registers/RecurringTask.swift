internal import Registers
internal import TargetEngine

/// 周期事项: what a unit, or each unit of a kind within it, has to do again and again.
/// Source: `registers.md`, "Default yearly recurrences"; `engine.md`, "Obligations and recurrence".
struct RecurringTask: Register {
  static let name = RegisterName("plan", "recurrence", zh: "周期事项", en: "Recurrence")

  var title = ""
  var unit: UnitReference?
  var level: Level?
  var cycle: Cycle?
  var first: Day?
  var times: Int?
  var rolls: Bool?
  var until: Day?
  var module = ""
  var documentNo = ""
  var moves = Moves<Listed>()

  static let fields: [Field<RecurringTask>] = [
    Field("title", \.title, zh: "事项名称", en: "Matter", [.required, .key]),
    Field("unit", \.unit, zh: "责任单位", en: "Unit", [.required, .key, .place]),
    Field("level", \.level, zh: "各级单位", en: "Each unit of kind"),
    Field("cycle", \.cycle, zh: "周期", en: "Cycle", [.required]),
    Field("first", \.first, zh: "首次期限", en: "First due", [.required]),
    Field("times", \.times, zh: "每期次数", en: "Times a period"),
    Field("rolls", \.rolls, zh: "遇节假日顺延", en: "Moves past holidays"),
    Field("until", \.until, zh: "最后期限", en: "Until"),
    Field("module", \.module, zh: "业务模块", en: "Module", [.module]),
    .documentNo(\.documentNo),
  ]

  static let limits: [Limit<RecurringTask>] = [
    .order(\.first, \.until), .range(\.times, 1...Int64(Recurrence.mostTimes)),
  ]

  static let obligations: [Obligation<RecurringTask>] = [
    Obligation("recur", zh: "周期事项", en: "Recurrence") { task, id, scope, others in
      guard let recurrence = task.recurrence, let unit = task.unit?.id else { return [] }
      let done = Dictionary(
        grouping: try others.records(Fulfilment.self, where: \.recurrence, is: .record(id))
          .map(\.record)
      ) { $0.unit?.id }
      let moved = try task.moved(others)
      var owners: [Day: Set<UnitID>] = [:]
      for day in recurrence.dueDays(from: scope.start, through: scope.end) {
        owners[day] = Set(try task.units(on: day, unit, others))
      }
      return Set(owners.values.flatMap(\.self)).sorted().flatMap { owner in
        recurrence.turns(
          (done[owner] ?? []).compactMap(\.doing), from: scope.start, through: scope.end,
          moved: moved
        ).filter { owners[$0.day]?.contains(owner) ?? false }.flatMap { turn in
          if let year = turn.unknownYear {
            var duty = Duty(Occurrence(due: turn.day), title: task.title, unit: owner)
            duty.unknownYear = year
            return [duty]
          }
          return turn.occurrences.map {
            Duty($0, title: task.title, unit: owner, period: turn.period)
          }
        }
      }
    }
  ]

  /// On which day it is due in place of one that is not worked.
  private func moved(
    _ others: any RecordReader
  ) throws -> (Day) throws(CalendarFault) -> Day {
    guard rolls == true else { return { $0 } }
    let calendar = try others.calendar()
    return { day throws(CalendarFault) in try calendar.workingDay(from: day) }
  }

  /// Whether something done counts for any time that it is due.
  func counts(_ doing: Recurrence.Doing, _ others: any RecordReader) throws -> Bool {
    try recurrence?.counts(doing, moved: try moved(others)) ?? true
  }

  private var recurrence: Recurrence? {
    guard let first, let cycle else { return nil }
    return Recurrence(from: first, cycle, times: times ?? 1, until: until)
  }

  /// Who owes it on a day.
  private func units(
    on day: Day, _ unit: UnitID, _ others: any RecordReader
  ) throws -> [UnitID] {
    guard let kind = level.flatMap({ UnitKind(rawValue: $0.rawValue) }) else { return [unit] }
    return try others.units(of: kind, within: unit, on: day)
  }

  /// Whether a unit ever owes it on a day.
  func isOwed(by owner: UnitID, on day: Day, _ others: any RecordReader) throws -> Bool {
    guard let unit = unit?.id else { return false }
    return try units(on: day, unit, others).contains(owner)
  }

  /// The kinds of units that may owe it each for itself.
  enum Level: String, ChoiceValue {
    case city, district, township, village, hospital, clinic, enterprise, school, agency

    var title: Text {
      switch self {
      case .city: Text("市", "City")
      case .district: Text("县区", "District")
      case .township: Text("乡镇街道", "Township")
      case .village: Text("村社区", "Village")
      case .hospital: Text("医院", "Hospital")
      case .clinic: Text("诊所卫生室", "Clinic")
      case .enterprise: Text("企业", "Enterprise")
      case .school: Text("学校", "School")
      case .agency: Text("机关", "Agency")
      }
    }
  }
}
