internal import Desk
internal import Registers
internal import TargetEngine

/// Stages of records, and who may move them.
extension Wording {
  func unknownStage(_ text: String, _ register: Text, _ stages: [Text]) -> String {
    join([
      self(
        "\(register.zh)没有\(quote(text))这个阶段。", "\(register.en) has no stage \(quote(text))."),
      guess(
        Suggestions.nearest(to: text, in: stages.map { self($0.zh, $0.en) }), otherwise: ""),
      self("可选：\(titles(stages))。", "Give one of \(titles(stages))."),
    ])
  }

  func forbiddenMove(_ from: Text, _ to: Text, _ allowed: [Text]) -> String {
    self(
      "不能从“\(from.zh)”转为“\(to.zh)”。"
        + (allowed.isEmpty ? "“\(from.zh)”之后没有别的阶段。" : "可转为：\(titles(allowed))。"),
      "'\(from.en)' cannot become '\(to.en)'. "
        + (allowed.isEmpty ? "Nothing follows it." : "It may become \(titles(allowed))."))
  }

  func needs(_ stage: Text, _ field: FieldShape) -> String {
    self(
      "进入“\(stage.zh)”须填写\(field.title.zh)。请写明，如 \(field.title.zh)=……",
      "'\(stage.en)' needs \(field.title.en): give \(field.name)=…")
  }

  func outOfOrder(_ day: Day, _ neighbour: Day) -> String {
    self(
      "\(day) 早于上一阶段的日期 \(neighbour)。请核对日期。",
      "\(day) is before the stage entered on \(neighbour). Check the day.")
  }

  func daysDiffer(_ field: Text, _ day: Day, _ other: Day) -> String {
    self(
      "\(field.zh)写的是 \(day)，--on 写的是 \(other)，同一次推进只能有一个日期。请去掉其中一个。",
      "\(field.en) says \(day), --on says \(other): a move has one day. Leave one of them out.")
  }

  func stageAfterToday(_ stage: Text, _ day: Day, _ today: Day) -> String {
    self(
      "进入“\(stage.zh)”的日期 \(day) 晚于今天（\(today)）。请填写实际日期。",
      "\(day), the day of '\(stage.en)', is after today (\(today)). Give the day it happened.")
  }

  func stageKeeps(_ stage: Text, _ field: Text) -> String {
    self(
      "记录已进入“\(stage.zh)”，\(field.zh)不能清空。日期有误的请改为正确日期。",
      "The record has been '\(stage.en)', so \(field.en) cannot be emptied. Correct it instead.")
  }

  func neverEntered(_ field: Text, _ stage: Text, _ from: Text) -> String {
    self(
      "\(field.zh)是从“\(from.zh)”转入“\(stage.zh)”的日期，该记录没有这一步。"
        + "请写明进入“\(from.zh)”的日期，或用 advance 推进。",
      "\(field.en) is the day on which '\(from.en)' became '\(stage.en)', which this record never did."
        + " Give the day of '\(from.en)', or use advance.")
  }

  func neverEntered(_ field: Text, _ stage: Text) -> String {
    self(
      "该记录没有进入过“\(stage.zh)”，不能直接填\(field.zh)。请用 advance 推进。",
      "The record never was '\(stage.en)', so \(field.en) cannot be set. Use advance.")
  }

  func movesLack(_ stage: Text, _ day: Day) -> String {
    self(
      "历次阶段里没有台账已记的“\(stage.zh)”（\(day)）。请补上，或把这一格留空。",
      "Moves lacks '\(stage.en)' (\(day)), which is recorded. Add it, or leave the cell empty.")
  }

  func behind(_ stage: Text, _ known: Text, _ day: Day?) -> String {
    let since = day.map { self("自 \($0) 起", " since \($0)") } ?? ""
    return self(
      "表中阶段为“\(stage.zh)”，而该记录\(since)已是“\(known.zh)”。请核对表的新旧；"
        + "旧表请加 --behind skip 跳过这类记录，阶段确有变化的请写明日期。",
      "The list says '\(stage.en)', but the record is '\(known.en)'\(since). Check which is newer:"
        + " '--behind skip' passes over such rows; if it has moved again, give the day.")
  }

  func otherDay(_ stage: Text, _ known: Day, _ day: Day) -> String {
    self(
      "台账已记 \(known) 进入“\(stage.zh)”，表中为 \(day)，之后又有别的阶段。又一次进入的，请补上其间各阶段的日期"
        + "（历次阶段）；原日期有误的，请先用 redate 更正。",
      "The record entered '\(stage.en)' on \(known), the list says \(day) and tells of later stages. If"
        + " it came there again, give the days between (Moves); if the day was wrong, correct it with"
        + " redate first.")
  }

  func needsStage(_ field: Text, _ stages: [Text]) -> String {
    self(
      "填了\(field.zh)，还须写明阶段：\(titles(stages))。",
      "With \(field.en) the stage must be given: one of \(titles(stages)).")
  }

  func noSuchMove(_ stage: Text, _ day: Day?, _ days: [Day]) -> String {
    let list = list(days.map(\.description))
    return self(
      "该记录没有\(day.map { "在 \($0) " } ?? "")进入过“\(stage.zh)”。"
        + (days.isEmpty ? "" : "进入该阶段的日期有：\(list)。"),
      "The record did not become '\(stage.en)'\(day.map { " on \($0)" } ?? "")."
        + (days.isEmpty ? "" : " It did on \(list)."))
  }

  func stageIsAdvanced(_ stage: String) -> String {
    self(
      "阶段不能用 set 修改。请运行 advance 记录 \(Wording.plain(stage)) --on 日期。",
      "A stage is not set. Run advance RECORD \(Wording.plain(stage)) --on DAY.")
  }

  func notBy(_ stage: Text, _ field: Text, _ name: String) -> String {
    self(
      "“\(stage.zh)”不能由\(field.zh)（\(Wording.plain(name))）自己办理。请由另一人办理（--as 姓名）。",
      "'\(stage.en)' is not for the \(field.en.lowercased()), \(Wording.plain(name)). "
        + "Another must do it (--as NAME).")
  }

  func onlyBy(_ stage: Text, _ field: Text, _ name: String) -> String {
    self(
      "“\(stage.zh)”只能由\(field.zh)（\(Wording.plain(name))）本人办理（--as \(Wording.plain(name))）。",
      "'\(stage.en)' is for the \(field.en.lowercased()), \(Wording.plain(name)), alone "
        + "(--as \(Wording.plain(name))).")
  }
}
