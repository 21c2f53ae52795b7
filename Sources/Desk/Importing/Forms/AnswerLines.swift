internal import Forms
internal import OfficeFiles
internal import TargetEngine

extension ImportSession {
  /// Takes a row of one line.
  func take(
    _ row: borrowing TableRow, _ header: FileHeader<AnswerColumn>, _ book: inout AnswerBook,
    _ place: AnswerPlace
  ) throws {
    let at = header.place(.line, row)
    let known = book.find(header.cell(.line, row), in: place.round)
    guard let written = WrittenLine(known, header.text(.line, row), at: at) else {
      faults.add(.rule(.form(.noLineNumber(header.text(.line, row)))), at: at)
      book[place].lines.hasLost = true
      return
    }
    guard let line = line(written, titled: header.text(.title, row), &book, place) else { return }
    let number = line.number
    book[place].lines.places[number] = header.place(.value, row)
    guard try expectSame(line, row, header, &book, place) else { return }
    if let filling = LineFilling(named: header.text(.filledBy, row)) {
      if filling != .typed { book[place].answer.prefilled.insert(number) }
    } else {
      faults.add(
        .badChoice(
          header.text(.filledBy, row),
          allowed: LineFilling.allCases.map(\.title)),
        at: header.place(.filledBy, row))
      book[place].lines.unread.insert(number)
    }
    let explanation = header.text(.explanation, row)
    if !explanation.isEmpty { book[place].answer.explanations[number] = explanation }
    if header.hasLineBreak(.explanation, row) || header.hasLineBreak(.value, row) {
      book[place].joined.insert(number)
    }
    take(header.cell(.value, row), of: line, at: header.place(.value, row), &book[place])
  }

  /// The line that a number means. Nil with a fault where there is none, or where the answer has it already; a doubt
  /// about the number is kept until all files are read.
  ///
  /// - Parameters:
  ///   - title: what the line is called beside its number.
  ///   - cell: where a fault is told; nil for the number itself.
  ///   - isTold: whether the answer has of the line already what is told.
  func line(
    _ written: WrittenLine, titled title: @autoclosure () -> String = "",
    at cell: TablePlace? = nil,
    _ book: inout AnswerBook, _ place: AnswerPlace,
    isTold: (AnswerBook.Answer, LineNumber) -> Bool = { $0.lines.places[$1] != nil }
  ) -> FormLine? {
    let sheet = book.rounds[place.round].round.sheet
    let isBare = written.isBare && !book.rounds[place.round].alike.isEmpty
    let alike = isBare ? book.rounds[place.round].alike.meant(by: written.number) : []
    let titled = alike.isEmpty ? [] : book.lines(among: alike, titled: title(), in: place.round)
    let number = titled.count == 1 ? titled[0] : written.number
    var refusal: FormRefusal?
    if sheet[number] == nil {
      refusal = .unknownLine(number)
    } else if isTold(book[place], number) {
      refusal = .repeatedLine(number)
    }
    if refusal != nil { book[place].lines.hasLost = true }
    if !alike.isEmpty, titled.count != 1 {
      book.doubts.append(LineDoubt(written, alike, place, otherwise: refusal))
    } else if let refusal {
      faults.add(.rule(.form(refusal)), at: cell ?? written.place)
    } else if isBare, written.number.hasKeptZeros {
      book.keepsZeros.insert(written.place.file)
    }
    return refusal == nil ? sheet[number] : nil
  }

  func take(
    _ text: UnsafeBufferPointer<UInt8>, of line: FormLine, at place: TablePlace,
    _ answer: inout AnswerBook.Answer
  ) {
    do throws(FormValueFault) {
      answer.answer.values[line.number] = try line.content.value(text)
    } catch {
      faults.add(.rule(.form(.value(error, line: line.number))), at: place)
      answer.lines.unread.insert(line.number)
    }
  }
}
