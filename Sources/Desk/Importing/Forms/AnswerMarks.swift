internal import Forms
internal import OfficeFiles
internal import TargetEngine

extension ImportSession {
  /// Whether a row says of its line what the form says: the measure, and no title of another line. Source: `forms.md`,
  /// "Files".
  func expectSame(
    _ line: FormLine, _ row: borrowing TableRow, _ header: FileHeader<AnswerColumn>,
    _ book: inout AnswerBook, _ place: AnswerPlace
  ) -> Bool {
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
}
