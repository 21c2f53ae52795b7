public import Database
public import TargetEngine

/// The revisions of targets while files or a command add some: they build on each other, and one that says
/// what holds already adds nothing.
public struct TargetRevisions: Sendable {
  /// What a row comes to.
  public enum Outcome: Sendable, Equatable {
    /// The first revision of its target, or a later one.
    case new, changed
    /// What it says holds already.
    case unchanged
    /// Another row of the files that are read together says something else of the same day.
    case contradicts(file: Int, line: Int)
  }

  private var revisions: [Revision] = []
  private var targets = PlanKeyTable()
  /// By the targets' numbers, the place of the last revision; -1 for none.
  private var last: [Int32] = []
  /// By the unit that others were merged into, the number that the next revision had then: an equal target
  /// that is set after that takes the merged unit's in, and so is a revision.
  private var mergers: [UnitID: [UnitID: Int64]] = [:]
  /// The revisions of the ledger that rows repeat.
  public private(set) var repeated: [Int64] = []

  /// - Parameter all: read every target there is, for a large file; else each is asked for.
  public init(_ ledger: Ledger, all: Bool) throws(StorageError) {
    guard all else { return }
    mergers = try ledger.mergers()
    let statement = try ledger.connection.statement(
      """
      SELECT unit, indicator, year, amount, effective, due, pace, document, reason, seq FROM target
      WHERE withdrawn = 0 ORDER BY seq
      """)
    while try statement.step() {
      guard let effective = statement.day(4), let due = statement.day(5),
        let pace = PlanText.pace(statement.bytes(6))
      else { continue }
      add(
        Revision(
          amount: statement.int(3), effective: effective, kept: Target.Kept(due: due, pace: pace),
          document: TargetRevisions.hash(statement.bytes(7)),
          reason: TargetRevisions.hash(statement.bytes(8)), number: statement.int(9)),
        of: PlanKey(
          unit: statement.int(0), indicator: statement.int(1), year: Int(statement.int(2))))
    }
  }

  /// What a revision keeps of the one before it; nil when there is none.
  ///
  /// - Parameters:
  ///   - day: the day from which it holds: a row of the files with an earlier day is before it. Nil where
  ///     only the ledger's revisions are asked for.
  ///   - ledger: is asked for what was not read or noted; nil where all was.
  public mutating func kept(
    indicator: IndicatorID, unit: UnitID, year: Int, before day: Day? = nil, asking ledger: Ledger?
  ) throws(StorageError) -> Target.Kept? {
    let key = PlanKey(unit: unit, indicator: indicator, year: year)
    let isNew = number(of: key).isNew
    if isNew, let ledger {
      for stored in try ledger.connection.targets(key) { add(stored, of: key) }
      mergers[unit] = try ledger.mergers(into: unit)[unit]
    }
    if isNew, ledger == nil { return nil }
    let row = day.flatMap { day in
      earlier(of: key).filter { $0.line > 0 && $0.effective < day }
        .max { $0.effective < $1.effective }
    }
    return (row ?? earlier(of: key).first { $0.line == 0 })?.kept
  }

  /// The revision of the ledger from just that day which says what a row says; nil where it has none.
  ///
  /// - Parameter others: units merged into its own whose targets it does not contain.
  public func holding(
    _ draft: TargetDraft, from day: Day, indicator: IndicatorID, unit: UnitID, year: Int,
    without others: Set<UnitID> = []
  ) -> Int64? {
    let key = PlanKey(unit: unit, indicator: indicator, year: year)
    var (document, reason) = (draft.document, draft.reason)
    let said = Revision(
      amount: draft.amount, effective: day,
      kept: Target.Kept(due: draft.due ?? day, pace: draft.pace ?? .linear),
      document: document.withUTF8 { TargetRevisions.hash($0) },
      reason: reason.withUTF8 { TargetRevisions.hash($0) })
    let standing = earlier(of: key).first { $0.line == 0 && $0.effective == day }
    guard let standing, said.repeats(standing, draft), contains(standing, of: unit, allBut: others)
    else { return nil }
    return standing.number
  }

