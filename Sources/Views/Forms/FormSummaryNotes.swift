public import Desk
internal import Forms
internal import Reports
internal import Sentences
public import TargetEngine

extension FormSummary {
  /// Which units the sum is over, which are missing, and which lines or columns lack something.
  public func notes(_ language: Language) -> [String] {
    let over = Text(
      "应报 \(sum.of) 个单位，已汇总 \(sum.owedOver) 个（\(scope == .accepted ? "已审" : "已报")）",
      "Over \(sum.owedOver) of \(sum.of) units (\(scope.rawValue))")(language)
    let parts = columns.filter { !$0.sum.missing.isEmpty }.map { column in
      "\(column.unit?.title ?? Text("其余", "Others")(language)) \(column.sum.owedOver)/\(column.sum.of)"
    }
    let rest = columns.first { $0.unit == nil }?.units ?? []
    let kind = kind?.title ?? Text("", "")
    let last = lastOver.flatMap { $0 < sum.over.count ? $0 : nil }.map { last in
      Text(
        "这 \(sum.over.count) 个单位上期已审 \(last) 个，上期数只含这些",
        "The period before: \(last) of these \(sum.over.count) units were accepted")(language)
    }
    return [over] + overflown(language) + gaps(language) + covered(language)
      + [
        last,
        Phrase.named(
          Text(
            "另汇总了期末前停用、撤并的：", "Also in it, ended before the end of the period: "),
          ended.map(\.title), language),
        Phrase.named(Text("未报齐的列：", "Columns that are not whole: "), parts, language),
        Phrase.named(Text("未报：", "Missing: "), left(.missing, .draft), language),
        Phrase.named(Text("退回待改：", "Returned: "), left(.returned), language),
        Phrase.named(
          Text("已报未审：", "Sent and not accepted: "), left(.submitted) + waiting.map(\.title),
          language),
        Phrase.named(
          Text("其余（不属于任何\(kind.zh)）：", "Others, not below any \(kind.en.lowercased()): "),
          rest.map(\.title), language),
      ].compactMap { $0 } + words(language)
  }

  /// What was chosen, where something was written, and how it is read.
  private func words(_ language: Language) -> [String] {
    let w = Wording(language)
    let told = words.map { sum -> String in
      let name = "[\(sum.line.number)] \(sum.line.title(language))"
      let choices = sum.choices.map { "\($0.choice) \($0.count)" }
      let empty = self.sum.over.count - sum.units.count
      if choices.isEmpty, sum.units.isEmpty {
        return w("\(name)：没有单位填", "\(name): written by none")
      }
      guard !choices.isEmpty else {
        return w("\(name)：\(sum.units.count) 个单位填了", "\(name): written by \(sum.units.count)")
      }
      let rest = empty == 0 ? [] : [w("没有填 \(empty)", "empty \(empty)")]
      return name + w("：", ": ") + (choices + rest).joined(separator: w("，", ", "))
    }
    let texts = words.filter { $0.choices.isEmpty && !$0.units.isEmpty }
    guard let unit = texts.first?.units.first else { return told }
    let command = "taizhang form show \(form.code) \(period) --unit \(unit.code)"
    return told + [
      w(
        "填的文字逐个单位看，如 \(command)", "What a unit wrote is shown by such as \(command)")
    ]
  }

  /// Which lines have no sum, and what is computed of them none either.
  private func overflown(_ language: Language) -> [String] {
    let w = Wording(language)
    return sum.overflown.map { line in
      w(
        "第 \(line) 行的合计太大，超出可记录的范围，没有列出，要用它计算的行也没有。",
        "Line \(line) comes to more than can be recorded: it has no total, nor have lines that are computed from it."
      )
    }
  }

  /// Which lines are not whole, though formulas are computed from them.
  private func gaps(_ language: Language) -> [String] {
    let w = Wording(language)
    return gaps.compactMap { gap, units in
      let (line, formulas) = (gap.line, w.numbers(of: gap.formulas))
      return Phrase.named(
        Text(
          "\(formulas) 按已有的数计算，第 \(line) 行没有填的：",
          "\(formulas) computed without those who left line \(line) empty: "),
        units.map(\.title), language)
    }
  }

  /// Which amounts are not added, since a unit above has them in its own.
  private func covered(_ language: Language) -> [String] {
    covered.compactMap { line, units in
      Phrase.named(
        Text(
          "第 \(line) 行取自系统，并入的单位含在上级的数里，没有另加（上级在撤并以前报的，请退回重报）：",
          "Line \(line) comes from sources: merged units are in the figure of the unit above and are not added (return it where"
            + " it was sent before the merger): "),
        units.map(\.title), language)
    }
  }

  /// Who is not in it and is so far.
  private func left(_ states: FormState...) -> [String] {
    missing.filter { states.contains(self.states[$0.id] ?? .missing) }.map(\.title)
  }
}
