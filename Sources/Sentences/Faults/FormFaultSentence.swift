internal import Forms
internal import TargetEngine

extension FormFault {
  func sentence(_ w: Wording) -> String {
    switch self {
    case .noCode: w("报表编号不能为空，也不能有空格。", "The code is a word without blanks.")
    case .noTitle: w("没有标题。", "It has no title.")
    case .noLines:
      w("没有行。请补上报表的行（form-lines.csv）。", "It has no lines. Give them in form-lines.csv.")
    case .mostLines(let most): w("最多 \(most) 行。", "It has more than \(most) lines.")
    case .noDue:
      w("没有期限。只有一次性的报表可以不填。", "It has no due day. Only a form that is asked once may lack one.")
    case .dueOfOnePeriod:
      w("期限不能是固定的某一天，要每期都推算得出，如 次月5日前。", "Its due day is of one period only.")
    case .dueOfOneYear:
      w(
        "“月-日”这样的期限只用于年报，其他报表请写成 次月5日前 之类。",
        "A day of the year is for yearly forms; write one such as +1-05.")
    case .fromWithinPeriod: w("启用期应从一期的第一天起。", "It has to begin with a period.")
    case .samePosting(let first, let second):
      w(
        "第 \(first) 行和第 \(second) 行记入同一指标。",
        "Lines \(first) and \(second) are posted to one indicator.")
    case .sameLine(let line):
      w("第 \(line) 行出现了两次。", "Line \(line) stands twice.") + w.lostZero(line)
    case .sameCheck(let rule):
      w("审核关系 \(rule.words.zh) 出现了两次。", "The check \(rule.words.en) stands twice.")
    case .line(let line, let fault): fault.sentence(w, line)
    case .circle(let circle):
      w(
        "公式循环引用：\(circle.words)。引用上期数请用 last()。",
        "Formulas need each other: \(circle.words). 'last()' names the period before.")
    case .checkOfNoLine(let rule, let line):
      w(
        "审核关系 \(rule.words.zh) 引用的第 \(line) 行不存在。",
        "The check \(rule.words.en) names line \(line), which is not there.")
    case .checkOfNoAmount(let rule, let line):
      w(
        "审核关系 \(rule.words.zh) 引用的第 \(line) 行不是数值行。",
        "The check \(rule.words.en) names line \(line), which has no amounts.")
    case .hardChange(let rule):
      w(
        "变动幅度 \(rule.words.zh) 的性质只能是“核实”。", "The check \(rule.words.en) can only be soft.")
    case .changedTwice: w("同一行或同一审核关系写了两次。", "One line or check is told twice.")
    case .endsNoLine(let line): w("停用的第 \(line) 行并不存在。", "There is no line \(line) to end.")
    case .endsNoCheck(let rule):
      w("停用的审核关系 \(rule.words.zh) 并不存在。", "There is no check \(rule.words.en) to end.")
    }
  }
}

extension LineFault {
  fileprivate func sentence(_ w: Wording, _ line: LineNumber) -> String {
    let own = w("第 \(line) 行：", "Line \(line): ")
    let said =
      switch self {
      case .noTitle: w("没有标题。", "it has no title.")
      case .decimals(let count):
        w("小数位 \(count) 不在 0 到 4 之间。", "\(count) decimals are none of 0 to 4.")
      case .computedNoAmount: w("只有数值行才能取数或计算。", "only amounts have a source.")
      case .formulaOfNoLine(let other):
        w("公式引用的第 \(other) 行不存在。", "its formula names line \(other), which is not there.")
      case .formulaOfNoAmount(let other):
        w("公式引用的第 \(other) 行不是数值行。", "its formula names line \(other), which has no amounts.")
      case .postsNoTypedAmount: w("只有填报的数值行才能记入指标。", "only typed amounts are posted.")
      case .cumulativeWithoutEvent:
        w("“累计”只用于一次性的报表。", "'cumulative' is for forms that are asked once.")
      }
    return own + said
  }
}

