public import TargetEngine

extension Dashboard {
  /// The dashboard as one table, for spreadsheets and pages: no pictures, every figure.
  ///
  /// - Parameter moduleTitle: the name that people know a module's code by.
  public func table(
    _ language: Language, moduleTitle: (String) -> String = { $0 }
  ) -> Table {
    Table(
      title: Text("工作进度一览", "Progress of all tasks")(language),
      subtitleLines: [
        Subtitle(
          Phrase.unit.label(language, unit.title), trailing: Phrase.cutoff.label(language, day))
      ],
      columns: Dashboard.columns(language),
      rows: items.map { Row([.text(moduleTitle($0.line.indicator.module))] + cells($0, language)) },
      notes: notes.map { $0.sentence(language) }
        + standings.flatMap { standing in
          standing.lines(language, decimals: decimals).map { label, parts in
            let colon = Text("：", ": ")(language)
            return moduleTitle(standing.module) + colon + label + " "
              + parts.joined(separator: Text("、", ", ")(language))
          }
        },
      footer: [Phrase.foot(language, head: head)])
  }

  private static func columns(_ language: Language) -> [Column] {
    [
      Column(Phrase.module(language), key: "module", minimumWidth: 8, priority: 2),
      Column(Phrase.indicator(language), key: "indicator", minimumWidth: 12),
      Column(Phrase.measure(language), key: "measure", minimumWidth: 4, priority: 1),
      Column(Phrase.target(language), key: "target", .number),
      Column(Phrase.actual(language), key: "actual", .number),
      Column(Phrase.rate(language), key: "rate", .percent),
      Column(Phrase.pace(language), key: "pace", .percent, priority: 4),
      Column(Phrase.status(language), key: "status", .fixed),
      Column(Phrase.needed(language), key: "neededPerMonth", .number, priority: 5),
      Column(
        DashboardWord.furthestBehind(language), key: "furthestBehind", minimumWidth: 16,
        priority: 3),
    ]
  }

  /// The cells behind the module's.
  private func cells(_ item: Item, _ language: Language) -> [Cell] {
    let line = item.line
    return [
      .text(line.name(language)), .text(line.indicator.measure),
      line.targetCell, line.actualCell,
      Cell(percent: line.completion.percent(decimals: decimals)),
      Cell(percent: line.completion.pace?.percent(decimals: decimals)),
      .light(line.statusText(language, decimals: decimals), line.completion.status.light),
      Cell(number: line.needDecimal), .text(behind(item, language)),
    ]
  }

  private func behind(_ item: Item, _ language: Language) -> String {
    item.furthestBehind.map { $0.sentence(language, decimals: decimals) }
      .joined(separator: Text("、", ", ")(language))
  }
}

extension Line {
  /// The target as printed: a ratio's is a percentage.
  var targetCell: Cell { isRatio ? Cell(percent: target) : Cell(number: target) }
}
