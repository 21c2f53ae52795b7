internal import TargetEngine

/// Names are stored as typed and compared in the form of `String.compared`.
extension FieldShape {
  /// Whether its texts are names: part of the natural key, the number of a document, or the key of a
  /// record of another register.
  public var isName: Bool {
    if case .text = kind {} else { return false }
    if roles.contains(.office) { return false }
    return names != nil || !roles.isDisjoint(with: [.key, .documentNumber])
  }

  /// A value as it is looked for and compared.
  ///
  ///     let key = shape.fields[0]  // `name`, part of a natural key
  ///     let isSame = key.compared(.text("张　三")) == .text("张三")
  public func compared(_ datum: Datum) -> Datum {
    guard case .text(let text) = datum, isName else { return datum }
    return .text(text.compared)
  }
}

extension RegisterShape {
  /// Whether a record in force had the key of a new state already, as it was typed: what earlier
  /// versions took is not asked again. Nobody else can have taken it meanwhile.
  public func hasSameKey(_ old: RecordState?, _ new: RecordState) -> Bool {
    guard let old, !old.isRemoved else { return false }
    return (identityFields + keyFields).allSatisfy { old.data[$0] == new.data[$0] }
  }
}
