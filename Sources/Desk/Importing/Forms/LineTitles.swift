internal import Forms

extension AnswerBook {
  /// Those of the lines that are called so; where none is, those that were called so before.
  func lines(
    among lines: [LineNumber], titled title: String, in round: Int
  ) -> [LineNumber] {
    let round = rounds[round].round
    let now = lines.filter { round.sheet[$0]?.isTitled(title) ?? false }
    guard now.isEmpty else { return now }
    let formerly = round.form.definition.linesEver.filter { $0.isTitled(title) }.map(\.number)
    return lines.filter(formerly.contains)
  }

  /// The lines that have a title which a line neither has nor had. Other titles say nothing.
  func lines(
    called title: String, otherThan line: FormLine, in round: Int
  ) -> [LineNumber] {
    if title.isEmpty || title == line.title.zh || line.isTitled(title) { return [] }
    let others = rounds[round].round.sheet.version.lines.filter { $0.isTitled(title) }
    let had = others.isEmpty ? [] : rounds[round].round.form.definition.linesEver
    return had.contains { $0.number == line.number && $0.isTitled(title) }
      ? [] : others.map(\.number)
  }
}

extension FormLine {
  /// Whether a text is its title, in either language.
  fileprivate func isTitled(_ text: String) -> Bool {
    [title.zh, title.en].contains { $0.compared == text.compared }
  }
}
