public import TargetEngine

extension MonthlyReport {
  /// The table as it is sent: title, unit, cut-off day, one row for each line, notes, signatures.
  public func table(_ language: Language) -> Table {
    Table(
      title: title(language),
      subtitleLines: [
        Subtitle(
          Phrase.unit.label(language, unit.title),
          trailing: Phrase.cutoff.label(language, month.lastDay))
      ],
      columns: MonthlyReport.columns(language), rows: rows(language),
      notes: notes.map { $0.sentence(language) }, footer: footer(language))
  }

  /// The same for machines: one table, whose last column has the notes of each line. A closing of an
  /// earlier version prints the columns that it printed then.
  public func sheet(_ language: Language) -> Table {
    let all = lines + carried
    if closed, !all.isEmpty, all.allSatisfy({ $0.form == .first }) { return table(language) }
    var table = Table(
      columns: MonthlyReport.columns(language) + [
        Column(Text("说明", "Notes")(language), key: "notes")
      ])
    let years = lines.map { (line: $0, year: Int?.none) } + carried.map { ($0, $0.year) }
    var rows = self.rows(language).filter { $0.emphasis != .section }
    for (index, (line, year)) in years.enumerated() where index < rows.count {
      let own = notes.filter { note in
        // What is about the whole report stands in the first row.
        note.indicator.map { $0.id == line.indicator.id && note.isOf(line, carried: year) }
          ?? (index == 0)
      }
      let text = own.map { $0.sentence(language) }.joined(separator: " ")
      rows[index].cells.append(text.isEmpty ? .empty : .text(text))
    }
    table.rows = rows
    return table
  }

  private func title(_ language: Language) -> String {
    let (year, month) = (month.year, month.monthOfYear)
    return Text(
      "\(year)年\(month)月重点工作任务完成情况表", "Completion of tasks, \(self.month)")(language)
  }

  static func columns(_ language: Language) -> [Column] {
    [
      Column(Phrase.indicator(language), key: "indicator", minimumWidth: 12),
      Column(Phrase.measure(language), key: "measure", minimumWidth: 4, priority: 1),
      Column(Phrase.target(language), key: "target", .number),
      Column(Phrase.thisMonth(language), key: "month", .number),
      Column(Phrase.actual(language), key: "actual", .number),
      Column(Phrase.rate(language), key: "rate", .percent),
      Column(Phrase.pace(language), key: "pace", .percent, priority: 4),
      Column(
        Phrase.ahead(language), key: "ahead",
        .points(Text("百分点", "points")(language)), priority: 5),
      Column(Phrase.previousMonth(language), key: "previousMonth", .number, priority: 3),
      Column(Phrase.lastYear(language), key: "sameMonthLastYear", .number, priority: 2),
      Column(Phrase.status(language), key: "status", .fixed),
    ]
  }

  private func rows(_ language: Language) -> [Row] {
    let own = lines.map { Row($0.cells(language, decimals: office.decimals)) }
    guard !carried.isEmpty else { return own }
    return own + [Row.section(Phrase.carried(language))]
      + carried.map { line in
        var cells = line.cells(language, decimals: office.decimals)
        cells[0] = .text(Phrase.of(line.year, line.name(language), language))
        return Row(cells)
      }
  }

  private func footer(_ language: Language) -> [String] {
    let people: [(Phrase, String?)] = [
      (.filler, office.filler), (.reviewer, office.reviewer), (.responsible, office.responsible),
      (.phone, office.phone),
    ]
    let signatures = people.map { phrase, name in phrase.label(language, name ?? "____") }
    let frozen = closed ? " \(Phrase.frozen(language))" : ""
    return [
      signatures.joined(separator: "  "), Phrase.foot(language, head: head) + frozen,
    ]
  }
}

extension Line {
  /// The cells of `MonthlyReport.columns`.
  func cells(_ language: Language, decimals: Int) -> [Cell] {
    [.text(name(language)), .text(indicator.measure)] + figures(decimals) + [
      Cell(number: amount(previousMonth)), Cell(number: amount(sameMonthLastYear)),
      .light(statusText(language, decimals: decimals), completion.status.light),
    ]
  }

  /// Target, month, actual, rate, pace and difference.
  func figures(_ decimals: Int) -> [Cell] {
    [
      isRatio ? Cell(percent: target) : Cell(number: target), Cell(number: amount(month)),
      actualCell, Cell(percent: completion.percent(decimals: decimals)),
      Cell(percent: completion.pace?.percent(decimals: decimals)),
      Cell(difference: completion.ahead(decimals: 1)),
    ]
  }

  /// The indicator's name as the line is printed.
  public func name(_ language: Language) -> String {
    form == .first ? indicator.name : indicator.title(language)
  }

  /// The actual as printed, a ratio with the two figures beside its percentage.
  var actualCell: Cell {
    guard case .percent(let percent) = percentCell, let ratioFigures else { return percentCell }
    return .ratio(percent, ratioFigures)
  }

  /// The actual as printed: a ratio with the indicator's decimals.
  var percentCell: Cell {
    isRatio
      ? Cell(percent: completion.actual?.amount(decimals: indicator.decimals, precise: false))
      : Cell(number: actualDecimal)
  }

  /// `128/131`, what a ratio is made from; nil for anything else and where it has no value.
  var ratioFigures: String? {
    guard form != .first, completion.actual != nil,
      case .ratio(let numerator, let denominator) = actual
    else { return nil }
    return "\(numerator)/\(denominator)"
  }

  /// The status, with the excess of an exceeded target (超额 50%).
  func statusText(_ language: Language, decimals: Int) -> String {
    let title = completion.status.title(language)
    guard let excess = completion.excessPercent(decimals: decimals), excess.units != 0 else {
      return title
    }
    return Text("超额 \(excess)%", "\(title) by \(excess)%")(language)
  }
}
