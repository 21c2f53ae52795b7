internal import Registers
internal import Storage
internal import TargetEngine

/// Numbers alone, such as `12`, which may be the number of one record and the key of another.
extension FieldReading {
  /// The record that a number alone means, as it is written everywhere: `012` is none.
  func numbered(_ text: String, _ shape: RegisterShape) throws -> RecordState? {
    guard let id = Int64(text), "\(id)" == text else { return nil }
    return try desk.ledger.record(id, in: shape)
  }

  /// Throws where a text is the number of one record and the key of others.
  ///
  /// - Parameter isRead: whether a removed record will do.
  func checkIsOne(_ text: String, _ shape: RegisterShape, isRead: Bool) throws {
    guard let number = try numbered(text, shape), isRead || !number.isRemoved else { return }
    let others = try looking { try byKey(text, shape) }.found.filter { $0.id != number.id }
    if others.isEmpty { return }
    let names = try bothNames()
    let named = { (state: RecordState) in
      let unit = shape.placeField.flatMap { state.data[$0].unit }
      return NamedRecord(
        id: names.zh.id(state.id),
        label: Text(try names.zh.label(state, shape), try names.en.label(state, shape)),
        unit: try unit.flatMap { try names.zh.unit($0)?.title } ?? "")
    }
    throw DeskError.record(
      .numberOrKey(
        text, register: shape.name.title, number: try named(number), keys: try others.map(named)))
  }
}
