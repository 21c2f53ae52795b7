public import Storage
public import TargetEngine

/// What someone asked for that cannot be done, as data; a shell says it in words.
public enum DeskError: Error, Sendable, Equatable {
  case unknownUnit(String, suggestions: [String])
  /// Several units have the name.
  case ambiguousUnit(String, candidates: [Candidate])
  /// No unit was named, the office has not set its own, and there is not just one root.
  case noOfficeUnit
  case unknownIndicator(String, suggestions: [String])
  case unknownModule(String, suggestions: [String])
  case unknownSetting(String, suggestions: [String])
  case badSetting(String, value: String)
  case unknownEntry(String)
  case amount(AmountFault, text: String, indicator: String)
  case target(TargetFault, indicator: String)
  /// Entries of a ratio are never made: it is derived.
  case ratioIsDerived(String)
  /// Only a level can be set; a flow takes what was done.
  case onlyStockIsSet(String)
  /// A level has no plan year of its own.
  case stockHasNoPlanYear(String)
  /// No year of a plan.
  case badYear(String)
  /// A day in no year of a plan, on which something would count.
  case dayOutOfRange(Day)
  case unitClosed(String, on: Day)
  case unitNotOpen(String, until: Day)
  /// The unit's records post this indicator; numbers are refused.
  case reportsByList(indicator: String, unit: String)
  /// No register posts an indicator, so that nothing would ever come by list; some that registers post.
  case noRegisterPosts(String, posted: [String])
  /// What needs a name was given none that can be seen.
  case emptyText(of: Text)
  case duplicateCode(String)
  /// Another unit under the same parent has the name, so that no path tells them apart.
  case duplicateName(String, of: Candidate)
  /// A unit would be called as another's code, or the other way round.
  case codeIsName(String, String, of: Candidate)
  /// An indicator would be called as another is, or as its code.
  case indicatorName(String, of: Candidate)
  case parentBelow(unit: String, parent: String)
  /// Entries lie after the day on which the unit would close.
  case entriesAfter(unit: String, day: Day, last: Day)
  case opensAfterClosing(String)
  /// A unit below opens after the day on which the unit would close.
  case childOpens(String, on: Day, unit: String)
  /// A unit closes once.
  case closedBefore(String, on: Day)
  /// A unit under no other one, which has to be meant so.
  case noParent(String)
  /// Nothing comes to lie under a unit that is closed.
  case parentClosed(unit: String, parent: String, on: Day)
  /// The tree is that of today: a merge is entered when it has come.
  case mergesLater(Day)
  /// A file has a merged unit under another one than that which it was merged into.
  case mergedElsewhere(String, parent: String)
  /// A file says of a target that it does not contain that of a unit which was not merged into its own.
  case notMergedInto(String, String)
  /// A file has a target from before a merger of a unit whose later targets are known.
  case mergerKnown(String, into: String)
  case badUnitCode(String)
  case badIndicatorCode(String)
  case badDecimals(Int)
  /// A ratio needs a numerator and a denominator that are counted; nothing else may have them.
  case badRatio(String)
  /// No month in which a year may begin.
  case badFirstMonth(Int)
  /// A ratio's flow has plan years that begin in another month than the ratio's.
  case differentYears(String, from: Int, part: String, partFrom: Int)
  case notClosed(Month)
  case alreadyClosed(Month, modules: [String])
  /// Months close in order: this one is due first.
  case closeFirst(Month)
  case notYet(Month)
  /// A month whose last day has not passed is closed only when that is confirmed.
  case notOver(Month)
  /// A series of closings that does not begin before its last month.
  case notBefore(Month, Month)
  /// A month has no such edition; how many it has.
  case noEdition(Month, Int, count: Int)
  /// A first closing far from today or from the earliest figures, which is made only when it is
  /// confirmed: every month after it has to be closed in turn.
  case farFirst(Month, figuresFrom: Month?)
  case undo(UndoFault)
  case nothingToCorrect(String)
  case notCorrectable(String, CorrectionFault)
  case overflow
  /// Faults of files that were to be imported; nothing was written.
  case faults(ImportFaults)
  case record(RecordFault)
  case form(FormRefusal)
  /// A working day in a year whose holidays are not known.
  case calendar(CalendarFault)
  case unknownRule(String, suggestions: [String])
  case badRule(String, count: String)
  case unknownRuleMeasure(String)
  case importedBefore(file: String, as: String, transaction: Int64)
  /// A file of an import that has the same bytes as another one of it.
  case importedTwice(file: String, as: String)
  /// A file would not be imported as it was shown and confirmed.
  case notAsShown(file: String)

  /// Why an entry is not corrected. Source: `engine.md`, "An entry is corrected once".
  public enum CorrectionFault: Sendable, Equatable {
    /// A transaction corrected it; `instead` names the entry that stands now, nil after a correction
    /// to 0.
    case corrected(by: Int64, instead: String?)
    case undone(by: Int64)
    /// It only takes another entry back; `instead` names what stands in that one's place.
    case reversal(instead: String?)
    /// A list took its place, told by this transaction.
    case gaveWay(to: Int64)
    /// It follows from a register's records.
    case ofRegister
    /// It follows from a form that was accepted.
    case ofForm
    /// It belongs to a statement of a level, which is said again or undone as a whole.
    case ofLevel(transaction: Int64)
  }

  /// A unit or record that a word may have meant.
  public struct Candidate: Sendable, Equatable {
    /// Its code, or its id.
    public var code: String
    /// Its name, with its parent where names are equal.
    public var name: String
    /// The names of the units above it; empty for a root.
    public var path: String
  }
}
