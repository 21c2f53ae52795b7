public import TargetEngine

/// A unit that a record names. The kinds of unit that a field takes are said by the field,
/// `units:`.
public struct UnitReference: ListMember, Hashable {
  /// The unit's row.
  public var id: UnitID
  /// A unit.
  public static var kind: FieldKind { .unit }

  /// Names a unit by its row.
  public init(_ id: UnitID) { self.id = id }

  /// Nil for anything but a unit.
  public init?(_ datum: Datum) {
    guard case .unit(let id) = datum else { return nil }
    self.init(id)
  }

  /// The unit.
  public var datum: Datum { .unit(id) }
}

/// A record of another register that a record names. People type its id, `K3F7-12`, or its key.
///
/// Where the record named decides what this one posts the field has the role `drives`; where this
/// one decides what the other posts, `feeds`. A record that others name cannot be removed.
/// `RecordReader.record(_:)` reads the record that is named.
public struct Reference<Target: RegisterRecord>: ListMember, Hashable {
  /// The record's row.
  public var id: RecordID
  /// A record of `Target`.
  public static var kind: FieldKind { .reference([Target.id]) }

  /// Names a record by its row.
  public init(_ id: RecordID) { self.id = id }

  /// Nil for anything but a record.
  public init?(_ datum: Datum) {
    guard case .record(let id) = datum else { return nil }
    self.init(id)
  }

  /// The record.
  public var datum: Datum { .record(id) }
}

/// A record of one of two registers, such as the payer of dues, who is a union or an employer.
/// People type its id, or its key in either register; a key that both have is refused as ambiguous.
///
///     Field("payer", \.payer, zh: "缴纳单位", en: "Payer", [.required, .key])
public struct EitherReference<One: RegisterRecord, Other: RegisterRecord>: ListMember, Hashable {
  /// The record's row; no two registers share one.
  public var id: RecordID
  /// A record of either register.
  public static var kind: FieldKind { .reference([One.id, Other.id]) }

  /// Names a record of either register by its row.
  public init(_ id: RecordID) { self.id = id }

  /// Nil for anything but a record.
  public init?(_ datum: Datum) {
    guard case .record(let id) = datum else { return nil }
    self.init(id)
  }

  /// The record.
  public var datum: Datum { .record(id) }
}
