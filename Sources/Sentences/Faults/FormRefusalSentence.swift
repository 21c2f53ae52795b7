internal import Forms
public import Desk
public import TargetEngine

extension FormRefusal {
  /// Why something is not done with a form.
  public func sentence(_ language: Language) -> String {
    let w = Wording(language)
    switch self {
    case .unknownForm(let text, let suggestions): return w.unknownForm(text, suggestions)
    case .noPeriod(let text, let fault, let cycle): return w.noPeriod(text, fault, cycle)
    case .beginsLater(let form, let period, let from):
      return w(
        "报表\(w.quote(form))从 \(from) 起填报，没有 \(period) 这一期。",
        "Form \(w.quote(form)) begins with \(from); there is no \(period) of it.")
    case .notAsked(let form, let period):
      return w(
        "报表\(w.quote(form))还没有布置 \(period) 这一期。先用 form ask 布置。",
        "Form \(w.quote(form)) was not asked for \(period). Ask for it first with 'form ask'.")
    case .askedByItself(let form, let cycle):
      return w(
        "报表\(w.quote(form))是\(cycle.title.zh)填报的，不需要布置。form ask 只用于一次性的报表。",
        "Form \(w.quote(form)) is asked for by itself (\(cycle.title.en.lowercased())). 'form ask' is"
          + " for forms that are asked once.")
    case .unreadableDue(let text, let fault): return w.unreadableDue(text, fault)
    case .noDue(let form):
      return w(
        "报表\(w.quote(form))没有规定期限。请加 --due，如 --due '2021-07-25 18:00'。",
        "Form \(w.quote(form)) has no due day of its own. Add --due, such as --due '2021-07-25 18:00'."
      )
    case .notBegun(let period, let from):
      return w(
        "\(period) 这一期从 \(from) 才开始，还不能填报。请核对期别。",
        "\(period) begins on \(from) and cannot be answered yet. Check the period.")
    case .owesNothing(let unit, let period):
      return w(
        "\(Wording.plain(unit)) 不需要报送 \(period)：不在填报单位之列，或已免报。",
        "\(Wording.plain(unit)) does not owe \(period): it is none of the units that do, or it is exempt."
      )
    case .step(let fault, let unit): return w.step(fault, unit)
    case .nobody(let kind, let period):
      return w(
        "\(period) 没有可以\(w.word(kind))的单位。用 form status 查看各单位的状态。",
        "There is no unit of \(period) to \(w.word(kind)). See 'form status' for where each stands."
      )
    case .allLeftOut(let units): return w.join(w.leftOut(units))
    case .whichUnits:
      return w(
        "请写明单位（--unit，可写多个），或加 --all。",
        "Say which units (--unit, as many as needed), or add --all.")
    case .objections(let unit, let objections):
      return w.join(
        [
          w(
            "\(Wording.plain(unit)) 的报表不能报送。", "What \(Wording.plain(unit)) answers cannot be sent."
          )
        ]
          + objections.map { $0.sentence(w) })
    case .overflow(let unit, let line):
      return w(
        "\(Wording.plain(unit))第 \(line) 行算出的数太大，超出可记录的范围。",
        "\(unit.isEmpty ? "" : "\(Wording.plain(unit)): ")what line \(line) comes to is too large.")
    case .inUse(let form, let period, let unit, let count):
      return w(
        "报表\(w.quote(form))的 \(period) 已有 \(count) 个单位报送（\(Wording.plain(unit))等），"
          + "行和审核关系不能再改。请从以后的期别起修订，或先退回这些单位。",
        "\(count) unit(s) have sent \(period) of form \(w.quote(form)) (\(Wording.plain(unit)), …): its"
          + " lines and checks stay as they are. Let the change begin with a later period, or return"
          + " these first.")
    case .definition(let form, let fault):
      return w("报表\(w.quote(form))：", "Form \(w.quote(form)): ") + fault.sentence(w)
    case .formula(let fault): return fault.sentence(w)
    case .source(let fault): return fault.sentence(w)
    case .check(let fault): return fault.sentence(w)
    case .value(let fault, let line): return fault.sentence(w, line)
    case .unknownLine(let line):
      return w("报表没有第 \(line) 行。", "The form has no line \(line).")
    case .alikeLines(let number, let lines): return w.alikeLines(number, lines)
    case .noLineNumber(let text):
      return w(
        "\(w.quote(text))不是行号。行号如 3、1.2、合计。",
        "\(w.quote(text)) is no line number such as 3, 1.2, total.")
    case .explainsNoLine(let line): return w.explainsNoLine(line)
    case .titleOfOther(let line, let title, let others):
      return w(
        "标题是第 \(w.list(others.map(\.description))) 行的，行号却是 \(line)，第 \(line) 行是\(w.quote(title.zh))。请核对行号和数值。",
        "The title is that of line \(w.list(others.map(\.description))), but the number is \(line), which is"
          + " \(w.quote(title.en)). Check the number and the value.")
    case .noAnswer(let text):
      return w(
        "\(w.quote(text))不是行号。请写成“行号=数值”，如 3=12；差异说明写成 3?=说明。",
        "\(w.quote(text)) says no line. Write LINE=VALUE, such as 3=12; an explanation as 3?=TEXT.")
    case .badContent(let text):
      return w(
        "\(w.quote(text))不是行的内容。请填 数值、文本、日期、选项 有;无，或“-”（停用该行）。",
        "\(w.quote(text)) is no content of a line. Write amount, text, day, choice yes;no, or '-' to end it."
      )
    case .badPosting(let text):
      return w(
        "\(w.quote(text))不是指标。请填指标编号，累计报数的在后面加“ 累计”。",
        "\(w.quote(text)) is no indicator. Write its id, with ' cumulative' where it is told anew.")
    case .postsRatio(let line, let indicator):
      return w(
        "第 \(line) 行：比率指标\(w.quote(indicator))由分子分母得出，不能由报表记入。",
        "Line \(line): the ratio \(w.quote(indicator)) is derived; no form posts to it.")
    case .finerThanIndicator(let line, let indicator, let decimals):
      return w(
        "第 \(line) 行的小数位多于指标\(w.quote(indicator))（\(decimals) 位）。",
        "Line \(line) has more decimals than indicator \(w.quote(indicator)) (\(decimals)).")
    case .otherMeasure(let line, let own, let indicator, let measure):
      return w(
        "第 \(line) 行以“\(own)”为计量单位，记入的指标\(w.quote(indicator))以“\(measure)”为计量单位。两者须一致。",
        "Line \(line) counts in '\(own)', but the indicator \(w.quote(indicator)) to which it is posted counts in"
          + " '\(measure)'. Let them count in the same.")
    case .noReading(let indicator, _):
      return w(
        "指标\(w.quote(indicator))是累计数，没有期末数。请写 本月、本年 或 本期。",
        "Indicator \(w.quote(indicator)) is a flow and has no level. Use month, year or period.")
    case .neverChanges(let form):
      return w(
        "报表\(w.quote(form))的模块、周期和首月不能改。请另设一张报表。",
        "The module, the cycle and the first month of form \(w.quote(form)) never change. Define another"
          + " form.")
    case .titleTaken(let form, let title, let other):
      return w(
        "报表\(w.quote(form))的标题\(w.quote(title))与报表\(w.quote(other))的标题或编号相同。请另起标题，如写明年份或单位。",
        "The title \(w.quote(title)) of form \(w.quote(form)) is the title or code of form \(w.quote(other))."
          + " Give it another, such as one with the year or the office.")
    case .noHeader(let form):
      return w(
        "没有报表\(w.quote(form))。请把报表文件（forms.csv）中这张报表的一行一并导入。",
        "There is no form \(w.quote(form)). Give its row of forms.csv as well.")
    case .undatedRow(let form, let periods):
      return w(
        "报表\(w.quote(form))分几期定义（\(w.list(periods)) 起），这一行没有写明从哪一期起。请填启用期。",
        "Form \(w.quote(form)) is defined from \(w.list(periods)) on, and this row does not say from which of"
          + " these. Fill in 'from'.")
    case .noVersion(let number, let count):
      return w("没有第 \(number) 版，共报送 \(count) 版。", "There is no version \(number) of \(count).")
    case .badFilter(let text):
      return w("没有\(w.quote(text))这个台账。", "There is no register \(w.quote(text)).")
    case .endsBefore(let from, let until):
      return w("止期 \(until) 早于起期 \(from)。", "It ends on \(until), before it begins on \(from).")
    case .repeatedLine(let line):
      return w("该单位的第 \(line) 行出现了两次。", "Line \(line) of this unit stands twice.")
    case .notNil(let unit, let differences):
      let lines = differences.map { "[\($0.line)] \($0.source(w))" }
      return w(
        "\(Wording.plain(unit)) 有数，不能报零报告：\(w.list(lines))。请用 form fill 报送，其余的行填 0；数不对的，先改来源的数。",
        "\(Wording.plain(unit)) has figures and sends no nil return: \(w.list(lines)). Send them with 'form"
          + " fill', 0 in the other lines; where they are wrong, correct what they come from.")
    }
  }
}
