public import Registers
public import TargetEngine

/// Records that do not count where they should.
extension Ledger {
  /// Records of some registers that lack what they need to count: a qualification, or a unit, as earlier versions
  /// took them.
  ///
  /// - Parameter isWanted: asked of registers that have any record.
  public func countingNowhere(among isWanted: (RegisterSlot) -> Bool) throws -> [Advice] {
    try slots.filter { try isWanted($0) && hasRecords($0) }.compactMap { shape($0.id) }
      .flatMap { try countingNowhere(in: $0) }
  }

  func countingNowhere(in shape: RegisterShape) throws -> [Advice] {
    try shape.countedFields.flatMap { field in
      var query = RecordQuery()
      query.conditions = [RecordQuery.Condition(.field(field), .equal, .empty)]
      return try numbers(query, in: shape).map {
        Advice.countsNowhere(shape.name, $0, shape.fields[field])
      }
    }
  }

  /// Records whose lists are not whole, so that their own numbers count.
  ///
  /// - Parameters:
  ///   - days: those that begin on these days; nil for all.
  ///   - isWanted: asked of their numbers.
  public func waitingLists(
    in shape: RegisterShape, beginning days: ClosedRange<Day>? = nil,
    where isWanted: (RosterNumbers) -> Bool = { _ in true }
  ) throws -> [Advice] {
    guard let roster = shape.roster else { return [] }
    return try waitingRosters(in: shape, beginning: days).filter { isWanted($0.numbers) }.map {
      .waitingList(shape.name, $0.state.id, shape.fields[roster.whole], $0.numbers)
    }
  }
}
