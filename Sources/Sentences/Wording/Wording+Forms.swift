public import Desk
public import Forms
public import Storage
internal import TargetEngine

extension Wording {
  func rule(_ check: FormCheck) -> String {
    let cells = check.rule.words(language)
    return check.message.isEmpty
      ? cells : self("\(cells)（\(check.message)）", "\(cells) (\(check.message))")
  }

  /// `[1] [2.1]`.
  public func numbers(of lines: [LineNumber]) -> String {
    lines.map { "[\($0)]" }.joined(separator: " ")
  }

  /// `[4] <= [3]（[3] 没有数）`.
  public func open(_ open: OpenCheck) -> String {
    let empty = [
      open.empty.isEmpty
        ? nil : self("\(numbers(of: open.empty)) 没有数", "\(numbers(of: open.empty)) empty"),
      open.emptyLast.isEmpty
        ? nil
        : self(
          "上期 \(numbers(of: open.emptyLast)) 没有已审的数",
          "nothing accepted of \(numbers(of: open.emptyLast)) of the period before"),
    ].compactMap { $0 }
    let why = empty.isEmpty ? [self("除数为 0", "division by 0")] : empty
    let rule = open.check.rule.words(language)
    return self(
      "\(rule)（\(why.joined(separator: "，"))）", "\(rule) (\(why.joined(separator: ", ")))")
  }

  /// Hard checks that say nothing: `没有核对：[4] <= [3]（[3] 没有数）`.
  public func open(_ checks: [OpenCheck]) -> String {
    self("没有核对：", "not checked: ") + checks.map(open).joined(separator: self("、", ", "))
  }

  /// That amounts of a form count nowhere: the first units, and how many there are.
  public func countsNowhere(_ amounts: LeftToNoList) -> String {
    let shown = amounts.units.prefix(5).map { item in
      let (lines, name) = (numbers(of: item.lines), item.unit.unit.name)
      return self("\(name)的 \(lines)", "\(lines) of \(name)")
    }
    let (count, title) = (amounts.units.count, amounts.form.definition.last.title)
    let more =
      count > shown.count ? self("等 \(count) 个单位", " and others, \(count) units") : ""
    let all = list(Array(shown)) + more
    return self(
      "\(title.zh) \(amounts.period)：\(all)，审核时按清单统计，没有记入；现在不再按清单统计，这些数哪里都不计。",
      "\(title.en) \(amounts.period): \(all) came by list when they were accepted and were not posted;"
        + " they do no more, so that they count nowhere.")
  }

  func unknownForm(_ text: String, _ suggestions: [String]) -> String {
    join([
      self("没有报表\(quote(text))。", "There is no form \(quote(text))."),
      guess(suggestions, otherwise: self("用 form list 查看。", "See 'form list'.")),
    ])
  }

  func noPeriod(_ text: String, _ fault: FormPeriodFault, _ cycle: FormCycle) -> String {
    let example = self("\(cycle.example) 的形式", "such as \(cycle.example)")
    switch fault {
    case .unreadable, .noName, .noTime:
      return self(
        "\(quote(text))不是期别。请写成 \(example)。", "\(quote(text)) is no period. Write one \(example).")
    case .otherCycle(let other):
      return self(
        "\(quote(text))是\(other.title.zh)的期别，这张报表是\(cycle.title.zh)的。请写成 \(example)。",
        "\(quote(text)) is a period of a form asked \(other.title.en.lowercased()); this one is asked"
          + " \(cycle.title.en.lowercased()). Write one \(example).")
    case .noSuchYear(let year):
      return self("没有 \(year) 年度。", "There is no plan year \(year).")
    case .noSuchWeek(let week, let year):
      return self("\(year) 年没有第 \(week) 周。", "\(year) has no week \(week).")
    }
  }

  func alikeLines(_ number: LineNumber, _ lines: [LineNumber]) -> String {
    let others = list(lines.filter { $0 != number }.map { "\($0)" })
    let ways = lines.map { "[\($0)]" }
    guard lines.contains(number) else {
      return self(
        "报表没有第 \(number) 行。如果是 \(others)，请写成 \(ways.joined(separator: " 或 "))，以免被表格软件改成 \(number)。",
        "The form has no line \(number). Where \(others) is meant, write \(ways.joined(separator: " or ")):"
          + " a spreadsheet makes \(number) of it.")
    }
    return self(
      "\(quote("\(number)"))可能是第 \(number) 行，也可能是 \(others)（表格软件会把 \(others) 改成 \(number)）。"
        + "请写成 \(ways.joined(separator: " 或 "))。",
      "\(quote("\(number)")) may be line \(number) or \(others), of which a spreadsheet makes \(number)."
        + " Write \(ways.joined(separator: " or ")).")
  }