extension FormulaCircle {
  fileprivate var words: String { lines.map { "[\($0)]" }.joined(separator: " → ") }
}

extension FormulaFault {
  func sentence(_ w: Wording) -> String {
    switch self {
    case .nothing(let column):
      w("公式不完整，第 \(column) 个字处缺少行号或数。", "The formula lacks something at character \(column).")
    case .unexpected(let character, let column):
      w(
        "公式第 \(column) 个字“\(character)”不应在此。行写成 [3]。",
        "'\(character)' at character \(column) of the formula has no place there. Write lines as [3]."
      )
    case .open(let bracket, let column):
      w(
        "公式第 \(column) 个字的“\(bracket)”没有对应的括号。",
        "The '\(bracket)' at character \(column) of the formula is never closed.")
    case .noLine(let column):
      w(
        "公式第 \(column) 个字处没有行号。", "The brackets at character \(column) of the formula name no line."
      )
    case .lastOfNoLine(let column):
      w(
        "公式第 \(column) 个字处的 last 只能写一行，如 last([3])。",
        "'last' at character \(column) of the formula takes one line, as last([3]).")
    case .numberTooLarge(let column):
      w("公式第 \(column) 个字处的数太大。", "The number at character \(column) of the formula is too large.")
    case .tooDeep: w("公式的括号层数太多。", "The formula has too many brackets within one another.")
    case .tooLong: w("公式太长。", "The formula is too long.")
    }
  }
}

extension LineSourceFault {
  func sentence(_ w: Wording) -> String {
    let ways = w(
      "请写 填报、指标 编号 本月（或本年、本期、期末）、计数 台账 条件，或 公式 算式。",
      "Write typed, indicator CODE month|year|period|level, count REGISTER FILTER, or formula ….")
    return switch self {
    case .unknownWord(let word):
      w("来源\(w.quote(word))看不懂。", "The source \(w.quote(word)) is not known. ") + ways
    case .noName: w("来源没有写明指标或台账。", "The source names no indicator or register. ") + ways
    case .noReading(let word):
      w("取数方式\(w.quote(word))看不懂。", "The reading \(w.quote(word)) is not known. ") + ways
    case .formula(let fault): fault.sentence(w)
    }
  }
}

extension CheckFault {
  func sentence(_ w: Wording) -> String {
    switch self {
    case .left(let fault), .right(let fault): fault.sentence(w)
    case .unknownRelation(let text):
      w(
        "关系\(w.quote(text))看不懂。请写 =、≠、<=、<、>=、>，或 等于、不等于、不大于、小于、不小于、大于、变动。",
        "The relation \(w.quote(text)) is not known. Write =, !=, <=, <, >=, > or change.")
    case .changeOfNoLine:
      w("“变动”的左式只写一行，如 [4]。", "The left side of 'change' is one line, such as [4].")
    case .noPercentage(let text):
      w("\(w.quote(text))不是百分数，如 20%。", "\(w.quote(text)) is no percentage such as 20%.")
    }
  }
}

extension FormValueFault {
  func sentence(_ w: Wording, _ line: LineNumber) -> String {
    let own = w("第 \(line) 行：", "Line \(line): ")
    return switch self {
    case .amount(let fault): own + fault.sentence(nil, w.language)
    case .otherMeasure(let text, let other, let measure):
      own
        + w(
          "\(w.quote(text))以“\(other)”为计量单位，这一行以“\(measure)”为计量单位。请换算、核对后只填数字。",
          "\(w.quote(text)) counts in '\(other)', but the line in '\(measure)'. Convert and check it, and write"
            + " the number alone.")
    case .notOneOf(let choices):
      own + w("请填 \(w.list(choices)) 之一。", "write one of \(w.list(choices)).")
    case .day(let fault): own + fault.sentence(w.language)
    }
  }
}
