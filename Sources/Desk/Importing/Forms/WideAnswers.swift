internal import Forms
internal import OfficeFiles
internal import TargetEngine

/// The columns of lines in a table with a row for each unit.
struct WideAnswers {
  struct Column {
    let index: Int
    let title: String
    /// Nil where the title is no number.
    let written: WrittenLine?
    /// The line that it explains, unless a line of the form is called like the whole title.
    let explained: WrittenLine?
  }

  let columns: [Column]

  /// - Parameter place: of the first title.
  init(_ header: [String], at place: TablePlace) {
    let own = AnswerColumn.titles
    columns = header.enumerated().compactMap { index, text in
      let title = HeaderTitle(text)
      guard !title.saysNothing, !own.contains(where: { title.names($0.isNamed) }) else {
        return nil
      }
      let cell = place.cell(index)
      return Column(
        index: index, title: title.text, written: WrittenLine(nil, text, at: cell),
        explained: title.text.explainedLine.flatMap { WrittenLine(nil, $0, at: cell) })
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
    for column in wide.columns {
      let (at, text) = (row.place.cell(column.index), row.cell(column.index))
      let isLine = column.written.map { sheet[$0.number] != nil } ?? false
      if !isLine, text.isEmpty { continue }
      if !isLine, let explained = column.explained {
        explain(explained, by: row.string(column.index), at: at, &book, place)
        continue
      }
      guard let written = column.written else {
        faults.add(.rule(.form(.noLineNumber(column.title))), at: at)
        book[place].lines.hasLost = true
        continue
      }
      guard let line = line(written, at: at, &book, place) else { continue }
      book[place].lines.places[line.number] = at
      take(text, of: line, at: at, &book[place])
    }
  }

  private func explain(
    _ written: WrittenLine, by text: String, at cell: TablePlace, _ book: inout AnswerBook,
    _ place: AnswerPlace
  ) {
    let line = line(written, at: cell, &book, place) { $0.answer.explanations[$1] != nil }
    guard let line, !OneLine.isBlank(text) else { return }
    book[place].answer.explanations[line.number] = text
  }
}