  /// That a number may have lost its last zero; empty where it cannot.
  func lostZero(_ number: LineNumber) -> String {
    guard number.mayHaveLostZero else { return "" }
    return self(
      "如果其中一行是 \(number)0，请写成 [\(number)0]，以免被表格软件改成 \(number)。",
      " Where one of them is \(number)0, write [\(number)0]: a spreadsheet makes \(number) of it.")
  }

  func explainsNoLine(_ line: LineNumber) -> String {
    self(
      "一行一个单位的文件，差异说明要写明是哪一行的：每行另设一列，列名如“\(line)?”或“\(line) 差异说明”。",
      "In a file with a row for each unit an explanation says of which line it is: give each line a column"
        + " of its own, called '\(line)?' or '\(line) explanation'.")
  }

  func unreadableDue(_ text: String, _ fault: FormDueFault) -> String {
    switch fault {
    case .unreadable:
      self(
        "\(quote(text))不是期限。请写成 次月5日前、月底、当月25日前、次日12:00、5个工作日、11月11日前（年报）或 2021-07-25 18:00。",
        "\(quote(text)) is no due day. Write +1-05 (the 5th of the next month), +1 (the next day), 5 working"
          + " days, 11-11, or 2021-07-25 18:00.")
    case .ofWhichMonth(let day):
      self(
        "\(quote(text))没有写明是哪个月的 \(day) 日。报上月数的写“次月\(day)日前”，报当月数的写“当月\(day)日前”。",
        "\(quote(text)) may be day \(day) of the next month (write +1-\(day)) or of the month that the form is"
          + " about (+0-\(day)).")
    case .noTime(let word):
      self(
        "\(quote(text))里的“\(word)”没有写明几点。请写明钟点，如 次月5日17:30前。",
        "\(quote(text)) does not say the hour. Write it, as in +1-05 17:30.")
    case .ofWeek:
      self(
        "\(quote(text))不能作期限。每周的报表从周日以后算起，请写 次周一前、次周五前；别的报表不按星期写。",
        "\(quote(text)) is no due day. A weekly form is due after its Sunday: write +1 for Monday, +5 for Friday."
      )
    }
  }

  /// Why units were left out where all were meant: the first of them, and how many more.
  public func leftOut(_ units: [FormLeftOut]) -> [String] {
    let shown = units.prefix(Wording.shown).map { join($0.why.complaint(language).lines) }
    let more = units.count - shown.count
    return shown + (more > 0 ? [self("另有 \(more) 个单位也不能。", "So it is with \(more) more.")] : [])
  }

  func step(_ fault: FormStepFault, _ unit: String) -> String {
    let unit = Wording.plain(unit)
    switch fault {
    case .noStep(let kind, let state):
      return self(
        "\(unit) 的报表是“\(state.title.zh)”，不能\(word(kind))。",
        "The form of \(unit) is \(state.rawValue): there is nothing to \(word(kind)).")
        + before(kind, state)
    case .sameActor(let actor):
      return self(
        "\(unit) 的报表由 \(Wording.plain(actor)) 报送，须由另一人审核。用 --as 写明审核人。",
        "\(Wording.plain(actor)) sent the form of \(unit); another must accept it. Say who with --as."
      )
    case .noReason:
      return self("请写明原因（--reason）。", "Say why (--reason).")
    }
  }

  /// What has to be done first; empty where nothing would help.
  private func before(_ kind: FormAction.Kind, _ state: FormState) -> String {
    switch (kind, state) {
    case (.submit, .submitted), (.draft, .submitted):
      self("请先退回（form return）。", " Return it first (form return).")
    case (.submit, .accepted), (.draft, .accepted), (.return, .accepted):
      self("请用 form reopen 重新打开。", " Open it again with 'form reopen'.")
    default: ""
    }
  }

  /// What is done, as a word of a sentence.
  func word(_ kind: FormAction.Kind) -> String {
    switch kind {
    case .draft: self("填草稿", "draft")
    case .submit: self("报送", "send")
    case .accept: self("审核", "accept")
    case .return: self("退回", "return")
    case .reopen: self("重新打开", "reopen")
    }
  }
}

extension FormCycle {
  /// A period of forms of this cycle.
  fileprivate var example: String {
    switch self {
    case .once: "烟花/2021-07-25T18"
    case .day: "2021-07-25"
    case .week: "2021-W30"
    case .month: "2021-06"
    case .quarter: "2021-Q2"
    case .half: "2021-H1"
    case .year: "2021"
    }
  }
}
