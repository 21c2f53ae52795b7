internal import Forms
internal import TargetEngine

extension FormDefinition {
  /// The lines that are asked for at any time of a year, each as it is last.
  fileprivate func lines(in year: Int) -> [FormLine] {
    guard let first = Day(year: year, month: 1, day: 1),
      let last = Day(year: year, month: 12, day: 31)
    else { return [] }
    let changes = editions.compactMap(\.from).filter { first < $0 && $0 <= last }
    var lines: [FormLine] = []
    for version in ([first] + changes).map(version(on:)) {
      for line in version.lines {
        if let place = lines.firstIndex(where: { $0.number == line.number }) {
          lines[place] = line
        } else {
          lines.append(line)
        }
      }
    }
    return lines
  }
}

/// Looks lines up among indicators, registers and the lines of other forms.
struct OverlapFinder {
  private let things: KnownThings
  private let asked: [(form: String, title: Text, line: FormLine, name: NearTitle)]

  init(_ things: KnownThings, _ forms: [FormDefinition], in year: Int) {
    self.things = things
    asked = forms.flatMap { form in
      form.lines(in: year).filter { $0.source.formula == nil }
        .map { (form.code, form.last.title, $0, NearTitle($0.title)) }
    }
  }

  func row(_ line: FormLine, of form: String) -> FormOverlap.Row {
    let own = things.said(by: line)
    let named = things.named(like: line.title).filter { thing in
      !own.contains { ($0.kind, $0.name) == (thing.kind, thing.name) }
    }
    var row = FormOverlap.Row(form: form, line: line, known: own + named)
    let name = NearTitle(line.title)
    for other in asked where other.form != form {
      let found = FormOverlap.Asked(form: other.form, title: other.title, line: other.line.number)
      if other.line.asks(theSameAs: line) {
        row.asked.append(found)
      } else if other.name.resembles(name) {
        row.resembling.append(found)
      }
    }
    return row
  }
}

/// A title in both languages, to see whether another resembles it in either.
private struct NearTitle {
  private let (zh, en): (NearName, NearName)

  init(_ title: Text) { (zh, en) = (NearName(title.zh), NearName(title.en)) }

  func resembles(_ other: NearTitle) -> Bool {
    zh.resembles(other.zh) || en.resembles(other.en)
  }
}

extension FormLine {
  /// Whether two lines are of one indicator, or called the same with the same measure.
  fileprivate func asks(theSameAs other: FormLine) -> Bool {
    if let code = indicator, code == other.indicator { return true }
    let isAlike = LikeName(title.zh) == LikeName(other.title.zh)
    return isAlike && content.isSameMeasure(as: other.content)
  }

  /// The indicator that it is posted to or filled from.
  private var indicator: String? {
    if case .indicator(let code, _) = source { return code }
    return posting?.indicator
  }
}

extension LineContent {
  fileprivate func isSameMeasure(as other: LineContent) -> Bool {
    switch (self, other) {
    case (.amount(_, let one), .amount(_, let two)): one.compared == two.compared
    case (.text, .text), (.choice, .choice), (.day, .day): true
    default: false
    }
  }
}
