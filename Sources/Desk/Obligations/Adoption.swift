public import Registers
internal import Storage
public import TargetEngine

extension Desk {
  /// Makes records of what offices usually have to do again and again, for a unit; those that it
  /// has already stay as they are.
  ///
  /// - Returns: the records made.
  public func adopt(
    _ usual: [UsualRecurrence], unit text: String?, _ language: Language
  ) throws -> Written<[RecordState]> {
    guard let shape = ledger.shape(UsualRecurrence.register) else {
      throw DeskError.record(.unknownRegister(UsualRecurrence.register, suggestions: []))
    }
    let unit = try unitOrOffice(text).unit
    let today = context.today
    return try changeRecords { session in
      let empty = RecordState(data: shape.fields.map { _ in .empty })
      return try usual.compactMap { recurrence in
        let state = try session.assigned(
          recurrence.assignments(unit: unit.code, today: today, language), to: empty,
          after: nil, in: shape, on: today)
        if try !ledger.records(likeKeyOf: state, in: shape).isEmpty { return nil }
        return try session.put(state, after: nil, in: shape)
      }
    }
  }
}
