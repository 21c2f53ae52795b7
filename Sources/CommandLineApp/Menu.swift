internal import Desk
internal import Glibc
internal import Sentences

/// What bare `taizhang` on a terminal offers by number: what is due, and the usual commands.
enum Menu {
  /// A command and the words that it asks for.
  private struct Item {
    var title: String
    var words: [String]
    var questions: [String] = []
  }

  private static var items: [Item] {
    let month = Clock().today?.month.description ?? ""
    return [
      Item(title: say("看板：各项进度", "Dashboard"), words: ["dashboard"]),
      Item(title: say("本月月报", "This month's report"), words: ["report", "monthly", month]),
      Item(title: say("应办事项和按时率", "What is due"), words: ["due"]),
      Item(
        title: say("记一笔完成数", "Log a number"), words: ["log"],
        questions: [say("指标", "Indicator"), say("数量", "Amount")]),
      Item(
        title: say("排名", "Ranking"), words: ["rank"],
        questions: [say("指标", "Indicator"), say("月份", "Month")]),
      Item(
        title: say("追溯一个数字", "Trace a figure"), words: ["trace"],
        questions: [say("指标", "Indicator"), say("月份", "Month")]),
      Item(
        title: say("导入 CSV 文件", "Import a CSV file"), words: ["import"],
        questions: [say("文件", "File")]),
      Item(
        title: say("备份", "Back up"), words: ["backup"], questions: [say("写入文件", "File to write")]),
      Item(title: say("新建数据库", "Make a new database"), words: ["init"]),
      Item(title: say("帮助", "Help"), words: ["--help"]),
    ]
  }

  /// What is missed or due within a week, the most urgent first; nothing where there is no
  /// database yet.
  private static var duties: [Item] {
    guard
      let options = try? CommonOptions.parse([]),
      let desk = try? Workplace(options: options).desk(for: .read),
      let names = try? desk.names(in: Session.current.language),
      let report = try? desk.due(DueQuestion(within: 7, limit: 5), names)
    else { return [] }
    let language = Session.current.language
    return report.lines.map { line in
      let due = line.occurrence.due
      let status = line.occurrence.status(on: report.day).title(language)
      let matter = [line.matter(language), line.unit?.title].compactMap(\.self)
        .joined(separator: say("，", ", "))
      return Item(
        title: "\(due) \(status) \(Wording.plain(matter))",
        words: ["record", "show", line.register, line.record])
    }
  }

  static func run() -> Never {
    Output.note(say("台账", "Taizhang"))
    let items = duties + items
    for (index, item) in items.enumerated() { Output.note("  \(index + 1)  \(item.title)") }
    guard let answer = ask(say("请选择（回车退出）", "Choose (Enter ends)")), !answer.isEmpty,
      let number = Int(answer), items.indices.contains(number - 1)
    else { exit(0) }
    var words = items[number - 1].words
    for question in items[number - 1].questions {
      guard let answer = ask(question), !answer.isEmpty else { exit(0) }
      words.append(answer)
    }
    exit(TaizhangApp.run(words))
  }

  private static func ask(_ question: String) -> String? {
    Prompt.ask(question + say("：", ": "))
  }
}
