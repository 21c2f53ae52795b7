public import Forms
internal import OfficeFiles
internal import Storage
public import TargetEngine

/// Which lines of forms that are to be asked for are known already, or asked for by other forms.
public struct FormOverlap: Sendable {
  /// The lines that units would fill in or have filled in, in the order of the forms.
  public var rows: [Row] = []
  /// How many lines are formulas, which ask nobody for anything.
  public var formulas = 0

  /// A line, and where the same is.
  public struct Row: Sendable {
    public var form: String
    public var line: FormLine
    public var known: [Known] = []
    /// Lines of other forms of this year.
    public var asked: [Asked] = []
    /// Lines of other forms of this year whose titles are nearly the same, or that count in another measure.
    public var resembling: [Asked] = []

    /// What is to be said of it.
    public var verdict: Verdict {
      if known.contains(where: { !$0.isByName }) { return .known }
      if !asked.isEmpty { return .asked }
      if !known.isEmpty { return .maybeKnown }
      return resembling.isEmpty ? .new : .resembles
    }
  }

  /// What is to be said of a line; the first that is true of it.
  public enum Verdict: String, Sendable, CaseIterable {
    /// An indicator or a register has it, as the line itself says.
    case known
    /// Another form asks for the same.
    case asked
    /// An indicator or a register has it by its name.
    case maybeKnown
    /// Another form asks for something that is called nearly alike.
    case resembles
    case new
  }

  /// An indicator, a register or a field of one.
  public struct Known: Sendable, Hashable {
    public enum Kind: String, Sendable { case indicator, register, field }

    public var kind: Kind
    /// The code of an indicator, the id of a register; of a field with its name.
    public var name: String
    public var title: Text
    /// Whether it is only called alike.
    public var isByName: Bool
  }

  /// A line of another form.
  public struct Asked: Sendable, Hashable {
    public var form: String
    public var title: Text
    public var line: LineNumber
  }

  /// How many lines a verdict is true of.
  public func count(_ verdict: Verdict) -> Int { rows.count { $0.verdict == verdict } }
}

extension Desk {
  /// Compares forms that files define with what is known; nothing is written.
  ///
  /// - Parameter paths: files as `form define` reads them.
  /// - Throws: what defining them would.
  public func formOverlap(_ paths: [String]) throws -> FormOverlap {
    let files = try recognised(paths)
    return try write(isRehearsal: true) { transaction in
      let session = ImportSession(self, transaction, ImportOptions(again: true, isDryRun: true)) {
        _ in
      }
      try session.run(files)
      guard session.faults.isEmpty else { throw DeskError.faults(session.faults) }
      return try overlap(of: session.formCodes)
    }.result
  }

  private func overlap(of codes: [String]) throws -> FormOverlap {
    let forms = try ledger.forms().map(\.definition)
    let year = context.today.year
    let finder = OverlapFinder(
      try KnownThings(ledger), forms.filter { $0.isAsked(in: year) }, in: year)
    var overlap = FormOverlap()
    for form in forms where codes.contains(form.code) {
      for line in form.last.lines {
        guard line.source.formula == nil else {
          overlap.formulas += 1
          continue
        }
        overlap.rows.append(finder.row(line, of: form.code))
      }
    }
    return overlap
  }
}

extension FormDefinition {
  /// Whether anybody is asked for it in a year.
  fileprivate func isAsked(in year: Int) -> Bool {
    guard let last = Day(year: year, month: 12, day: 31) else { return false }
    if from.map({ $0 > last }) ?? false { return false }
    let owing = version(on: last).owing
    return calendar.cycle == .once || !owing.kinds.isEmpty || !owing.units.isEmpty
  }
}

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
private struct OverlapFinder {
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
