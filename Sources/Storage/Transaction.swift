internal import Database
internal import Journal
internal import TargetEngine

/// A journal transaction while it is being written, and what the stores remember until it is sealed.
public final class Transaction {
  let ledger: Ledger
  let connection: any Connection
  let journal: JournalWriter
  /// The number of the next record, once it is known.
  var nextRecord: Int64?
  /// The units above those that have posted, as long as no unit changes.
  var tree = UnitTree()
  /// What it has added where levels were said.
  var levelEffects = LevelEffects()
  /// The levels of the units above those that it moves, as they were before it.
  var levelsBeforeMoves: [ListedPlace: [Day: Int64]] = [:]
  /// The days on which something else is said now than before, and not by who said that.
  var levelsReplaced: Set<LevelDay> = []
  /// The units that it moves.
  var moves: [UnitMove] = []
  /// The places that counted indicators twice, before it changed who reports these by list.
  var doublesBeforeRules: [IndicatorID: Set<ListedPlace>] = [:]
  /// Places where records have posted.
  var listedPlaces: [ListedPlace] = []
  /// Places whose numbers are left beside their lists for the time being.
  var waiting: Set<ListedPlace> = []
  /// Whether it has posted anything in the name of no record.
  var hasNumbers = false
  /// Whether numbers gave way to a list by it, or came back.
  public internal(set) var replacesNumbers = false
  /// Targets that changed, whose plans are derived before the seal.
  var touched = PlanKeys()
  /// Targets before which there was none.
  var firsts = FirstTargets()
  /// Units from which one went that had been merged into them: what they count upward is another, though their
  /// plans may stay.
  var left: Set<UnitID> = []

  init(_ ledger: Ledger, author: Author) throws(StorageError) {
    self.ledger = ledger
    connection = ledger.connection
    journal = try JournalWriter(connection, by: author)
  }

  /// The transaction's number.
  public var number: Int64 { journal.row.transaction }

  /// Whether nothing was written; an empty transaction is not kept.
  public var isEmpty: Bool { journal.isEmpty }
}
