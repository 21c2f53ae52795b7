public import Registers
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

/// Values of a record that fell away, since the day on which they begin moved past them.
public struct LostSteps: Sendable {
  /// `K3F7-12`.
  public var record: String
  /// The field that keeps values by day.
  public var field: FieldShape
  /// The earlier values that fell away.
  public var steps: [Dated.Step]
  /// The day on which the values begin now.
  public var start: Day
}
