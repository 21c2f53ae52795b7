internal import Registers
public import TargetEngine

/// What records begin to count in a month that were left to numbers until now, or count no more since it is left to
/// numbers.
public struct CountShift: Sendable, Hashable {
  /// What is counted.
  public var indicator: IndicatorID
  /// The month in which the amounts lie.
  public var month: Month
  /// The plan year; nil for a stock.
  public var year: Int?
  /// How they count otherwise than before.
  public var turn: Turn
  /// By what the month's own amount changes.
  public var amount: Int64
  /// How many records.
  public var records: Int

  /// How records count otherwise than before.
  public enum Turn: Int, Sendable {
    /// They count no more.
    case ends
    /// They begin to count.
    case begins
    /// They count as before, but what they add or take back on some days does not.
    case partly
  }
}

/// What an amount counts for: an indicator, of a plan year unless it is a stock.
struct CountedLine: Hashable {
  var indicator: IndicatorID
  var year: Int?
}

/// What a change of a record moves out of the places that report by number, and into them.
struct Shift: Equatable {
  /// What was left to numbers and is not now.
  var begun: Set<CountedLine> = []
  /// What is left to numbers now and was not.
  var ended: Set<CountedLine> = []

  /// How what is posted for a line counts now; nil where it counts as before.
  func turn(_ line: CountedLine) -> CountShift.Turn? {
    begun.contains(line) ? .begins : ended.contains(line) ? .ends : nil
  }

  func union(_ other: Shift) -> Shift {
    Shift(begun: begun.union(other.begun), ended: ended.union(other.ended))
  }
}

/// What some records call for, beside what is in the ledger.
struct Call {
  var wanted: [Wanted]
  /// Those of this transaction that call for it.
  var records: [RecordID]
  /// Those that do or did before.
  var touching: [RecordID]
  /// What one of them calls for by itself; nil for a single one, which is all of it.
  var alone: ((RecordID) throws -> [Wanted])?
  /// What is in the ledger in their name.
  var posted: [PostingKey: Int64]
  var cause: Cause?

  /// Why it may begin to count, or count no more.
  enum Cause: Equatable {
    /// The records are as they were, the rules are not.
    case rules
    case change(Shift)
  }
}

/// Which lines of what is called for begin to count, and which count no more.
struct LineChanges {
  private let cause: Call.Cause?
  private let left: Set<CountedLine>
  private let counted: Set<CountedLine>
  private let isRuled: (IndicatorID) -> Bool

  /// - Parameters:
  ///   - left: what is left to numbers now.
  ///   - changed: the indicators whose rules changed; none where a unit came under those of others.
  init(
    of call: Call, left: [LeftToNumbers], _ sources: ListSources, _ changed: Set<IndicatorID>
  ) {
    cause = call.cause
    self.left = Set(left.map(\.line))
    counted = Set(call.posted.filter { $0.value != 0 }.keys.map(sources.line))
    isRuled = { changed.isEmpty ? sources.isRuled($0) : changed.contains($0) }
  }

  /// Nil for a line that counts as before.
  func turn(_ line: CountedLine) -> CountShift.Turn? {
    switch cause {
    case .change(let shift): shift.turn(line)
    case .rules where left.contains(line): .ends
    case .rules where isRuled(line.indicator): counted.contains(line) ? .partly : .begins
    case .rules, nil: nil
    }
  }
}

/// The amounts that begin to count, or count no more, by month.
struct CountShifts {
  private struct Key: Hashable {
    var line: CountedLine
    var month: Month
    var turn: CountShift.Turn
  }

  private var sums: [Key: (amount: Int64, records: Set<RecordID>)] = [:]

  mutating func add(
    _ part: PostingPart, of line: CountedLine, _ turn: CountShift.Turn, _ records: [RecordID]
  ) throws(OverflowFault) {
    let key = Key(line: line, month: part.key.day.month, turn: turn)
    var sum = sums[key] ?? (0, [])
    sum.amount = try sum.amount.adding(part.amount)
    sum.records.formUnion(records)
    sums[key] = sum
  }

  var all: [CountShift] {
    sums.filter { $0.value.amount != 0 }.map { key, sum in
      CountShift(
        indicator: key.line.indicator, month: key.month, year: key.line.year, turn: key.turn,
        amount: sum.amount, records: sum.records.count)
    }.sorted {
      ($0.indicator, $0.turn.rawValue, $0.month, $0.year ?? 0)
        < ($1.indicator, $1.turn.rawValue, $1.month, $1.year ?? 0)
    }
  }
}
