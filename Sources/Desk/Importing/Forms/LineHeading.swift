internal import Forms
internal import OfficeFiles
internal import TargetEngine

/// The title of a column that has a line's answers: its number, perhaps with the unit in which it counts in brackets.
/// Source: `forms.md`, "Files".
struct LineHeading {
  /// Nil where the title is no number.
  private let whole: WrittenLine?
  private let bracketed: (line: WrittenLine, note: String)?

  init(_ title: String, at cell: TablePlace) {
    whole = WrittenLine(nil, title, at: cell)
    bracketed = HeaderTitle.bracketed(title).flatMap { title, note in
      WrittenLine(nil, title, at: cell).map { ($0, note) }
    }
  }

  /// The line that it names, and the unit behind it: as a whole, unless the form has no such line and has the one before
  /// the brackets.
  func read(in sheet: FormSheet) -> (line: WrittenLine?, unit: String?) {
    if whole.map({ sheet[$0.number] != nil }) ?? false { return (whole, nil) }
    guard let (line, note) = bracketed, let measured = sheet[line.number] else {
      return (whole, nil)
    }
    if HeaderTitle.isRemark(note) { return (line, nil) }
    let isUnit = HeaderTitle.isUnit(note) || note == measured.content.measure
    return isUnit ? (line, note) : (whole, nil)
  }
}
