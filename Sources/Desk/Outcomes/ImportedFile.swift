public import TargetEngine

/// What an import did with one table of a file. Every row is counted once.
public struct ImportedFile: Sendable, Equatable {
  /// The file as a person named it.
  public var path: String
  /// What it holds.
  public var content: Content
  /// Rows that added something.
  public internal(set) var new = 0
  /// Rows that changed something.
  public internal(set) var changed = 0
  /// Rows that say what is known already.
  public internal(set) var unchanged = 0
  /// Rows of which nothing was taken, and why.
  public internal(set) var passed: [PassedRow] = []
  /// More rows without data, of which only the number is known.
  public internal(set) var passedMore = 0
  /// Columns that nothing is known of.
  public internal(set) var columns: [LeftColumn] = []
  /// How it was read, where it might have been either UTF-8 or GB18030.
  public internal(set) var encoding: ReadEncoding?
  /// Persons that it made because a row named them.
  public internal(set) var persons: [String] = []
  /// Units that it made.
  public internal(set) var units: [String] = []
  /// Closed months whose figures or targets it is about.
  public internal(set) var closedMonths: [Month] = []
  /// The first rows that changed a record, a target or a level.
  public internal(set) var changes: [ChangedRow] = []
  /// The lines of rows that count as increases of stocks although they do not say so: their amounts may have
  /// been meant as levels.
  public internal(set) var increases: [Int32] = []
  /// Rows that were taken although they equal others.
  public internal(set) var repeated = RepeatedRows()
  /// What units answered, where it holds answers to forms.
  public internal(set) var answers: [ImportedAnswer] = []
  /// Forms that were defined anew without saying by when.
  public internal(set) var keptDues: [KeptDue] = []
  /// Days that were known of these years and that the file has no more.
  public internal(set) var dropped = 0
  /// Years of a holiday calendar that it put in place.
  public internal(set) var years: [Int] = []
  /// The SHA-256 of its bytes; nil where not all were read.
  var digest: String?

  /// What a table holds.
  public enum Content: Sendable, Hashable {
    case core(FileKind)
    /// A register's id, such as `clinics.project`, and what it is called.
    case records(String, title: Text)
  }

  /// All rows.
  public var rows: Int { new + changed + unchanged + passed.count + passedMore }

  /// Rows of which nothing was taken, blank ones aside.
  public var passedCount: Int { passed.count { $0.reason != .blank } + passedMore }

  /// Adds what another thread counted of the same file.
  ///
  /// - Parameter rows: that equal others; those that are passed over are not taken.
  mutating func add(_ other: ImportedFile, _ rows: [RepeatedRow]) {
    new += other.new
    changed += other.changed
    unchanged += other.unchanged
    passed += other.passed
    increases += other.increases
    if rows.isEmpty { return }
    let passed = Set(self.passed.map(\.row))
    for row in rows where !passed.contains(row.row) { repeated.add(row) }
  }

  /// Puts the rows that are named in the order of the file, those that are not taken left out.
  mutating func inOrder() {
    if !passed.isEmpty, !increases.isEmpty {
      let passed = Set(passed.map(\.row))
      increases.removeAll { passed.contains(Int($0)) }
    }
    passed.sort { $0.row < $1.row }
    repeated.inOrder()
  }

  init(_ path: String, _ content: Content) {
    self.path = path
    self.content = content
  }

  /// Whether something of it was written.
  public var isTaken: Bool { new > 0 || changed > 0 || !years.isEmpty }
}

/// A row of which nothing was taken.
public struct PassedRow: Sendable, Hashable {
  /// The line of the file.
  public var row: Int
  /// Why it was passed over.
  public var reason: Reason

  /// Why a row is passed over.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    case title, header, serial, total, blank, footer
    /// Its record has left the stage that it says.
    case behind
    /// It equals a row of another file that was imported.
    case same
  }
}

/// A row that changed what was known.
public struct ChangedRow: Sendable, Equatable {
  /// The line of the file.
  public var row: Int
  /// What people call the record; empty for a target and a level.
  public var name: String
  /// What it was called before, where that was something else.
  public var formerName: String?
  /// What is other than before; empty for a target and a level.
  public var fields: [Field]
  /// The level of a day that it says, and what it was.
  public var level: LevelNotice?
  /// How many are listed.
  static let mostListed = 5

  /// A field or a column that every record has.
  public struct Field: Sendable, Hashable {
    /// As in files.
    public var name: String
    /// What it is called.
    public var title: Text
  }
}

/// Rows that were taken although they equal others: how many, and the first of them.
public struct RepeatedRows: Sendable, Equatable {
  /// All of them.
  public private(set) var count = 0
  /// The first ones.
  public private(set) var listed: [RepeatedRow] = []

  mutating func add(_ row: RepeatedRow) {
    count += 1
    if listed.count < 100 { listed.append(row) }
  }

  mutating func inOrder() { listed.sort { $0.row < $1.row } }

  /// Counts more that are not listed.
  mutating func add(_ more: Int) { count += more }
}

/// A row that was taken although it equals another.
public struct RepeatedRow: Sendable, Hashable {
  /// The line of the file.
  public var row: Int
  /// What it equals.
  public var other: Other

  /// What a row may equal.
  public enum Other: Sendable, Hashable {
    /// An earlier line of the same file; nil where it is too far down to be known.
    case line(Int?)
    /// A row of another file, imported together with it.
    case row(file: String, line: Int?)
    /// An entry of the ledger, by its id.
    case entry(String)
  }
}

/// A column that nothing is known of, and that was left out.
public struct LeftColumn: Sendable, Equatable {
  /// From 1, as a spreadsheet counts.
  public var column: Int
  /// Its title.
  public var title: String
  /// Columns that may have been meant.
  public var suggestions: [String]
}
