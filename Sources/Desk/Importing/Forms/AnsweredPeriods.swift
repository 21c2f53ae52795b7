internal import OfficeFiles
internal import TargetEngine

/// A form and a period that answers are about.
public struct AnsweredPeriod: Sendable, Hashable {
  /// The form's code.
  public var form: String
  public var period: String

  public init(form: String, period: String) { (self.form, self.period) = (form, period) }
}

extension Desk {
  /// What a file of answers is about that was refused, as far as its forms and periods can be read: who is missing is
  /// known all the same. Nothing is said against the file.
  public func periodsAnswered(in path: String) throws -> [AnsweredPeriod] {
    guard let tables = try? FileRecognition(self).open(path, only: .core(.answers)) else {
      return []
    }
    var words: [AnswerWords] = []
    for table in tables.map(\.table) {
      guard let header = try? FileHeader<AnswerColumn>(of: table) else { continue }
      _ = try? table.read { row in
        let own = AnswerWords(row, header)
        if own.form != words.last?.form || own.period != words.last?.period { words.append(own) }
        return true
      } fault: { _ in
      }
    }
    var found: [AnsweredPeriod] = []
    for own in words {
      guard let round = try beginning(own) else { continue }
      let period = AnsweredPeriod(form: round.form.code, period: "\(round.period)")
      if !found.contains(period) { found.append(period) }
    }
    return found
  }

  /// What a row is about; nil where that is no form or period that can be answered.
  private func beginning(_ words: AnswerWords) throws -> FormRound? {
    do {
      let round = try FormRound(self, words.form, words.period)
      try round.expectBegun()
      return round
    } catch is DeskError { return nil }
  }
}
