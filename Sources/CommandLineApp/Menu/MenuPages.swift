internal import TargetEngine

/// What the menu has, from the month's work.
extension MenuPage {
  static var first: MenuPage {
    MenuPage(
      title: Text("办什么事？", "What is to be done?"),
      items: [
        MenuItem("应办事项", "What is due") { _ in .due },
        MenuItem("登记、推进台账记录", "Records of a register") { _ in .registers },
        MenuItem("记一个数", "Log a number", .log),
        MenuItem("导入表格", "Import a file") { _ in .importing },
        MenuItem("查看", "Look") { _ in .looking },
        MenuItem("打印", "Print") { _ in .printing },
        MenuItem("结账", "Close the month") { _ in .closing },
        MenuItem("更正和撤销", "Correct and undo") { _ in .correcting },
        MenuItem("设置和备份", "Set up and back up") { _ in .settingUp },
      ])
  }

  private static var due: MenuPage {
    let unit = MenuQuestion("--unit", "单位", "Unit", .unit)
    return MenuPage(
      title: Text("应办事项", "What is due"),
      items: [
        MenuItem(
          "一周内和已逾期的", "Within a week, and what was missed", MenuForm("due", "list", "--within", "7")
        ),
        MenuItem("一个月内，按单位看", "Within a month, of a unit", MenuForm("due", "list", asking: [unit])),
        MenuItem(
          "连同已办结的", "Also what was done", MenuForm("due", "list", "--all", asking: [unit])),
        MenuItem(
          "写成手机日历", "As a calendar",
          MenuForm(
            "due", "calendar", "--within", "365",
            asking: [
              MenuQuestion(
                "--output", "写入文件（如 应办.ics）", "File, such as due.ics", .newFile, isNeeded: true)
            ])),
        MenuItem("报表：填报、审核、催报", "Forms: fill in, accept, remind") { .forms($0) },
      ])
  }

  /// An import shows by itself what it would do, and asks.
  private static var importing: MenuPage {
    let file = MenuQuestion("文件（CSV，可把文件拖到窗口里）", "CSV file (it may be dropped here)", .file)
    return MenuPage(
      title: Text("导入表格", "Import a file"),
      items: [
        MenuItem(
          "导入，按表头自动识别", "Import; the header says what it is",
          MenuForm("import", asking: [file])),
        MenuItem(
          "以前导入过的同一文件，再导一次", "Import the same file again",
          MenuForm("import", "--again", asking: [file])),
      ])
  }

  private static var looking: MenuPage {
    MenuPage(
      title: Text("查看", "Look"),
      items: [
        MenuItem(
          "看板：各项进度", "Dashboard",
          MenuForm("dashboard", asking: [MenuQuestion("--unit", "单位", "Unit", .unit)])),
        MenuItem("台账清单", "Lists of records") { _ in .lists },
        MenuItem("一个数是怎么来的", "Where a figure comes from", .trace),
        MenuItem("最近的明细", "Latest entries", .entries),
        MenuItem(
          "任务数", "Targets",
          MenuForm("target", "list", asking: [MenuQuestion("--unit", "单位", "Unit", .unit)])),
        MenuItem("单位", "Units", MenuForm("unit", "list")),
        MenuItem("指标", "Indicators", MenuForm("indicator", "list")),
      ])
  }

  private static var printing: MenuPage {
    let month = MenuQuestion("月份", "Month", .month)
    let unit = MenuQuestion("--unit", "单位", "Unit", .unit)
    let ranked = [MenuQuestion("指标", "Indicator", .indicator()), month, unit]
    let page = MenuQuestion(
      "--output", "写入文件（如 月报.html）", "File, such as report.html", .newFile, isNeeded: true)
    return MenuPage(
      title: Text("打印", "Print"),
      items: [
        MenuItem("月报", "Monthly report", MenuForm("report", "monthly", asking: [month, unit])),
        MenuItem(
          "月报，写成可打印的网页", "Monthly report as a page to print",
          MenuForm("report", "monthly", "--format", "html", asking: [month, unit, page])),
        MenuItem(
          "月报，连同没完成的是哪些", "Monthly report with what is left to do",
          MenuForm("report", "monthly", "--remaining", asking: [month, unit])),
        MenuItem("一项指标的排名", "Ranking of an indicator", MenuForm("rank", asking: ranked)),
        MenuItem(
          "发到工作群的一段话", "Text for the group", MenuForm("rank", "--text", asking: ranked)),
        MenuItem(
          "所有指标的排名", "Rankings of all indicators", MenuForm("rank", "--all", asking: [month, unit])),
      ])
  }

  private static var closing: MenuPage {
    let month = MenuQuestion("月份", "Month", .month)
    return MenuPage(
      title: Text("结账", "Close the month"),
      items: [
        MenuItem("还有哪些不对：逐项核对", "What is not right yet", MenuForm("check")),
        MenuItem(
          "结账（先核对，再看应办）", "Close, after a check and what is due",
          MenuForm("close", asking: [month]).writing.after(
            ["check"], ["due", "list", "--within", "0"])),
        MenuItem("已结账的月份", "Months that are closed", MenuForm("close", "--list")),
        MenuItem(
          "已结账的月份出新版", "A new edition of a closed month",
          MenuForm(
            "close",
            asking: [
              month, MenuQuestion("--reissue", "为什么出新版", "Why", .text, isNeeded: true),
            ]
          ).writing),
      ])
  }

  private static var correcting: MenuPage {
    let reason = MenuQuestion("--reason", "原因", "Why", .text, isNeeded: true)
    return MenuPage(
      title: Text("更正和撤销", "Correct and undo"),
      items: [
        MenuItem("最近的明细", "Latest entries", .entries),
        MenuItem(
          "更正一笔明细", "Correct an entry",
          MenuForm(
            "entry", "correct",
            asking: [
              MenuQuestion("明细号（如 12.1）", "Number of the entry, such as 12.1", .entry),
              MenuQuestion("--amount", "正确的数量", "The right amount", .amount),
              MenuQuestion("--unit", "正确的单位", "The right unit", .unit),
              MenuQuestion("--on", "正确的日期", "The right day", .day), reason,
            ]
          ).writing),
        MenuItem("最近的流水", "Latest transactions", MenuForm("journal", "list", "--limit", "10")),
        MenuItem(
          "撤销一笔流水", "Undo a transaction",
          MenuForm(
            "undo",
            asking: [
              MenuQuestion("流水号", "Transaction", .transaction.shown), reason,
            ]
          ).writing),
        MenuItem("改一条台账记录", "Change a record of a register") { _ in .registers },
      ])
  }
}

extension MenuForm {
  fileprivate static var log: MenuForm {
    MenuForm(
      "log",
      asking: [
        MenuQuestion("指标", "Indicator", .indicator(isCounted: true)).then { indicator, menu in
          menu.isStock(indicator) ? [.mode] : [.change]
        },
        MenuQuestion("--unit", "单位", "Unit", .unit, isNeeded: true),
        MenuQuestion("--on", "日期", "Day", .today),
        MenuQuestion("--note", "备注", "Note", .text),
      ]
    ).writing
  }

  fileprivate static var trace: MenuForm {
    MenuForm(
      "trace",
      asking: [
        MenuQuestion("指标", "Indicator", .indicator()), MenuQuestion("月份", "Month", .month),
        MenuQuestion("--unit", "单位", "Unit", .unit),
      ])
  }

  fileprivate static var entries: MenuForm {
    MenuForm(
      "entry", "list", "--limit", "10", asking: [MenuQuestion("--unit", "单位", "Unit", .unit)])
  }
}
