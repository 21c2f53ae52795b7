internal import Forms
internal import OfficeFiles
internal import Storage
internal import TargetEngine

extension ImportSession {
  /// Takes answers: a row for each line, or a row for each unit with a column for each line. All files are read
  /// before anything is judged.
  func importAnswers(_ tables: [any TableSource]) throws {
    var book = AnswerBook()
    for table in tables {
      let file = begin(table, .core(.answers))
      let wide = WideAnswers(table.header)
      var read = book
      book = AnswerBook()
      try rows(of: table, file) { row, header in
        guard let place = answer(row, header, file, &read) else { return }
        read[place].rows += 1
        if header[.line] == nil {
          try take(wide, row, &read, place)
        } else {
          try take(row, header, &read, place)
        }
      }
      book = read
    }
    for round in book.rounds { try send(round) }
  }

  /// The answer to which a row belongs.
  private func answer(
    _ row: borrowing TableRow, _ header: FileHeader<AnswerColumn>, _ file: Int,
    _ book: inout AnswerBook
  ) -> (round: Int, answer: Int)? {
    if let place = book.place(of: row, header) { return place }
    let words = AnswerBook.Words(row, header)
    for column in [AnswerColumn.form, .period, .unit]
    where OneLine.isBlank(header.text(column, row)) {
      faults.add(.missingValue(column.title.name), at: header.place(column, row))
      return nil
    }
    guard let unit = try? desk.unit(words.unit).unit else {
      faults.add(unitFault(words.unit), at: header.place(.unit, row))
      return nil
    }
    do {
      return try book.begin(words, unit, at: header.place(.unit, row), file: file) {
        let round = try FormRound(desk, words.form, words.period)
        try round.expectBegun()
        return round
      }
    } catch let error as DeskError {
      let column =
        if case .form(.unknownForm) = error { AnswerColumn.form } else { AnswerColumn.period }
      faults.add(.rule(error), at: header.place(column, row))
    } catch {
      faults.add(unitFault(words.unit), at: header.place(.unit, row))
    }
    return nil
  }

  /// Takes a row of one line.
  private func take(
    _ row: borrowing TableRow, _ header: FileHeader<AnswerColumn>, _ book: inout AnswerBook,
    _ place: (round: Int, answer: Int)
  ) throws {
    let sheet = book.rounds[place.round].round.sheet
    let known = book.find(header.cell(.line, row), in: place.round)
    guard let number = known ?? LineNumber(inSpreadsheet: header.text(.line, row)) else {
      faults.add(
        .rule(.form(.noLineNumber(header.text(.line, row)))), at: header.place(.line, row))
      return
    }
    guard let line = sheet[number] else {
      faults.add(.rule(.form(.unknownLine(number))), at: header.place(.line, row))
      return
    }
    if book[place].places[number] != nil {
      faults.add(.rule(.form(.repeatedLine(number))), at: header.place(.line, row))
      return
    }
    book[place].places[number] = header.place(.value, row)
    if let filling = LineFilling(named: header.text(.filledBy, row)) {
      if filling != .typed { book[place].answer.prefilled.insert(number) }
    } else {
      faults.add(
        .badChoice(
          header.text(.filledBy, row),
          allowed: LineFilling.allCases.flatMap { [$0.title.zh, $0.title.en] }),
        at: header.place(.filledBy, row))
    }
    let explanation = header.text(.explanation, row)
    if !explanation.isEmpty { book[place].answer.explanations[number] = explanation }
    take(header.cell(.value, row), of: line, at: header.place(.value, row), &book[place])
  }

  /// Takes a row of all lines.
  private func take(
    _ wide: WideAnswers, _ row: borrowing TableRow, _ book: inout AnswerBook,
    _ place: (round: Int, answer: Int)
  ) throws {
    let sheet = book.rounds[place.round].round.sheet
    for (column, number) in wide.lines {
      let at = row.place.cell(column)
      let text = row.cell(column)
      guard let line = sheet[number] else {
        if !text.isEmpty { faults.add(.rule(.form(.unknownLine(number))), at: at) }
        continue
      }
      if book[place].places.updateValue(at, forKey: number) != nil {
        faults.add(.rule(.form(.repeatedLine(number))), at: at)
        continue
      }
      take(text, of: line, at: at, &book[place])
    }
  }

  private func take(
    _ text: UnsafeBufferPointer<UInt8>, of line: FormLine, at place: TablePlace,
    _ answer: inout AnswerBook.Answer
  ) {
    do throws(FormValueFault) {
      answer.answer.values[line.number] = try line.content.value(text)
    } catch {
      faults.add(.rule(.form(.value(error, line: line.number))), at: place)
    }
  }

  /// Sends the answers of one round, unless anything stands against one of them.
  private func send(_ round: AnswerBook.Round) throws {
    let sending = try FormSending(round.round)
    let titles = UnitTitles(desk.ledger)
    try titles.prepare(round.answers.map(\.answer.unit))
    let deadline = try round.round.deadline()
    var submissions: [Submission] = []
    for answer in round.answers {
      do {
        let sent = try sending.send(answer.answer)
        if let sent {
          submissions.append(sent)
          files[answer.file].new += answer.rows
        } else {
          files[answer.file].unchanged += answer.rows
        }
        files[answer.file].answers.append(
          try ImportedAnswer(
            answer, of: round.round, titles,
            sent ?? sending.submission(of: answer.answer.unit), deadline,
            isUnchanged: sent == nil))
      } catch DeskError.form(.objections(let unit, let objections)) {
        for objection in objections {
          let place = objection.line.flatMap { answer.places[$0] } ?? answer.place
          faults.add(.rule(.form(.objections(unit: unit, [objection]))), at: place)
        }
      } catch let error as DeskError {
        faults.add(.rule(error), at: answer.place)
      }
    }
    guard faults.isEmpty else { return }
    try transaction.keep(submissions, of: round.round.form)
  }
}

/// The columns of lines in a table with a row for each unit.
struct WideAnswers {
  let lines: [(column: Int, number: LineNumber)]

  init(_ header: [String]) {
    let own = AnswerColumn.titles
    lines = header.enumerated().compactMap { column, text in
      let title = HeaderTitle(text)
      guard !title.saysNothing, !own.contains(where: { title.names($0.isNamed) }),
        let number = LineNumber(text)
      else { return nil }
      return (column, number)
    }
  }
}
