internal import Desk
internal import Sentences
internal import TargetEngine

/// The program's face for those who never read a manual: pages of numbered lines, of which each ends in
/// a command. The command is shown as one would type it, and then run like any other.
struct Menu {
  private let place: MenuPlace
  private let language: Language

  init(_ place: MenuPlace) {
    self.place = place
    language = place.language
  }

  /// Shows the first page until it is left.
  func run() { open(.first, heading: heading) }

  private func open(_ page: MenuPage, heading: () -> [String] = { [] }) {
    while true {
      Output.note("")
      heading().forEach(Output.note)
      Output.note(page.title(language))
      for (index, item) in page.items.enumerated() {
        let number = index < 9 ? " \(index + 1)" : "\(index + 1)"
        Output.note("  \(number)  \(item.title(language))")
      }
      guard let item = choose(from: page) else { return }
      switch item.action {
      case .page(let make): open(make(place))
      case .form(let form): MenuRun(place).perform(form)
      }
    }
  }

  /// Asks for a number until it is one of the page's; nil to go back.
  private func choose(from page: MenuPage) -> MenuItem? {
    let count = page.items.count
    while true {
      let question = say("请输入编号（回车返回）：", "Number (Enter goes back): ")
      guard let answer = Prompt.ask(question).map(OneLine.folded) else {
        Output.note("")
        return nil
      }
      if answer.isEmpty || answer == "0" { return nil }
      if let number = Numeral.whole(answer), (1...max(count, 1)).contains(number), count > 0 {
        return page.items[number - 1]
      }
      Output.note(say("没有这个编号，请输入 1 至 \(count)。", "No such number: type 1 to \(count)."))
    }
  }

  /// The day, the office, and what is most urgent.
  private func heading() -> [String] {
    let day = place.today?.description ?? ""
    guard let desk = try? place.desk() else {
      let hint = say(
        "还没有台账。先选“设置”，新建数据库。", "There is no ledger yet: make one under “Set up”.")
      return [[say("台账", "Taizhang"), day].joined(separator: "  "), hint]
    }
    let office = (try? desk.officeUnit())??.unit.name
    let title = [say("台账", "Taizhang"), day, office].compactMap(\.self).joined(separator: "  ")
    return [title] + ((try? urgent(desk)) ?? [])
  }

  private func urgent(_ desk: Desk) throws -> [String] {
    let report = try desk.due(DueQuestion(within: 7, limit: 3), try desk.names(in: language))
    return report.lines.map { line in
      let matter = [line.matter(language), line.unit?.title].compactMap(\.self)
        .joined(separator: say("，", ", "))
      let status = line.status(on: report.day).title(language)
      return "  • \(line.occurrence.due) \(status) \(Wording.plain(matter))"
    }
  }
}

/// Whole numbers as they are typed.
enum Numeral {
  /// Wide digits, as a Chinese keyboard writes them, are read as well.
  static func whole(_ text: String) -> Int? {
    let digits = text.compactMap(\.wholeNumberValue)
    guard digits.count == text.count, digits.count < 9, !digits.isEmpty else { return nil }
    return digits.reduce(0) { $0 * 10 + $1 }
  }
}
