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

  /// What the column beside a name holds: its form in a key, which is found by it; of other names only
  /// a form that is not the name itself, as hardly any has.
  public func storedForm(of datum: Datum) -> Scalar {
    guard isName, case .text(let text) = datum else { return datum.scalar }
    let form = text.compared
    return roles.contains(.key) || !ComparedName.isForm(form, of: text) ? .text(form) : .null
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
