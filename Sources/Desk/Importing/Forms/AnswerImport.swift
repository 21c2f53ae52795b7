internal import Forms
internal import OfficeFiles
internal import Storage
internal import TargetEngine

extension ImportSession {
  /// Takes answers: a row for each line, or a row for each unit with a column for each line. All files are read
  /// before anything is judged.
  func importAnswers(_ tables: [any TableSource]) throws {
    var book = AnswerBook()
    let start = faults.listed.count
    for table in tables {
      let file = begin(table, .core(.answers))
      let wide = WideAnswers(table.header, at: table.headerPlace)
      var read = book
      book = AnswerBook()
      let isWhole = try rows(of: table, file) { row, header in
        guard let place = try answer(row, header, file, &read) else {
          read.unread.add(
            AnswerWords(row, header), LineNumber(inSpreadsheet: header.text(.line, row)),
            of: file)
          return
        }
        read[place].rows += 1
        compareName(row, header, &read[place])
        if header[.line] == nil {
          take(wide, row, header, &read, place)
        } else {
          try take(row, header, &read, place)
        }
      }
      if !isWhole { read.unread.addRows(of: file) }
      book = read
    }
    expectMeant(&book)
    for round in book.rounds { try send(round, book.unread) }
    faults.putInOrder(from: start, by: files.map(\.path))
  }

  /// Refuses numbers that may be those of several lines, each once.
  private func expectMeant(_ book: inout AnswerBook) {
    var told: [TablePlace] = []
    for doubt in book.doubts {
      guard let refusal = book.refusal(of: doubt) else { continue }
      book[doubt.answer].lines.unread.formUnion(doubt.alike)
      if told.contains(doubt.written.place) { continue }
      told.append(doubt.written.place)
      faults.add(.rule(.form(refusal)), at: doubt.written.place)
    }
  }

  /// The answer to which a row belongs.
  private func answer(
    _ row: borrowing TableRow, _ header: FileHeader<AnswerColumn>, _ file: Int,
    _ book: inout AnswerBook
  ) throws -> AnswerPlace? {
    if let place = book.place(of: row, header) { return place }
    let words = AnswerWords(row, header)
    for column in [AnswerColumn.form, .period, .unit]
    where OneLine.isBlank(header.text(column, row)) {
      faults.add(.missingValue(column.title.text), at: header.place(column, row))
      return nil
    }
    // What a form is that is told wrongly, nobody knows.
    if unmade.names.contains(words.form.compared) { return nil }
    guard let unit = try unit(words.unit, at: header.place(.unit, row)) else { return nil }
    do {
      return try book.begin(words, unit, at: header.place(.unit, row), file: file) {
        let round = try FormRound(desk, words.form, words.period)
        try round.expectBegun()
        return round
      }
    } catch let error as DeskError {
      let column =
        if case .form(.unknownForm) = error { AnswerColumn.form } else { AnswerColumn.period }
      if !unmade.explain(error) { faults.add(.rule(error), at: header.place(column, row)) }
    }
    return nil
  }
}