  /// Whether a unit was merged into another one, of which some target was asked for.
  public func isMerged(_ other: UnitID, into unit: UnitID) -> Bool { mergers[unit]?[other] != nil }

  /// Whether a revision contains the targets of all units that were merged into its own but of some.
  private func contains(
    _ revision: Revision, of unit: UnitID, allBut others: Set<UnitID>
  ) -> Bool {
    mergers[unit]?.allSatisfy { others.contains($0) || revision.number >= $1 } ?? true
  }

  /// Notes that a row says what a revision of the ledger says.
  public mutating func note(repeated revision: Int64) { repeated.append(revision) }

  /// Takes a target, completed from a draft, as the last revision unless it says nothing new: what
  /// the draft leaves out is as it was.
  ///
  /// The rows of the files are to be taken in the order of their days.
  ///
  /// - Parameters:
  ///   - file: which of the files that are read together says it.
  ///   - line: of the file; 0 for a command.
  ///   - others: units merged into the target's own whose targets it does not contain.
  public mutating func take(
    _ target: Target, _ draft: TargetDraft, document: UnsafeBufferPointer<UInt8>,
    reason: UnsafeBufferPointer<UInt8>, file: Int = 0, line: Int, without others: Set<UnitID> = []
  ) -> Outcome {
    let key = PlanKey(unit: target.unit, indicator: target.indicator, year: target.year)
    var said = Revision(
      amount: target.amount, effective: target.effective, kept: target.kept,
      document: TargetRevisions.hash(document), reason: TargetRevisions.hash(reason),
      file: Int32(clamping: file), line: Int32(clamping: line),
      isDueStated: draft.due != nil, isPaceStated: draft.pace != nil)
    var (inForce, isNew): (Revision?, Bool) = (nil, true)
    for other in earlier(of: key) {
      if other.line > 0, other.effective == said.effective, !said.equals(other) {
        return .contradicts(file: Int(other.file), line: Int(other.line))
      }
      guard other.isRecorded else { continue }
      isNew = false
      if other.effective <= said.effective, inForce.map({ $0.effective < other.effective }) ?? true
      {
        inForce = other
      }
    }
    let isKnown = inForce.map { inForce in
      (draft.effective == nil || inForce.effective == said.effective)
        && said.repeats(inForce, draft) && contains(inForce, of: target.unit, allBut: others)
    }
    said.isRecorded = isKnown != true
    if let inForce, !said.isRecorded, inForce.line == 0 { note(repeated: inForce.number) }
    if line > 0 || said.isRecorded { add(said, of: key) }
    return said.isRecorded ? (isNew ? .new : .changed) : .unchanged
  }

  /// The revisions of a target, the last first.
  private func earlier(of key: PlanKey) -> some Sequence<Revision> {
    sequence(state: targets.number(of: key).map { last[$0] } ?? -1) { place -> Revision? in
      guard place >= 0 else { return nil }
      let revision = revisions[Int(place)]
      place = revision.previous
      return revision
    }
  }

  private mutating func add(_ revision: Revision, of key: PlanKey) {
    var revision = revision
    let number = number(of: key).number
    revision.previous = last[number]
    last[number] = Int32(clamping: revisions.count)
    revisions.append(revision)
  }

  private mutating func number(of key: PlanKey) -> (number: Int, isNew: Bool) {
    let found = targets.add(key)
    if found.isNew { last.append(-1) }
    return found
  }

  private mutating func add(_ stored: StoredTarget, of key: PlanKey) {
    let target = stored.target
    var (document, reason) = (target.document, target.reason)
    add(
      Revision(
        amount: target.amount, effective: target.effective, kept: target.kept,
        document: document.withUTF8 { TargetRevisions.hash($0) },
        reason: reason.withUTF8 { TargetRevisions.hash($0) }, number: stored.seq), of: key)
  }

  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    if text.isEmpty { return 0 }
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(text))
    return hasher.finalize()
  }
}
