public import Registers
internal import Storage
public import TargetEngine

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

extension RecordSession {
  /// Notes what a change of a record's first day took away, to be said in the receipt.
  func noteLost(_ state: RecordState, after old: RecordState, in shape: RegisterShape) throws {
    guard let start = shape.valuesStart(of: state) else { return }
    for (field, steps) in shape.stepsLost(in: state, after: old) {
      notices.lost.append(
        LostSteps(
          record: "\(try desk.ledger.site())-\(state.id)", field: field, steps: steps, start: start)
      )
    }
  }
}
