internal import Storage
public import TargetEngine

/// What an import brought.
public struct Imported: Sendable {
  /// Units that were added.
  public var units = 0
  /// Rows of units that are known already, as they are.
  public var unchangedUnits = 0
  /// Indicators that were added.
  public var indicators = 0
  /// What the target revisions of the files were.
  public var targets = ImportedTargets()
  /// Entries that were added.
  public var entries = 0
  /// Levels that were said before.
  public var unchangedLevels = 0
  /// Years of the holiday calendar.
  public var holidays = 0
  /// By register, in the order in which they were read.
  public var records: [(register: Text, count: ImportedRecords)] = []
}

/// What the rows of files of targets came to.
public struct ImportedTargets: Sendable, Hashable {
  /// First revisions of their targets.
  public var new = 0
  /// Later revisions.
  public var changed = 0
  /// Rows that say what holds already.
  public var unchanged = 0

  /// All rows.
  public var rows: Int { new + changed + unchanged }

  mutating func count(_ outcome: TargetRevisions.Outcome) {
    switch outcome {
    case .new: new += 1
    case .changed: changed += 1
    case .unchanged: unchanged += 1
    case .contradicts: break
    }
  }

  mutating func add(_ other: ImportedTargets) {
    new += other.new
    changed += other.changed
    unchanged += other.unchanged
  }
}

/// How far an import is: bytes read of all bytes, when these are known, and rows so far.
public struct ImportProgress: Sendable {
  /// How much of the file was read.
  public var bytes: Int
  /// How long the file is; nil for a pipe.
  public var size: Int?
  /// How many rows were read.
  public var rows: Int
}

/// What an import does with rows and files that it has doubts about.
public struct ImportOptions: Sendable {
  /// Whether bytes that were imported before are accepted.
  public var again: Bool
  /// Whether rows whose stage a record has left already are passed over and named in the receipt;
  /// otherwise they are faults of the file.
  public var skipsBehind: Bool

  /// - Parameters:
  ///   - again: whether a file that was imported before is taken once more.
  ///   - skipsBehind: whether rows that are behind what is known are left out.
  public init(again: Bool = false, skipsBehind: Bool = false) {
    self.again = again
    self.skipsBehind = skipsBehind
  }
}

/// How many records an import brought.
public struct ImportedRecords: Sendable {
  /// Records that were added.
  public var added = 0
  /// Records of which something changed.
  public var changed = 0
  /// Records that were as the file says.
  public var unchanged = 0
  /// The lines of rows that were passed over, as their records have left the stage that they say.
  public var behind: [Int] = []
}
