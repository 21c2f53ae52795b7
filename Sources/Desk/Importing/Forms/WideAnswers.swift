internal import Forms
internal import OfficeFiles
internal import TargetEngine

/// The columns of lines in a table with a row for each unit.
struct WideAnswers {
  struct Column {
    let index: Int
    let title: String
    let heading: LineHeading
    /// The line that it explains, unless a line of the form is called like the whole title.
    let explained: LineHeading?
  }

  let columns: [Column]
  /// The columns of what is said of one line, under which nothing may stand.
  let misplaced: [(index: Int, title: String)]

  /// - Parameter place: of the first title.
  init(_ header: [String], at place: TablePlace) {
    let own = AnswerColumn.titles
    let ofLine = ([.value, .title, .filledBy] + TemplateMarks.columns).map(\.title)
    misplaced = header.enumerated().compactMap { index, text in
      let title = HeaderTitle(text)
      let isOfLine = ofLine.contains { title.names($0.isNamed) }
      return isOfLine ? (index, title.text) : nil
    }
    columns = header.enumerated().compactMap { index, text in
      let title = HeaderTitle(text)
      guard !title.saysNothing, !own.contains(where: { title.names($0.isNamed) }) else {
        return nil
      }
      let cell = place.cell(index)
      return Column(
        index: index, title: title.text, heading: LineHeading(text, at: cell),
        explained: title.text.explainedLine.map { LineHeading($0, at: cell) })
    }
  }
}

extension String {
  /// What stands before the words that make an explanation of a title: `1.8?`, `1.8说明`, `1.8 差异说明`.
  fileprivate var explainedLine: String? {
    ["?", "？", "差异说明", "说明", "explanation"].first(where: lowercased().hasSuffix).map {
      String(dropLast($0.count)).trimmed
    }
  }
}

extension ImportSession {
  /// Takes a row of all lines.
  func take(
    _ wide: WideAnswers, _ row: borrowing TableRow, _ header: FileHeader<AnswerColumn>,
    _ book: inout AnswerBook, _ place: AnswerPlace
  ) {
    let sheet = book.rounds[place.round].round.sheet
    if !OneLine.isBlank(header.text(.explanation, row)), let first = sheet.version.lines.first {
      faults.add(
        .rule(.form(.explainsNoLine(first.number))), at: header.place(.explanation, row))
      book[place].lines.hasLostExplanation = true
    }
    for (index, title) in wide.misplaced where !row.cell(index).isEmpty {
      faults.add(.rule(.form(.noLineNumber(title))), at: row.place.cell(index))
      book[place].lines.hasLost = true
    }
    for column in wide.columns {
      let (at, text) = (row.place.cell(column.index), row.cell(column.index))
      let (written, unit) = column.heading.read(in: sheet)
      let isLine = written.map { sheet[$0.number] != nil } ?? false
      if !isLine, text.isEmpty { continue }
      if !isLine, let explained = column.explained?.read(in: sheet).line {
        explain(explained, in: column, row, &book, place)
        continue
      }
      guard let written else {
        faults.add(.rule(.form(.noLineNumber(column.title))), at: at)
        book[place].lines.hasLost = true
        continue
      }
      guard let line = line(written, at: at, &book, place) else { continue }
      book[place].lines.places[line.number] = at
      if row.hasLineBreak(in: column.index) { book[place].joined.insert(line.number) }
      guard text.isEmpty || expect(unit, of: line, in: column, at: at, &book[place]) else {
        continue
      }
      take(text, of: line, at: at, &book[place])
    }
  }

  /// Whether the unit in a title is that in which its line counts; of a line that says none it is told.
  private func expect(
    _ unit: String?, of line: FormLine, in column: WideAnswers.Column, at cell: TablePlace,
    _ answer: inout AnswerBook.Answer
  ) -> Bool {
    guard let unit else { return true }
    let measure = line.content.measure
    if let measure, Amount.isMeasure(unit, of: measure) { return true }
    if measure == nil, !HeaderTitle.isScale(unit) {
      answer.passedOver.add(.measure, of: line.number)
      return true
    }
    faults.add(
      measure.map { .otherMeasure(unit, of: line.title, measure: $0) }
        ?? .scaledColumn(column.title, unit), at: cell)
    answer.lines.unread.insert(line.number)
    return false
  }

  private func explain(
    _ written: WrittenLine, in column: WideAnswers.Column, _ row: borrowing TableRow,
    _ book: inout AnswerBook, _ place: AnswerPlace
  ) {
    let (cell, text) = (row.place.cell(column.index), row.string(column.index))
    let line = line(written, at: cell, &book, place) { $0.answer.explanations[$1] != nil }
    guard let line, !OneLine.isBlank(text) else { return }
    book[place].answer.explanations[line.number] = text
    if row.hasLineBreak(in: column.index) { book[place].joined.insert(line.number) }
  }
}
