public import TargetEngine

/// A unit that a record names.
public struct UnitReference: ListMember, Hashable {
  public var id: UnitID
  public static var kind: FieldKind { .unit }

  public init(_ id: UnitID) { self.id = id }

  public init?(_ datum: Datum) {
    guard case .unit(let id) = datum else { return nil }
    self.init(id)
  }

  public var datum: Datum { .unit(id) }
}

/// A record of another register that a record names.
public struct Reference<Target: Register>: ListMember, Hashable {
  public var id: RecordID
  public static var kind: FieldKind { .reference([Target.id]) }

  public init(_ id: RecordID) { self.id = id }

  public init?(_ datum: Datum) {
    guard case .record(let id) = datum else { return nil }
    self.init(id)
  }

  public var datum: Datum { .record(id) }
}

/// A record of one of two registers, such as the payer of dues, who is a body or an employer. It is
/// written by its id or by its key in either.
///
///     var payer: EitherReference<Body, Employer>?
///     Field("payer", \.payer, zh: "缴纳单位", en: "Payer", [.required, .key])
public struct EitherReference<First: Register, Second: Register>: ListMember, Hashable {
  public var id: RecordID
  public static var kind: FieldKind { .reference([First.id, Second.id]) }

  public init(_ id: RecordID) { self.id = id }

  public init?(_ datum: Datum) {
    guard case .record(let id) = datum else { return nil }
    self.init(id)
  }

  public var datum: Datum { .record(id) }
}
