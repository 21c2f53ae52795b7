internal import Registers
internal import Storage

extension RecordSession {
  /// Throws where a row that is found by a name shows the mask of another identity: it is of somebody else
  /// of that name.
  func checkMasks(
    _ masks: [(field: Int, mask: String)], of old: RecordState, in shape: RegisterShape
  ) throws {
    let telling = masks.filter { $0.mask != SecretForm.unknown && old.data[$0.field].isSealed }
    if telling.isEmpty { return }
    let opened = try desk.ledger.opened([old], in: shape, mayAsk: false)[0]
    for (field, mask) in telling {
      guard case .secret(let secret) = opened.data[field], let value = secret.open,
        case .secret(let form) = shape.fields[field].kind, !form.isMask(mask, of: value)
      else { continue }
      throw DeskError.record(
        .maskDiffers(field: shape.fields[field].title, id: try desk.ledger.publicID(old.id)))
    }
  }
}
