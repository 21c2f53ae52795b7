internal import Forms
internal import OfficeFiles

/// The number of a line as a file writes it.
struct WrittenLine {
  var number: LineNumber
  /// Whether it stands without brackets, between which a spreadsheet leaves it as it is.
  var isBare: Bool
  var place: TablePlace

  /// - Parameter known: the number where the text was found to be that of a line.
  init?(_ known: LineNumber?, _ text: @autoclosure () -> String, at place: TablePlace) {
    guard let number = known ?? LineNumber(inSpreadsheet: text()) else { return nil }
    self.number = number
    isBare = known != nil || !LineNumber.isBracketed(text())
    self.place = place
  }
}

/// A number that may be that of another line, since a spreadsheet makes 1.1 of 1.10 too. Source: `forms.md`, "Files".
struct LineDoubt {
  var written: WrittenLine
  /// The lines that it may mean.
  var alike: [LineNumber]
  var answer: AnswerPlace
  /// What stands against its own line, where it means that.
  var otherwise: FormRefusal?

  init(
    _ written: WrittenLine, _ alike: [LineNumber], _ answer: AnswerPlace,
    otherwise: FormRefusal?
  ) {
    (self.written, self.alike, self.answer) = (written, alike, answer)
    self.otherwise = otherwise
  }
}
