public import Forms
internal import Storage
public import TargetEngine

/// What the units of a sum wrote into a line that has no amounts. Source: `forms.md`, "Summary".
public struct WordedSum: Sendable {
  /// A line with a choice, a text or a day.
  public var line: FormLine
  /// How many units chose each, in the order of the line; none of a line without choices.
  public var choices: [(choice: String, count: Int)]
  /// Who wrote something.
  public var units: [Unit]
}

extension FormRound {
  /// The lines without amounts, over some units; a form that has none is not read again.
  func wordedSums(over units: [Unit]) throws -> [WordedSum] {
    let lines = version.lines.filter { !$0.content.isAmount }
    if lines.isEmpty || units.isEmpty { return [] }
    let all = try desk.ledger.wordedLines(of: form, period)
    return lines.map { line in
      let written = units.filter { unit in
        guard let own = all[unit.id] else { return false }
        return own.choices[line.number] != nil || own.written.contains(line.number)
      }
      var choices: [(choice: String, count: Int)] = []
      if case .choice(let words) = line.content {
        choices = words.map { word in
          (word, written.count { all[$0.id]?.choices[line.number] == word })
        }
      }
      return WordedSum(line: line, choices: choices, units: written)
    }
  }
}
