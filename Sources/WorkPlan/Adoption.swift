public import Registers
public import TargetEngine

extension Action {
  /// Makes records of what offices usually have to do again and again, for a unit; those that it has
  /// already stay as they are, edited or not.
  public static func adopt(_ usual: [UsualRecurrence], _ language: Language) -> Action {
    Action(
      "adopt", zh: "采用周期事项", en: "Adopt recurrences",
      columns: [
        Answer.Column("title", zh: "事项名称", en: "Matter", .text),
        Answer.Column("unit", zh: "责任单位", en: "Unit", .unit),
        Answer.Column("cycle", zh: "周期", en: "Cycle", Cycle.kind),
        Answer.Column("first", zh: "首次期限", en: "First due", .day),
      ]
    ) { scope, others in
      guard let unit = scope.office else { return [] }
      let known = try others.records(
        RecurringTask.self, where: \.unit, is: .unit(unit)
      ).map(\.record.title)
      return usual.map { RecurringTask($0, of: unit, from: scope.day, language) }
        .filter { !known.contains($0.title) }
        .map {
          .add($0, showing: [.text($0.title), .unit(unit), $0.cycle.datum, $0.first.datum])
        }
    }
  }
}

extension RecurringTask {
  init(_ usual: UsualRecurrence, of unit: UnitID, from today: Day, _ language: Language) {
    title = usual.title(language)
    self.unit = UnitReference(unit)
    cycle = usual.cycle
    first = usual.first(from: today)
    times = usual.times == 1 ? nil : usual.times
    module = usual.module
  }
}

extension UsualRecurrence {
  /// The first due day that is not over: who adopts it late has not missed it.
  fileprivate func first(from today: Day) -> Day? {
    Month(year: today.year, month: month).flatMap { month in
      let first = Day(year: today.year, month: month.monthOfYear, day: day) ?? month.lastDay
      return Recurrence(from: first, cycle).dueDays(from: today, through: today.adding(days: 400))
        .first
    }
  }
}
