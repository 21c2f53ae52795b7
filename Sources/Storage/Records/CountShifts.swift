internal import Registers
public import TargetEngine

/// What records begin to count in a month that were left to numbers until now, or count no more since it is left to
/// numbers.
public struct CountShift: Sendable, Hashable {
  public var indicator: IndicatorID
  public var month: Month
  /// The plan year; nil for a stock.
  public var year: Int?
  /// Whether they begin to count.
  public var begins: Bool
  /// By what the month's own amount changes.
  public var amount: Int64
  /// How many records.
  public var records: Int
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

  /// Whether what is posted for a line begins to count; nil where it counts as before.
  func begins(_ line: CountedLine) -> Bool? {
    begun.contains(line) ? true : ended.contains(line) ? false : nil
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
  func begins(_ line: CountedLine) -> Bool? {
    switch cause {
    case .change(let shift): shift.begins(line)
    case .rules:
      left.contains(line)
        ? false : !counted.contains(line) && isRuled(line.indicator) ? true : nil
    case nil: nil
    }
  }
}

/// The amounts that begin to count, or count no more, by month.
struct CountShifts {
  private struct Key: Hashable {
    var line: CountedLine
    var month: Month
    var begins: Bool
  }

  private var sums: [Key: (amount: Int64, records: Set<RecordID>)] = [:]

  mutating func add(
    _ part: PostingPart, of line: CountedLine, begins: Bool, _ records: [RecordID]
  ) throws(OverflowFault) {
    let key = Key(line: line, month: part.key.day.month, begins: begins)
    var sum = sums[key] ?? (0, [])
    sum.amount = try sum.amount.adding(part.amount)
    sum.records.formUnion(records)
    sums[key] = sum
  }

  var all: [CountShift] {
    sums.filter { $0.value.amount != 0 }.map { key, sum in
      CountShift(
        indicator: key.line.indicator, month: key.month, year: key.line.year, begins: key.begins,
        amount: sum.amount, records: sum.records.count)
    }.sorted {
      ($0.indicator, $0.begins ? 1 : 0, $0.month, $0.year ?? 0)
        < ($1.indicator, $1.begins ? 1 : 0, $1.month, $1.year ?? 0)
    }
  }
}
