internal import Database
public import TargetEngine

/// Target revisions on their way into the ledger, in the order in which they are recorded. A row is a
/// few numbers and texts lie together, so that many thousands cost no object each.
public struct TargetBatch: Sendable {
  struct Row: Sendable {
    var unit: UnitID
    var indicator: IndicatorID
    var amount: Int64
    var year, effective, due: Int32
    /// Which of the batch's paces.
    var pace: Int32
    /// Whether the unit has no other revision in force for the indicator and year.
    var isFirst: Bool
  }

  private(set) var rows: [Row] = []
  private(set) var documents = TextColumn()
  private(set) var reasons = TextColumn()
  /// The texts of the paces that occur, each once.
  private(set) var paces = TextColumn()
  private var paceNumbers: [Pace: Int32] = [:]
  private var last: (pace: Pace, number: Int32)?

  public init() {}

  public var count: Int { rows.count }

  /// Adds a revision.
  ///
  /// - Parameters:
  ///   - document: in place of the target's, in UTF-8.
  ///   - reason: in place of the target's, in UTF-8.
  ///   - isFirst: whether no other revision of the target is in force, so that its plan may be known from
  ///     this one alone.
  public mutating func append(
    _ target: Target, document: UnsafeBufferPointer<UInt8>, reason: UnsafeBufferPointer<UInt8>,
    isFirst: Bool = false
  ) {
    rows.append(
      Row(
        unit: target.unit, indicator: target.indicator, amount: target.amount,
        year: Int32(clamping: target.year), effective: Int32(clamping: target.effective.rawValue),
        due: Int32(clamping: target.due.rawValue), pace: number(of: target.pace),
        isFirst: isFirst))
    documents.append(document)
    reasons.append(reason)
  }

  /// Adds a revision with the texts that it has.
  mutating func append(_ target: Target) {
    var (document, reason) = (target.document, target.reason)
    document.withUTF8 { document in
      reason.withUTF8 { append(target, document: document, reason: $0) }
    }
  }

  private mutating func number(of pace: Pace) -> Int32 {
    if let last, last.pace == pace { return last.number }
    let number = paceNumbers[pace] ?? Int32(paces.count)
    if number == paces.count {
      paces.append(pace.description)
      paceNumbers[pace] = number
    }
    last = (pace, number)
    return number
  }
}
