internal import Journal
public import Storage
public import TargetEngine

/// What a correction posted.
public struct Correction: Sendable {
  /// The opposite of the entry and, unless it is 0, the right one.
  public var entries: [Entry]
  /// The plan years of the entry and of the right one, where they differ since the day does.
  public var years: (before: Int, now: Int)?
}

extension Desk {
  /// An entry's number as people see it, `K3F7-1204.2`, from its place in its transaction.
  func id(of entry: Entry, in row: JournalRow?, site: String) -> String {
    "\(site)-\(row?.transaction ?? 0).\(entry.seq &- (row?.entries.first ?? 1) &+ 1)"
  }

  /// An entry by its id, `1204.2` with or without `#` or site.
  public func entry(_ text: String) throws -> Entry {
    let halves = text.split(separator: ".", maxSplits: 1)
    guard halves.count == 2, let number = try transactionNumber(String(halves[0])),
      let place = Int64(halves[1]), let row = try ledger.transaction(number),
      (1...max(1, row.entries.count)).contains(place), row.entries.count > 0,
      let entry = try ledger.entry(seq: row.entries.first &+ place &- 1)
    else { throw DeskError.unknownEntry(text) }
    return entry
  }

  /// Corrects an entry (更正): its opposite and the right one, in one transaction, both naming it.
  ///
  /// - Parameters:
  ///   - amount: the right amount as typed; nil leaves it.
  ///   - unitText: the right unit; nil leaves it.
  ///   - day: the right day; nil leaves it.
  public func correct(
    _ text: String, amount: String?, unit unitText: String?, on day: Day?, reason: String
  ) throws -> Written<Correction> {
    do {
      return try posted(text, amount, unitText, day, reason)
    } catch DeskError.notCorrectable(let text, .gaveWay(let list)) {
      let taker = try ledger.taker(
        of: try entry(text), named: list, by: try author(reason: reason), today: context.today)
      throw DeskError.notCorrectable(text, .gaveWay(to: taker))
    }
  }

  private func posted(
    _ text: String, _ amount: String?, _ unitText: String?, _ day: Day?, _ reason: String
  ) throws -> Written<Correction> {
    try write(reason: reason) { transaction in
      let old = try entry(text)
      guard let indicator = try ledger.indicators().first(where: { $0.id == old.indicator }) else {
        throw DeskError.unknownEntry(text)
      }
      try checkStanding(old, text)
      let source = try ledger.source(ofCorrecting: old)
      let reason = reason.trimmed
      var opposite = old
      let (negated, overflow) = Int64(0).subtractingReportingOverflow(old.amount)
      if overflow { throw DeskError.overflow }
      (opposite.amount, opposite.note, opposite.source) = (negated, reason, source)
      var right = old
      (right.note, right.source) = (reason, source)
      if let amount { right.amount = try parse(amount, as: indicator) }
      if let unitText { right.unit = try unit(unitText).unit.id }
      if let day {
        let follows =
          right.year == indicator.planYear(of: right.day).label || indicator.kind != .flow
        right.year = try EntryRules.planYear(
          follows ? nil : right.year, of: indicator, on: day)
        right.day = day
      }
      guard (right.amount, right.unit, right.day) != (old.amount, old.unit, old.day) else {
        throw DeskError.nothingToCorrect(text)
      }
      guard let place = try ledger.unit(id: right.unit) else { throw DeskError.unknownEntry(text) }
      try EntryRules(ledger).check(
        indicator, place.unit, on: right.day, ancestors: ledger.ancestors(of:))
      let entries = right.amount == 0 ? [opposite] : [opposite, right]
      try transaction.post(entries)
      let isMoved = indicator.kind == .flow && right.amount != 0 && right.year != old.year
      return Correction(entries: entries, years: isMoved ? (old.year, right.year) : nil)
    }
  }

  private func name(_ entry: Entry?) throws -> String? {
    guard let entry else { return nil }
    return id(of: entry, in: try ledger.transaction(ofEntry: entry.seq), site: try ledger.site())
  }

  /// Throws unless an entry stands: a second correction would count the first one twice.
  private func checkStanding(_ entry: Entry, _ text: String) throws {
    let standing = try ledger.standing(of: entry)
    if standing == .stands { return }
    let fault: DeskError.CorrectionFault =
      switch standing {
      case .stands, .ofRegister: .ofRegister
      case .ofForm: .ofForm
      case .corrected(let by, let instead): .corrected(by: by, instead: try name(instead))
      case .undone(let by): .undone(by: by)
      case .gaveWay(let list): .gaveWay(to: list)
      case .reversal(let instead): .reversal(instead: try name(instead))
      case .ofLevel:
        .ofLevel(transaction: try ledger.transaction(ofEntry: entry.seq)?.transaction ?? 0)
      }
    throw DeskError.notCorrectable(text, fault)
  }
}
