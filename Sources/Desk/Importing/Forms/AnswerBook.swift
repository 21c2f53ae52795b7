internal import Forms
internal import OfficeFiles
internal import TargetEngine

/// What files answer, by form and period, until all of them are read.
struct AnswerBook {
  /// The answers of one round.
  struct Round {
    let round: FormRound
    var answers: [Answer] = []
    /// The form's lines, as rows have them.
    var lines: ExpectedLines
    fileprivate var byUnit: [UnitID: Int] = [:]

    fileprivate init(_ round: FormRound) {
      self.round = round
      lines = ExpectedLines(round.version.lines.map(\.number))
    }
  }

  /// One unit's answer, with the places of its cells.
  struct Answer {
    var file: Int
    var place: TablePlace
    var answer: FormAnswer
    var places: [LineNumber: TablePlace] = [:]
    var rows = 0
  }

  private(set) var rounds: [Round] = []
  private var byPeriod: [PeriodWords: Int] = [:]
  private var byText: [Words: (round: Int, answer: Int)] = [:]
  private var last: (bytes: [UInt8], place: (round: Int, answer: Int))?

  /// What names an answer.
  struct Words: Hashable {
    var form: String
    var period: String
    var unit: String

    init(_ row: borrowing TableRow, _ header: FileHeader<AnswerColumn>) {
      form = header.text(.form, row)
      period = header.text(.period, row)
      unit = header.text(.unit, row)
    }
  }

  private struct PeriodWords: Hashable {
    var form: String
    var period: String
  }

  /// Where the answer of a row stands, once it was met: of most rows where that of the row before stands, which their
  /// bytes tell.
  mutating func place(
    of row: borrowing TableRow, _ header: FileHeader<AnswerColumn>
  ) -> (round: Int, answer: Int)? {
    if let last, header.names(row, last.bytes) { return last.place }
    guard let place = byText[Words(row, header)] else { return nil }
    last = (header.naming(row), place)
    return place
  }

  mutating func begin(
    _ words: Words, _ unit: Unit, at place: TablePlace, file: Int,
    _ make: () throws -> FormRound
  ) throws -> (round: Int, answer: Int) {
    let period = PeriodWords(form: words.form, period: words.period)
    let index = try byPeriod[period] ?? add(try make())
    byPeriod[period] = index
    let answer: Int
    if let known = rounds[index].byUnit[unit.id] {
      answer = known
    } else {
      rounds[index].answers.append(
        Answer(file: file, place: place, answer: FormAnswer(unit: unit)))
      answer = rounds[index].answers.count - 1
      rounds[index].byUnit[unit.id] = answer
    }
    byText[words] = (index, answer)
    return (index, answer)
  }

  private mutating func add(_ round: FormRound) -> Int {
    let same = rounds.firstIndex {
      $0.round.form.id == round.form.id && $0.round.period == round.period
    }
    if let same { return same }
    rounds.append(Round(round))
    return rounds.count - 1
  }

  /// The line of a number as it is written in the round's form.
  mutating func find(_ number: UnsafeBufferPointer<UInt8>, in round: Int) -> LineNumber? {
    rounds[round].lines.find(number)
  }

  subscript(place: (round: Int, answer: Int)) -> Answer {
    get { rounds[place.round].answers[place.answer] }
    _modify { yield &rounds[place.round].answers[place.answer] }
  }
}

extension FileHeader<AnswerColumn> {
  /// The cells that name a row's answer, each behind its length.
  fileprivate func naming(_ row: borrowing TableRow) -> [UInt8] {
    var bytes: [UInt8] = []
    for column in [AnswerColumn.form, .period, .unit] {
      let cell = cell(column, row)
      bytes.append(UInt8(truncatingIfNeeded: cell.count))
      bytes += cell
    }
    return bytes
  }

  /// Whether a row has the cells that `naming` gave.
  fileprivate func names(_ row: borrowing TableRow, _ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    for column in [AnswerColumn.form, .period, .unit] {
      let cell = cell(column, row)
      guard rest.first == UInt8(truncatingIfNeeded: cell.count),
        rest.dropFirst().starts(with: cell)
      else { return false }
      rest = rest.dropFirst(1 + cell.count)
    }
    return rest.isEmpty
  }
}
