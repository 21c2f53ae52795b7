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
    /// The code of the form.
    public var form: String
    /// Its line.
    public var line: FormLine
    /// Where the same is known, or may be.
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
    /// What can be known.
    public enum Kind: String, Sendable { case indicator, register, field }

    /// What it is.
    public var kind: Kind
    /// The code of an indicator, the id of a register; of a field with its name.
    public var name: String
    /// What it is called.
    public var title: Text
    /// Whether it is only called alike.
    public var isByName: Bool
  }

  /// A line of another form.
  public struct Asked: Sendable, Hashable {
    /// The code of the form.
    public var form: String
    /// What it is called.
    public var title: Text
    /// Its line.
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
