public import TargetEngine

extension DueReport {
  public func table(_ language: Language) -> Table {
    Table(
      title: Text("应办事项", "What is due")(language),
      subtitleLines: [
        Subtitle(
          Phrase.unit.label(language, unit.title), trailing: Phrase.cutoff.label(language, day))
      ],
      columns: [
        Column(Text("期限", "Due")(language), key: "due", .fixed),
        Column(Phrase.status(language), key: "status", .fixed),
        Column(Text("余（超）天数", "Days left")(language), key: "daysLeft", .number),
        Column(Text("事项", "Matter")(language), key: "matter", minimumWidth: 16),
        Column(Phrase.unit(language), key: "unit", minimumWidth: 8),
        Column(Text("办结", "Done")(language), key: "done", .fixed, priority: 2),
        Column(Text("原定", "First due")(language), key: "firstDue", .fixed, priority: 1),
        Column(Text("记录号", "Record")(language), key: "id", .fixed),
      ].filter { hasDone || $0.key != "done" }.filter { hasMoved || $0.key != "firstDue" },
      rows: lines.map { Row(cells($0, language)) }, notes: notes(language),
      footer: [Phrase.foot(language, head: head)])
  }

  private var hasDone: Bool { lines.contains { $0.status(on: day).isSettled } }
  private var hasMoved: Bool { lines.contains { $0.occurrence.firstDue != $0.occurrence.due } }

  private func cells(_ line: Line, _ language: Language) -> [Cell] {
    let occurrence = line.occurrence
    let status = line.status(on: day)
    var cells: [Cell] = [
      .day(occurrence.due), .light(status.title(language), status.light),
      status.isSettled ? .empty : .integer(occurrence.due.number - day.number),
      .text(line.matter(language)), Cell(line.unit?.title),
    ]
    if hasDone {
      cells.append(Cell(status.isSettled ? occurrence.done?.description : nil))
    }
    if hasMoved {
      cells.append(
        Cell(occurrence.firstDue == occurrence.due ? nil : occurrence.firstDue.description))
    }
    return cells + [.text(line.record)]
  }

  private func notes(_ language: Language) -> [String] {
    var notes: [String] = []
    if lines.isEmpty {
      notes.append(
        Text("截至 \(end) 没有应办事项。", "Nothing is due through \(end).")(language))
    }
    if count > lines.count {
      notes.append(
        Text(
          "共 \(count) 项，列出前 \(lines.count) 项。", "The first \(lines.count) of \(count).")(language))
    }
    let rates = rates.compactMap { $0.sentence(language, decimals: decimals) }
    if !rates.isEmpty {
      let joined = rates.joined(separator: Text("；", "; ")(language))
      notes.append(
        Text("\(start) 以来按时率：\(joined)。", "On time since \(start): \(joined).")(language))
    }
    return notes + unknownYears.map { DueReport.unknown($0)(language) }
  }

  static func unknown(_ year: Int) -> Text {
    Text(
      "没有 \(year) 年的节假日安排，与其工作日有关的事项未列出。请运行 taizhang holiday import 导入。",
      "The holidays of \(year) are not known; what depends on its working days is not listed. "
        + "Run 'taizhang holiday import'.")
  }
}

extension DueReport.Rate {
  /// 问题整改 80%（8/10）; nil when nothing was due.
  fileprivate func sentence(_ language: Language, decimals: Int) -> String? {
    guard let percent = punctuality.percent(decimals: decimals) else { return nil }
    let counts = "\(punctuality.onTime)/\(punctuality.due)"
    return "\(title(language)) \(percent)%" + Text("（\(counts)）", " (\(counts))")(language)
  }
}

extension DueStatus {
  var light: Light {
    switch self {
    case .done: .green
    case .late: .yellow
    case .open: .grey
    case .missed: .red
    }
  }
}
