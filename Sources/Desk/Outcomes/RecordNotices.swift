public import Registers
public import Storage
public import TargetEngine

/// What changes of records brought with them, to be said in the receipt.
public struct RecordNotices: Sendable {
  /// Names of persons who were made since a record names them. An import names them by file.
  public var made: [String] = []
  /// Dated values that fell away.
  public var lost: [LostSteps] = []
  /// Days of known moves that a list corrected.
  public var redated: [RedatedMove] = []
  /// The windows that were written in place of days, each once.
  public var windows: [WindowTaken] = []
  /// Records that moved, or could not move, since others have entered a stage.
  public var followed: [FollowedMove] = []
  /// Days and moments that new records left out, so that those of writing stand.
  public var ofToday: [TodayTaken] = []
  /// Records that got a part of their natural key which they lacked.
  public var filled: [FilledKey] = []
  /// Records that a list named by id and gave another key.
  public var renamed: [RenamedRecord] = []
  /// Stages that count and were passed over.
  public var passed = PassedStages()
  /// Records whose own numbers and lists are not the same.
  public var rosters: [RosterNotice] = []
  /// Records that do not count, since their units report by number.
  public var uncounted: [UncountedNotice] = []
  /// Records that do not count, since they lack what they need for it.
  public var lacking: [LackingNotice] = []
  /// What records begin to count, or count no more, since other rules hold for them.
  public var counted: [CountedNotice] = []
  /// Cells of lists that show a secret by its mask only, and were left out.
  public var masked = 0
}

/// A record whose list says other numbers than itself.
public struct RosterNotice: Sendable {
  /// `K3F7-12`.
  public var record: String
  /// What it is called.
  public var label: Text
  /// The field that declares its list whole.
  public var whole: FieldShape
  /// Both, side by side.
  public var numbers: RosterNumbers
}

/// Records that do not count for an indicator, since a unit above them reports by number.
public struct UncountedNotice: Sendable {
  /// What is counted.
  public var indicator: Indicator
  /// The unit of the rule: it and all below it report by number.
  public var unit: Unit
  /// From which day on.
  public var since: Day
  /// The records by register and number, such as `K3F7-12`.
  public var records: [String]
}

/// Records that do not count, since a field is left out without which they count nowhere.
public struct LackingNotice: Sendable {
  /// Their register.
  public var register: RegisterName
  /// The field that they lack.
  public var field: FieldShape
  /// The records by number, such as `K3F7-12`.
  public var records: [String]
}

/// What records begin to count in a month that were left to numbers, or count no more since they are.
public struct CountedNotice: Sendable {
  /// What is counted.
  public var indicator: Indicator
  /// What changes.
  public var shift: CountShift
}

/// The day of a move that a list corrected.
public struct RedatedMove: Sendable {
  /// `K3F7-12`.
  public var record: String
  /// The stage that was entered, as in files.
  public var stage: String
  /// What that stage is called.
  public var title: Text
  /// The day before.
  public var before: Day
  /// The day from now on.
  public var after: Day
}

/// Words that were read as a stretch of days, such as 9月中旬.
public struct WindowTaken: Sendable, Hashable {
  /// As it was written.
  public var text: String
  /// The days that it was taken for.
  public var window: DayWindow
}

extension RecordNotices {
  mutating func note(_ read: [WindowTaken]) {
    windows += read.filter { !windows.contains($0) }
  }
}

/// A record that moved, or could not move, since another one has entered a stage.
public struct FollowedMove: Sendable {
  /// `K3F7-12`.
  public var record: String
  /// What it is called.
  public var label: String
  /// The stage that it is to be in, as in files.
  public var stage: String
  /// What that stage is called.
  public var title: Text
  /// What the stage is called that it is in.
  public var standing: Text
  /// The day on which it entered it; nil where it could not.
  public var day: Day?
}

/// A day or moment that a new record left out, so that the one of writing stands.
public struct TodayTaken: Sendable {
  /// `K3F7-12`.
  public var record: String
  /// The field that was left out.
  public var field: FieldShape
  /// The day or moment that it has now.
  public var value: String
}

/// A record that got a part of its natural key.
public struct FilledKey: Sendable {
  /// `K3F7-12`.
  public var record: String
  /// The key fields that were blank.
  public var fields: [FieldShape]
}

/// A record that a list named by its id and gave another key.
public struct RenamedRecord: Sendable {
  /// `K3F7-12`.
  public var record: String
  /// The fields of its key and identity that changed.
  public var fields: [FieldShape]
  /// What it was called.
  public var before: String
  /// What it is called now.
  public var after: String
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
