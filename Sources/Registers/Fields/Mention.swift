/// A field by which the records of one register name those of another.
public struct Mention: Sendable, Hashable {
  /// The index of the field.
  public var field: Int
  /// Whether it is a text with the key of the other record, which need not be there; else a
  /// reference or a list of references.
  public var isByKey: Bool

  /// What the field holds where it names a record; empty for a record without a key that a text would name.
  public func value(of record: RecordState, in shape: RegisterShape) -> Datum {
    isByKey ? shape.keyFields.first.map { record.data[$0] } ?? .empty : .record(record.id)
  }
}

extension RegisterShape {
  /// The fields that name records of a register. Nothing else decides which records refer to which.
  public func mentions(of register: String) -> [Mention] {
    fields.enumerated().compactMap { index, field in
      if field.kind.registers.contains(register) { return Mention(field: index, isByKey: false) }
      return field.names == register ? Mention(field: index, isByKey: true) : nil
    }
  }

  /// The number by which targets rest on a record; nil for what is no document.
  public func documentNumber(of record: RecordState) -> String? {
    guard let place = keyFields.first, fields[place].roles.contains(.documentNumber) else {
      return nil
    }
    return record.data[place].text
  }

  /// The fields whose values are units, each by itself or as a list.
  public var unitFields: [Int] { fields.indices.filter { fields[$0].kind.element == .unit } }
}
