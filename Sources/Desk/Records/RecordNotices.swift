public import Registers
internal import Storage
public import TargetEngine

/// What changes of records brought with them, to be said in the receipt.
public struct RecordNotices: Sendable {
  /// Dated values that fell away.
  public var lost: [LostSteps] = []
  /// Days of known moves that a list corrected.
  public var redated: [RedatedMove] = []
  /// Records that got a part of their natural key which they lacked.
  public var filled: [FilledKey] = []
  /// Stages that count and were passed over.
  public var passed = PassedStages()
}

/// The day of a move that a list corrected.
public struct RedatedMove: Sendable {
  /// `K3F7-12`.
  public var record: String
  /// The stage that was entered, as in files.
  public var stage: String
  /// The stage whose day was corrected.
  public var title: Text
  /// The day before.
  public var before: Day
  /// The day from now on.
  public var after: Day
}

/// A record that got a part of its natural key.
public struct FilledKey: Sendable {
  /// `K3F7-12`.
  public var record: String
  /// The key fields that were blank.
  public var fields: [FieldShape]
}

extension RecordSession {
  /// Notes which days of known moves a row of a list corrected.
  func noteRedated(_ state: RecordState, after old: RecordState, in shape: RegisterShape) throws {
    if state.moves == old.moves { return }
    var added = state.moves.filter { !old.moves.contains($0) && !$0.isUndated }
    for move in old.moves where !state.moves.contains(move) && !move.isUndated {
      guard let place = added.firstIndex(where: { $0.stage == move.stage }) else { continue }
      notices.redated.append(
        RedatedMove(
          record: try desk.ledger.publicID(state.id), stage: move.stage,
          title: shape.title(ofStage: move.stage), before: move.day,
          after: added.remove(at: place).day))
    }
  }
}
