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
    /// Those of which spreadsheets make the same number.
    let alike: AlikeLines
    /// What a template says of lines; nil until a file says some of it.
    fileprivate var marks: TemplateMarks?
    fileprivate var byUnit: [UnitID: Int] = [:]

    fileprivate init(_ round: FormRound) {
      self.round = round
      let numbers = round.version.lines.map(\.number)
      (lines, alike) = (ExpectedLines(numbers), AlikeLines(numbers))
    }
  }

  /// One unit's answer, with the places of its cells.
  struct Answer {
    var file: Int
    var place: TablePlace
    var answer: FormAnswer
    var lines = AnsweredLines()
    var rows = 0
    var passedOver = PassedCells()
    /// Lines with texts that were broken into several.
    var joined: Set<LineNumber> = []
  }

  private(set) var rounds: [Round] = []
  var unread = UnreadAnswers()
  /// Numbers that may mean several lines.
  var doubts: [LineDoubt] = []
  /// Files that have a number such as 1.10, of which a spreadsheet would have made another.
  var keepsZeros: Set<String> = []
  private var byPeriod: [PeriodWords: Int] = [:]
  private var byText: [AnswerWords: AnswerPlace] = [:]
  /// Why forms and periods cannot be answered, asked once for all their rows.
  private var refused: [PeriodWords: DeskError] = [:]
  private var last: (bytes: [UInt8], place: AnswerPlace)?

  private struct PeriodWords: Hashable {
    var form: String
    var period: String
  }

  /// Where the answer of a row stands, once it was met: of most rows where that of the row before stands, which their
  /// bytes tell.
  mutating func place(
    of row: borrowing TableRow, _ header: FileHeader<AnswerColumn>
  ) -> AnswerPlace? {
    if let last, header.names(row, last.bytes) { return last.place }
    guard let place = byText[AnswerWords(row, header)] else { return nil }
    last = (header.naming(row), place)
    return place
  }

  mutating func begin(
    _ words: AnswerWords, _ unit: Unit, at place: TablePlace, file: Int,
    _ make: () throws -> FormRound
  ) throws -> AnswerPlace {
    let period = PeriodWords(form: words.form, period: words.period)
    if let refusal = refused[period] { throw refusal }
    let index: Int
    do {
      index = try byPeriod[period] ?? add(try make())
    } catch let error as DeskError {
      refused[period] = error
      throw error
    }
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

  /// Whether a cell says of a line what a template says of it.
  ///
  /// - Parameter words: what their sources are called, asked once.
  mutating func says(
    _ cell: UnsafeBufferPointer<UInt8>, in column: Int, of line: FormLine, _ round: Int,
    _ words: (FormVersion) throws -> SourceWords
  ) rethrows -> Bool {
    if rounds[round].marks == nil {
      rounds[round].marks = TemplateMarks(try words(rounds[round].round.version))
    }
    return rounds[round].marks?.isSame(cell, column, of: line) ?? true
  }

  /// What stands against a number that may mean several lines. It means its own where its file kept the zeros of
  /// others, or where the answer says the other lines besides.
  func refusal(of doubt: LineDoubt) -> FormRefusal? {
    let others = doubt.alike.filter { $0 != doubt.written.number }
    let isPlain =
      keepsZeros.contains(doubt.written.place.file)
      || others.allSatisfy { self[doubt.answer].lines.places[$0] != nil }
    return isPlain ? doubt.otherwise : .alikeLines(doubt.written.number, doubt.alike)
  }

  subscript(place: AnswerPlace) -> Answer {
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
