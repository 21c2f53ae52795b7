internal import Forms
internal import OfficeFiles
internal import TargetEngine

extension ImportSession {
  /// Whether a row says of its line what the form says: the measure, and no title of another line. What else it says
  /// otherwise is told. Source: `forms.md`, "Files".
  func expectSame(
    _ line: FormLine, _ row: borrowing TableRow, _ header: FileHeader<AnswerColumn>,
    _ book: inout AnswerBook, _ place: AnswerPlace
  ) throws -> Bool {
    try compareMarks(of: line, row, header, &book, place)
    let others = book.lines(called: header.text(.title, row), otherThan: line, in: place.round)
    if !others.isEmpty {
      faults.add(
        .rule(.form(.titleOfOther(line.number, line.title, others))), at: header.place(.title, row))
      book[place].lines.unread.formUnion([line.number] + others)
      return false
    }
    guard let measure = line.content.measure, !measure.isEmpty,
      let other = header.differingMeasure(of: .value, in: row, than: measure)
    else { return true }
    faults.add(
      .otherMeasure(other.unit, of: line.title, measure: measure),
      at: header.place(other.column, row))
    book[place].lines.unread.insert(line.number)
    return false
  }

  private func compareMarks(
    of line: FormLine, _ row: borrowing TableRow, _ header: FileHeader<AnswerColumn>,
    _ book: inout AnswerBook, _ place: AnswerPlace
  ) throws {
    for (index, column) in TemplateMarks.columns.enumerated() where header[column] != nil {
      // Another measure than the line's is a fault.
      if column == .measure, line.content.measure != nil { continue }
      let isSame = try book.says(
        header.cell(column, row), in: index, of: line, place.round, desk.sourceWords)
      if !isSame { book[place].passedOver.add(column, of: line.number) }
    }
  }

  /// Tells that a row calls its unit otherwise.
  func compareName(
    _ row: borrowing TableRow, _ header: FileHeader<AnswerColumn>, _ answer: inout AnswerBook.Answer
  ) {
    guard header[.unitName] != nil, !header.cell(.unitName, row).isEmpty else { return }
    // A title has the units above before the name.
    let isSame = header.text(.unitName, row).compared.hasSuffix(answer.answer.unit.name.compared)
    if !isSame { answer.passedOver.add(.unitName) }
  }
}
