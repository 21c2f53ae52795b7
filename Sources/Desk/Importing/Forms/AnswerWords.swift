internal import OfficeFiles

/// What names an answer in a row of a file.
struct AnswerWords: Hashable {
  var form: String
  var period: String
  var unit: String

  init(_ row: borrowing TableRow, _ header: FileHeader<AnswerColumn>) {
    form = header.text(.form, row)
    period = header.text(.period, row)
    unit = header.text(.unit, row)
  }
}

/// Where an answer stands among all that files have.
typealias AnswerPlace = (round: Int, answer: Int)
