internal import Registers
internal import TargetEngine

/// 办理记录: one time that a recurring matter was done by a unit.
struct Fulfilment: Register {
  static let name = RegisterName("plan", "fulfilment", zh: "办理记录", en: "Fulfilment")

  var recurrence: Reference<RecurringTask>?
  var unit: UnitReference?
  var doneOn: Day?
  /// What was done, so that two of a day can be told apart.
  var matter = ""
  /// Any day of the period for which it was done, when not that in which it was done.
  var period: Day?
  var file = ""
  var moves = Moves<Listed>()

  static let fields: [Field<Fulfilment>] = [
    Field("recurrence", \.recurrence, zh: "周期事项", en: "Recurrence", [.required, .key]),
    Field("unit", \.unit, zh: "办理单位", en: "Unit", [.required, .key, .place]),
    Field("done-on", \.doneOn, zh: "办理日期", en: "Done on", [.required, .key]),
    Field("matter", \.matter, zh: "办理内容", en: "What was done", [.key, .filledLater]),
    Field("period", \.period, zh: "所属期", en: "For the period of"),
    Field("file", \.file, zh: "文件位置", en: "File"),
  ]

  static let defaults: [Default<Fulfilment>] = [
    Default(\.matter) { fulfilment, others in
      try others.record(fulfilment.recurrence)?.title ?? ""
    }
  ]

  var doing: Recurrence.Doing? { doneOn.map { Recurrence.Doing($0, for: period) } }

  static let rules: [GroupRule<Fulfilment>] = [
    GroupRule(each: { id, fulfilment, others in
      guard let task = try others.record(fulfilment.recurrence), let unit = fulfilment.unit?.id,
        let doing = fulfilment.doing, try !task.isOwed(by: unit, on: doing.period, others)
      else { return [] }
      return [
        Problem(
          \Fulfilment.unit,
          zh: "该单位不在“\(task.title)”的责任单位之列，办理记录不会计入。请核对单位或周期事项。",
          en: "The unit does not owe '\(task.title)', so that this would count for nothing. Check "
            + "the unit or the recurrence.", of: id)
      ]
    }),
    GroupRule(each: { id, fulfilment, others in
      guard let task = try others.record(fulfilment.recurrence), let doing = fulfilment.doing,
        try !task.counts(doing, others)
      else { return [] }
      return [
        Problem(
          \Fulfilment.doneOn,
          zh: "\(doing.period) 不在“\(task.title)”的任何一期内，办理记录不会计入。请核对日期，或用“所属期”写明是哪一期。",
          en:
            "\(doing.period) is in no period of '\(task.title)', so that this would count for nothing."
            + " Check the day, or say for which period it was done.", of: id)
      ]
    }),
  ]
}
