public import TargetEngine

/// What is wrong with a record, or with several together: a sentence for its user, and the field
/// that has to be changed, so that an import's fault points to its cell.
///
///     Problem(\Drill.heldOn, zh: "实施日期早于方案日期。", en: "It was held before its scheme was made.")
///
/// A rule over several records also says by how much it is broken and on which days. So what a
/// change makes worse is distinguished from what was broken before.
public struct Problem: Sendable, Hashable {
  /// What people read.
  public var text: Text
  /// The register of the field, by id.
  public var register: String
  /// The name of the field; nil for the record as a whole.
  public var field: String?
  /// The record that brings it about; nil for the only one that was looked at.
  public var record: RecordID?
  /// How much is too much; more than 0.
  public var amount: Int64
  /// The first day on which it is so; nil for every day.
  public var from: Day?
  /// The first day on which it is so no longer; nil for no end.
  public var until: Day?

  /// - Parameters:
  ///   - path: the field that has to be changed; one that the register does not declare stands for
  ///     the whole record.
  ///   - zh: what is wrong and what to do, in Chinese.
  ///   - en: the same in English.
  ///   - amount: by how much the rule is broken, in the rule's own unit.
  ///   - from: the first day on which it is broken; nil for every day.
  ///   - until: the first day on which it is not broken any more; nil for no end.
  ///   - record: the record that caused it.
  public init<Record: RegisterRecord>(
    _ path: PartialKeyPath<Record>, zh: String, en: String, by amount: Int64 = 1, from: Day? = nil,
    until: Day? = nil, of record: RecordID? = nil
  ) {
    let field = Record.fields.first { $0.path == path }
    self.init(
      Text(zh, en), of: Record.id, in: field?.shape.name, by: amount, from: from, until: until)
    self.record = record
  }

  init(
    _ text: Text, of register: String, in field: String?, by amount: Int64 = 1, from: Day? = nil,
    until: Day? = nil
  ) {
    self.text = text
    self.register = register
    self.field = field
    self.amount = amount
    self.from = from
    self.until = until
  }

  fileprivate func holds(on day: Day?) -> Bool {
    guard let day else { return from == nil }
    return (from.map { $0 <= day } ?? true) && (until.map { day < $0 } ?? true)
  }
}

extension [Problem] {
  /// Those that are new or worse than earlier problems of the same rule: on some day the amount is
  /// larger now.
  public func worse(than others: [Problem]) -> [Problem] {
    if others.isEmpty { return self }
    let changes = (self + others).flatMap { [$0.from, $0.until] }.compactMap { $0 }
    return filter { problem in
      ([problem.from] + changes.filter { problem.holds(on: $0) }).contains {
        amount(on: $0) > others.amount(on: $0)
      }
    }
  }

  /// How much is too much on a day; nil asks for before all days.
  private func amount(on day: Day?) -> Int64 {
    reduce(0) { sum, problem in
      guard problem.holds(on: day) else { return sum }
      let (total, overflow) = sum.addingReportingOverflow(problem.amount)
      return overflow ? .max : total
    }
  }
}
