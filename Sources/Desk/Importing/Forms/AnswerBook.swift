internal import Forms
internal import OfficeFiles
internal import TargetEngine

/// What files answer, by form and period, until all of them are read.
struct AnswerBook {
  /// The answers of one round.
  struct Round {
    let round: FormRound
    var answers: [Answer] = []
    fileprivate var byUnit: [UnitID: Int] = [:]
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
  private var last: (words: Words, place: (round: Int, answer: Int))?

  /// What names an answer.
  struct Words: Hashable {
    var form: String
    var period: String
    var unit: String
  }

  private struct PeriodWords: Hashable {
    var form: String
    var period: String
  }

  /// Where an answer stands, once it was met.
  mutating func place(of words: Words) -> (round: Int, answer: Int)? {
    if let last, last.words == words { return last.place }
    guard let place = byText[words] else { return nil }
    last = (words, place)
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
    last = (words, (index, answer))
    return (index, answer)
  }

  private mutating func add(_ round: FormRound) -> Int {
    let same = rounds.firstIndex {
      $0.round.form.id == round.form.id && $0.round.period == round.period
    }
    if let same { return same }
    rounds.append(Round(round: round))
    return rounds.count - 1
  }

  subscript(place: (round: Int, answer: Int)) -> Answer {
    get { rounds[place.round].answers[place.answer] }
    _modify { yield &rounds[place.round].answers[place.answer] }
  }
}
