public import TargetEngine

/// A value that a record may have several of: units, references, texts and choices.
///
///     Field("partners", \.partners, zh: "参演单位", en: "Partners")
///
/// Members are distinguished by their values, so that each is in the list once. People write `A；B`,
/// add a member with `partners+=C` and take one out with `partners-=A`; the condition `partners=A`
/// finds the lists that contain it.
public protocol ListMember: FieldValue {}

extension Array: FieldValue where Element: ListMember {
  /// A list of the elements' kind.
  public static var kind: FieldKind { .list(Element.kind, isDated: false) }

  /// Empty reads as an empty list; members of another kind are left out.
  public init?(_ datum: Datum) {
    guard datum.isEmpty || datum.isList else { return nil }
    self = datum.values.compactMap { Element($0) }
  }

  /// The members, each once and without empty ones.
  public var datum: Datum {
    Datum(members: filter { !$0.datum.isEmpty }.map { Datum.Member($0.datum) })
  }
}

/// A list whose members come and go by day: the employers of a contract, each with the days on
/// which it belongs to it. A value may belong to it several times.
///
///     Field("employers", \.employers, zh: "用人单位", en: "Employers", [.required])
///
/// On the command line `employers+=A --on DAY` lets A join on a day, and `employers-=A --on DAY`
/// lets it leave, so that it belonged until the day before.
public struct DatedList<Element: ListMember>: FieldValue {
  /// A value with the days on which it belongs to the list.
  public struct Member: Sendable, Equatable {
    /// The member itself.
    public var value: Element
    /// Nil: from the beginning.
    public var since: Day?
    /// The last day; nil for no end.
    public var until: Day?

    /// A member; without days it always belongs to the list.
    public init(_ value: Element, since: Day? = nil, until: Day? = nil) {
      self.value = value
      self.since = since
      self.until = until
    }
  }

  /// In the order in which they were written.
  public var members: [Member]
  /// A list of the elements' kind, kept by day.
  public static var kind: FieldKind { .list(Element.kind, isDated: true) }

  /// A list of some members; empty without any.
  public init(_ members: [Member] = []) { self.members = members }

  /// Empty reads as an empty list; members of another kind are left out.
  public init?(_ datum: Datum) {
    switch datum {
    case .empty: self.init()
    case .list(let members):
      self.init(
        members.compactMap { member in
          Element(member.value).map { Member($0, since: member.since, until: member.until) }
        })
    default: return nil
    }
  }

  /// The members with their days.
  public var datum: Datum {
    Datum(members: members.map { Datum.Member($0.value.datum, since: $0.since, until: $0.until) })
  }

  /// The values that belong to it on a day.
  public func values(on day: Day) -> [Element] {
    members.filter { Datum.Member($0.value.datum, since: $0.since, until: $0.until).isIn(on: day) }
      .map(\.value)
  }
}

/// Changes of a list by some of its values.
extension [Datum.Member] {
  /// The list with values added from a day on, or for all days. One that is a member on that day
  /// stays as it is.
  public func adding(_ values: [Datum], from day: Day?) -> [Datum.Member] {
    var known = Set(filter { day.map($0.isIn) ?? true }.map(\.value))
    return self
      + values.filter { known.insert($0).inserted }.map { Datum.Member($0, since: day) }
  }

  /// The list without values from a day on: a member that joined on that day or later is dropped.
  /// Without a day the values are dropped altogether.
  public func removing(_ values: Set<Datum>, from day: Day?) -> [Datum.Member] {
    compactMap { member in
      guard values.contains(member.value) else { return member }
      guard let day else { return nil }
      if let until = member.until, until < day { return member }
      guard let last = Day(number: day.number - 1), member.since.map({ $0 <= last }) ?? true else {
        return nil
      }
      var member = member
      member.until = last
      return member
    }
  }
}

extension Datum {
  var isList: Bool { if case .list = self { true } else { false } }
}

extension Datum {
  /// The values that only one of two lists has, or both on other days.
  func changes(from old: Datum) -> Set<Datum> {
    Set(Set(allMembers).symmetricDifference(old.allMembers).map(\.value))
  }

  private var allMembers: [Member] {
    if case .list(let members) = self { return members }
    return values.map { Member($0) }
  }
}
