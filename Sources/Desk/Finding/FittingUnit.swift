internal import Registers
internal import Storage
internal import TargetEngine

extension Desk {
  /// The fault of a unit that a field does not take, with the one that is probably meant: the nearest above
  /// it that the field takes, such as the village of a clinic.
  func wrongUnit(_ id: UnitID, _ kind: UnitKind, _ field: FieldShape) throws -> DeskError {
    var instead: String?
    for above in try ledger.ancestors(of: id) where instead == nil {
      guard let unit = try ledger.unit(id: above)?.unit, field.takes(unit.kind) else { continue }
      instead = try titled(unit).title
    }
    let title = try ledger.unit(id: id).map { try titled($0.unit).title }
    return .record(.wrongUnit(title ?? "", kind, field: field, instead: instead))
  }
}
