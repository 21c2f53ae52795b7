internal import Registers
internal import Storage

/// What no record lacks of its natural key, as it is compared: records that differ in nothing else may be
/// one thing.
struct FirmKey: Hashable {
  private let register: String
  private let parts: [Datum]

  init(_ state: RecordState, _ shape: RegisterShape) {
    register = shape.id
    parts = shape.firmKeyFields.map { shape.fields[$0].compared(state.data[$0]) }
  }
}
