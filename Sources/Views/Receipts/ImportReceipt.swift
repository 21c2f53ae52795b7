public import Desk
internal import Reports
internal import Sentences
public import TargetEngine

extension Imported {
  /// How many rows of each kind an import brought.
  public func receipt(_ language: Language) -> Receipt {
    let w = Wording(language)
    let list = counted(w).filter { $0.count > 0 || $0.isAlways }
      .map { "\($0.title) \($0.count)" }.joined(separator: w("，", ", "))
    return Receipt(
      (list.isEmpty
        ? w("没有变动。", "Nothing has changed.") : w("已导入：\(list)", "Imported: \(list)"))
        + records.map(\.count).behind(w),
      [
        ("units", JSONValue(units)), ("unchangedUnits", JSONValue(unchangedUnits)),
        ("indicators", JSONValue(indicators)), ("targets", JSONValue(targets.rows)),
        ("changedTargets", JSONValue(targets.changed)),
        ("unchangedTargets", JSONValue(targets.unchanged)), ("entries", JSONValue(entries)),
        ("unchangedLevels", JSONValue(unchangedLevels)), ("holidays", JSONValue(holidays)),
        ("records", JSONValue(records.map(\.count.all).reduce(0, +))),
        ("behind", .array(records.flatMap(\.count.behind).map { JSONValue($0) })),
      ])
  }

  /// - Returns: what was counted; of a register also when nothing came of it.
  private func counted(_ w: Wording) -> [(count: Int, title: String, isAlways: Bool)] {
    let files = [
      (units, FileKind.units), (indicators, .indicators), (targets.rows, .targets),
      (entries, .entries), (holidays, .holidays),
    ].map { ($0, $1.title(w.language), false) }
    let unchanged = [
      (unchangedUnits, w("单位未变", "units unchanged"), false),
      (targets.changed, w("其中任务调整", "of which targets revised"), false),
      (targets.unchanged, w("其中任务未变", "of which targets unchanged"), false),
      (unchangedLevels, w("时点数未变", "levels unchanged"), false),
    ]
    return files + unchanged + records.map { ($0.count.all, $0.register(w.language), true) }
  }
}

extension ImportedRecords {
  /// How many records a list brought.
  ///
  /// - Parameter title: of their register.
  public func receipt(of title: Text, _ language: Language) -> Receipt {
    let w = Wording(language)
    return Receipt(
      w(
        "已导入\(title.zh)：新增 \(added)，更新 \(changed)，未变 \(unchanged)",
        "Imported \(title.en): \(added) added, \(changed) changed, \(unchanged) unchanged")
        + [self].behind(w),
      [
        ("added", JSONValue(added)), ("changed", JSONValue(changed)),
        ("unchanged", JSONValue(unchanged)), ("behind", .array(behind.map { JSONValue($0) })),
      ])
  }

  fileprivate var all: Int { added + changed + unchanged }
}

extension [ImportedRecords] {
  /// Which rows were passed over since they are older than what is known; empty for none.
  fileprivate func behind(_ w: Wording) -> String {
    let lines = flatMap(\.behind)
    if lines.isEmpty { return "" }
    let shown = lines.prefix(20).map { "\($0)" }
    let (list, more) = (w.list(shown), lines.count - shown.count)
    return w(
      "\n跳过 \(lines.count) 行（阶段落后于台账，记录未动）：第 \(list) 行\(more > 0 ? "等" : "")",
      "\n\(lines.count) rows passed over (their records have left that stage): lines \(list)"
        + (more > 0 ? " and \(more) more" : ""))
  }
}
