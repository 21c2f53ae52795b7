public import Registers
public import TargetEngine

/// Records that do not count where they should.
extension Ledger {
  /// Records of some registers that post and have no unit, as earlier versions took them.
  ///
  /// - Parameter isWanted: asked of registers that have any record.
  public func ownerless(among isWanted: (RegisterSlot) -> Bool) throws -> [Advice] {
    try slots.filter { try isWanted($0) && hasRecords($0) }.compactMap { shape($0.id) }
      .flatMap { try ownerless(in: $0) }
  }

  func ownerless(in shape: RegisterShape) throws -> [Advice] {
    guard let owner = shape.ownerField else { return [] }
    var query = RecordQuery()
    query.conditions = [RecordQuery.Condition(.field(owner), .equal, .empty)]
    return try numbers(query, in: shape).map { .noOwner(shape.name, $0, shape.fields[owner]) }
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
