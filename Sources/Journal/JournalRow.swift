public import Database

/// One transaction as the journal keeps it: who did what when, which rows it added, its hash.
public struct JournalRow: Sendable, Hashable {
  /// Its number; the first is 1.
  public var transaction: Int64
  /// The canonical form that its hash was made with.
  public var version: Int64
  /// Who wrote it.
  public var actor: String
  /// UTC, `2021-06-30T08:15:00Z`.
  public var at: String
  /// The command line that wrote it.
  public var command: String
  /// Why; empty where no reason was asked.
  public var reason: String
  /// The transaction that this one takes back; 0 for none.
  public var reverses: Int64
  /// The rows that it added, as consecutive numbers in their tables.
  public var changes: Rows
  /// The target revisions that it added.
  public var targets: Rows
  /// The entries that it added.
  public var entries: Rows
  /// The lines of a closing that it froze.
  public var lines: Rows
  /// 32 bytes over this transaction and the hash of the one before.
  public var hash: [UInt8]

  /// A stretch of consecutive row numbers.
  public struct Rows: Sendable, Hashable {
    /// The first number.
    public var first: Int64
    /// How many there are; 0 for none.
    public var count: Int64

    /// - Parameters:
    ///   - first: the first number.
    ///   - count: how many there are.
    public init(first: Int64, count: Int64) {
      self.first = first
      self.count = count
    }

    /// The number after the last.
    public var end: Int64 {
      let (end, overflow) = first.addingReportingOverflow(count)
      return overflow ? .max : end
    }
    /// The numbers.
    public var range: Range<Int64> { min(first, end)..<end }
    /// No rows.
    public static let none = Rows(first: 1, count: 0)
  }

  /// Whether a transaction can follow it: every number leaves room for more.
  public var canBeFollowed: Bool {
    ([transaction] + [changes, targets, entries, lines].flatMap { [$0.first, $0.count, $0.end] })
      .allSatisfy { (0...JournalRow.mostRows).contains($0) }
  }

  private static let mostRows: Int64 = 1 << 60

  /// The digests of the transaction's parts.
  public struct Digests {
    /// Of the changes.
    public var changes: [UInt8]
    /// Of the target revisions.
    public var targets: [UInt8]
    /// Of the entries.
    public var entries: [UInt8]
    /// Of the frozen lines.
    public var lines: [UInt8]

    /// Of the changes, target revisions, entries and frozen lines, each in canonical form.
    public init(changes: [UInt8], targets: [UInt8], entries: [UInt8], lines: [UInt8]) {
      (self.changes, self.targets, self.entries, self.lines) = (changes, targets, entries, lines)
    }
  }

  /// SHA-256 over the previous hash, the header and the digests of the parts.
  ///
  /// - Parameter identity: see `Journal.identity`; no part of version 1.
  public func sealed(after previous: [UInt8], _ digests: Digests, identity: String) -> [UInt8] {
    var form = Canonical()
    form.begin(.header)
    form.add(previous)
    form.add(version)
    form.add(transaction)
    for text in [actor, at, command, reason] { form.add(text) }
    form.add(reverses)
    for rows in [changes, targets, entries, lines] {
      form.add(rows.first)
      form.add(rows.count)
    }
    for digest in [digests.changes, digests.targets, digests.entries, digests.lines] {
      form.add(digest)
    }
    if version > 1 { form.add(identity) }
    return form.finish()
  }

  /// The columns of the table, in the order in which `init(_:)` reads them.
  public static let columns =
    "tx, version, actor, at, command, reason, reverses, first_change, changes, first_target,"
    + " targets, first_entry, entries, first_line, lines, hash"

  /// Reads a row of `columns`.
  public init(_ row: any Statement) {
    transaction = row.int(0)
    version = row.int(1)
    actor = row.text(2)
    at = row.text(3)
    command = row.text(4)
    reason = row.text(5)
    reverses = row.int(6)
    changes = Rows(first: row.int(7), count: row.int(8))
    targets = Rows(first: row.int(9), count: row.int(10))
    entries = Rows(first: row.int(11), count: row.int(12))
    lines = Rows(first: row.int(13), count: row.int(14))
    hash = row.blob(15)
  }

  /// The next transaction after `last`, still without rows.
  public init(after last: JournalRow?, by author: Author) {
    transaction = (last?.transaction ?? 0) + 1
    version = Canonical.version
    actor = author.actor
    at = author.at
    command = author.command
    reason = author.reason
    reverses = author.reverses
    changes = Rows(first: last?.changes.end ?? 1, count: 0)
    targets = Rows(first: last?.targets.end ?? 1, count: 0)
    entries = Rows(first: last?.entries.end ?? 1, count: 0)
    lines = Rows(first: last?.lines.end ?? 1, count: 0)
    hash = []
  }

  /// What is written, in the order of `columns`.
  public var values: [Value] {
    [
      .int(transaction), .int(version), .text(actor), .text(at), .text(command), .text(reason),
      .int(reverses), .int(changes.first), .int(changes.count), .int(targets.first),
      .int(targets.count), .int(entries.first), .int(entries.count), .int(lines.first),
      .int(lines.count), .blob(hash),
    ]
  }
}
