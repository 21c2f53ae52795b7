public import Database
public import Forms
internal import Journal
public import TargetEngine

/// What a unit wrote into the lines that have no amounts.
public struct WordedLines: Sendable, Equatable {
  /// What it chose, by line.
  public internal(set) var choices: [LineNumber: String] = [:]
  /// The lines with a text or a day.
  public internal(set) var written: Set<LineNumber> = []
}

extension Ledger {
  /// The choices of all units for a period, and where they wrote a text or a day: of what was sent or, where nothing was,
  /// drafted. Amounts are passed over, for which a sum has its own reading.
  public func wordedLines(
    of form: StoredForm, _ period: FormPeriod
  ) throws(StorageError) -> [UnitID: WordedLines] {
    var found: [UnitID: WordedLines] = [:]
    let statement = try connection.statement(
      "SELECT unit, body FROM submission WHERE form = ?1 AND period = ?2")
    statement.bind([.int(form.id), .text(period.description)])
    while try statement.step() { found[statement.int(0)] = WordedLines(statement.bytes(1)) }
    return found
  }
}

extension WordedLines {
  /// - Parameter body: the state of a submission.
  fileprivate init(_ body: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while start < body.count {
      let end = body.first(UInt8(ascii: "\n"), from: start)
      let line = UnsafeBufferPointer(rebasing: body[start..<end])
      start = end + 1
      // What was drafted since a return stands behind.
      if line.begins(with: "draft=") { return }
      let isChoice = line.begins(with: "choice=")
      guard isChoice || line.begins(with: "text=") || line.begins(with: "day=") else { continue }
      let sign = line.first(UInt8(ascii: "="), from: 0)
      let blank = line.first(UInt8(ascii: " "), from: sign)
      guard blank < line.count,
        let number = LineNumber(String(decoding: line[(sign + 1)..<blank], as: UTF8.self))
      else { continue }
      if isChoice {
        let choice = String(decoding: line[(blank + 1)...], as: UTF8.self)
        choices[number] = LineEscape.unescaped(choice[...].utf8)
      } else {
        written.insert(number)
      }
    }
  }
}
