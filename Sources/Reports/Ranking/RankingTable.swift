public import TargetEngine

extension RankingReport {
  /// The 附表: one row for each unit, its total last.
  public func table(_ ranking: IndicatorRanking, _ language: Language) -> Table {
    Table(
      title: Text(
        "\(month.year)年\(month.monthOfYear)月\(ranking.indicator.name)进展情况",
        "\(ranking.indicator.title(.en)), \(month)")(language),
      subtitleLines: [
        Subtitle(
          Phrase.unit.label(language, unit.title)
            + Text("（\(ranking.indicator.measure)）", " (\(ranking.indicator.measure))")(language),
          trailing: Phrase.cutoff.label(language, month.lastDay))
      ],
      columns: RankingReport.columns(language), rows: rows(ranking, language),
      notes: ranking.notes.map { $0.note.sentence(language, of: $0.unit?.title) },
      footer: [Phrase.foot(language, head: head)])
  }

  /// The same for machines: the last column has what must be said of each unit, in the last row of all of them. A
  /// closing of an earlier version prints the columns that it printed then.
  public func sheet(_ ranking: IndicatorRanking, _ language: Language) -> Table {
    let lines = [ranking.total] + ranking.lines.map(\.line)
    if lines.allSatisfy({ $0.form == .first }) { return table(ranking, language) }
    var rows = rows(ranking, language)
    for (index, unit) in (ranking.lines.map(\.unit.id) + [unit.id]).enumerated()
    where index < rows.count {
      let isLast = index == rows.count - 1
      let own = ranking.notes.filter { $0.unit.map { $0.id == unit } ?? isLast }
      let text = own.map { $0.note.sentence(language) }.joined(separator: " ")
      rows[index].cells.append(text.isEmpty ? .empty : .text(text))
    }
    return Table(
      columns: RankingReport.columns(language) + [
        Column(Text("说明", "Notes")(language), key: "notes")
      ], rows: rows)
  }

  private static func columns(_ language: Language) -> [Column] {
    [
      Column(Phrase.number(language), key: "number", .number, priority: 1),
      Column(Phrase.unit(language), key: "unit", minimumWidth: 8),
      Column(Phrase.target(language), key: "target", .number),
      Column(Phrase.thisMonth(language), key: "month", .number, priority: 5),
      Column(Phrase.actual(language), key: "actual", .number),
      Column(Phrase.rate(language), key: "rate", .percent),
      Column(Phrase.pace(language), key: "pace", .percent, priority: 3),
      Column(
        Phrase.ahead(language), key: "ahead",
        .points(Text("百分点", "points")(language)), priority: 6),
      Column(Phrase.previousRank(language), key: "previousRank", .number, priority: 4),
      Column(Phrase.rank(language), key: "rank", .number),
      Column(Phrase.lastYear(language), key: "sameMonthLastYear", .number, priority: 2),
      Column(Phrase.remark(language), key: "status", .fixed),
    ]
  }

  private func rows(_ ranking: IndicatorRanking, _ language: Language) -> [Row] {
    let units = ranking.lines.enumerated().map { index, ranked in
      Row([.integer(index + 1)] + cells(ranked, language))
    }
    let total = RankedUnit(rank: nil, previousRank: nil, unit: unit, line: ranking.total)
    var last = [Cell.blank] + cells(total, language)
    last[1] = .text(Phrase.total(language))
    (last[8], last[9]) = (.blank, .blank)
    return units + [Row.total(last)]
  }

  private func cells(_ ranked: RankedUnit, _ language: Language) -> [Cell] {
    let line = ranked.line
    return [.text(ranked.unit.title)] + line.figures(office.decimals) + [
      ranked.previousRank.map { .integer($0) } ?? .empty,
      ranked.rank.map { .integer($0) } ?? .empty,
      Cell(number: line.amount(line.sameMonthLastYear)),
      .light(
        ranked.isReported
          ? line.statusText(language, decimals: office.decimals) : ranked.status.title(language),
        ranked.status.light),
    ]
  }
}
