public import Desk
internal import Reports
internal import Sentences
public import Storage
public import TargetEngine

extension StoredUnit {
  /// - Parameter verb: what was done with the unit.
  public func receipt(_ verb: Text, _ language: Language) -> Receipt {
    Receipt(
      Text("\(verb.zh)：\(unit.code) \(unit.name)", "\(verb.en): \(unit.code) \(unit.name)")(
        language), [("unit", unit.json)])
  }
}

extension ClosedUnit {
  /// - Parameters:
  ///   - verb: what was done with the unit.
  ///   - whole: the command that shows all that it wrote.
  public func receipt(_ verb: Text, _ language: Language, whole: String?) -> Receipt {
    let w = Wording(language, whole: whole)
    var receipt = unit.receipt(verb, language)
    receipt.sentence += withdrawn.listed(w, all: w.whole) {
      $0.sentence(w)
    } more: { count in
      w("共有 \(count) 项以后年度的任务不再有效。", "In all, \(count) targets of later years hold no more.")
    }
    if !withdrawn.isEmpty {
      receipt.members.append(("withdrawnTargets", .array(withdrawn.map(\.json))))
    }
    return receipt
  }
}

extension ClosedTarget {
  fileprivate func sentence(_ w: Wording) -> String {
    let amount = indicator.amount(amount)
    return w(
      "注意：它 \(year)年度的 \(indicator.name) 任务 \(amount)\(indicator.measure) 不再有效；仍要完成的，请下达给承接的单位。",
      "Note: its target of \(indicator.title(.en)) for \(year), \(amount), holds no more; set it for the unit that takes over"
        + " what is still to be done.")
  }

  fileprivate var json: JSONValue {
    .object([
      ("indicator", .string(indicator.code)), ("year", JSONValue(year)),
      ("amount", .number(indicator.amount(amount))),
    ])
  }
}

extension ClosedNow {
  /// What was closed, as which edition.
  ///
  /// - Parameter doubts: what was not yet right, as it was said before.
  public func receipt(
    of month: Month, isReissue: Bool, _ doubts: [String] = [], _ language: Language,
    moduleTitle: (String) -> String
  ) -> Receipt {
    let own = closings.filter { $0.month == month }
    let edition = own.map(\.edition).max() ?? 1
    let named = own.map(\.module).filter { !$0.isEmpty }.map { moduleTitle($0) }
    let others = Set(closings.map(\.month)).subtracting([month]).sorted()
    let also =
      others.isEmpty ? "" : "\n" + Wording(language).alsoClosed(others, isReissue: isReissue)
    let modules = Text(named.joined(separator: "、"), named.joined(separator: ", "))
    return Receipt(
      Text(
        "已结账 \(month)（\(modules.zh)），第 \(edition) 版",
        "Closed \(month) (\(modules.en)), edition \(edition)")(language) + also,
      [
        ("month", .string(month.description)), ("edition", JSONValue(edition)),
        ("openBefore", .array(openBefore.map { .string($0.description) })),
        ("also", .array(others.map { .string($0.description) })),
        ("advice", .array(doubts.map { .string($0) })),
      ])
  }

  /// The earlier months that stay open for ever; nil for none.
  public func note(_ language: Language) -> String? {
    openBefore.isEmpty ? nil : Wording(language).openBefore(openBefore)
  }
}

extension Receipt {
  /// A target that was set, or that holds already.
  public init(
    set target: Target, _ indicator: Indicator, _ unit: Unit, isWritten: Bool, _ language: Language
  ) {
    let amount = indicator.amount(target.amount)
    let done =
      isWritten
      ? Text(
        "已下达：\(unit.title) \(indicator.name) \(target.year)年度 \(amount)\(indicator.measure)，\(target.effective) 起生效，\(target.due) 到期",
        "Set: \(unit.title), \(indicator.title(.en)), \(target.year): \(amount), effective \(target.effective), due \(target.due)"
      )
      : Text(
        "未变：\(unit.title) \(indicator.name) \(target.year)年度的任务数已是 \(amount)\(indicator.measure)",
        "Unchanged: the target of \(unit.title), \(indicator.title(.en)), \(target.year) is \(amount)"
          + " already")
    self.init(done(language))
  }
}
