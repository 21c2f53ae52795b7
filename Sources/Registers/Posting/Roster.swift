public import TargetEngine

/// The list of other records that takes the place of a record's own numbers once it is whole. Until then
/// the numbers hold, and both are shown together, so that a list half sent is seen.
/// A course has one of its participants.
public struct Roster<Record: RegisterRecord>: Sendable {
  /// The register of the list, by id.
  let register: String
  /// The field by which its records name the one that they belong to.
  let field: String
  /// The field that declares the list whole.
  let whole: any PartialKeyPath<Record> & Sendable
  let numbers: @Sendable (Record, [RecordState]) -> RosterNumbers

  /// - Parameters:
  ///   - type: the records that make the list.
  ///   - path: the field by which they name the record that they belong to.
  ///   - whole: the field of the record that declares its list whole.
  ///   - numbers: gets the records in force of one list.
  public init<Member: RegisterRecord>(
    of type: Member.Type, by path: PartialKeyPath<Member>,
    whole: any PartialKeyPath<Record> & Sendable,
    _ numbers: @escaping @Sendable (Record, [Member]) -> RosterNumbers
  ) {
    register = Member.id
    field = Member.fields.first { $0.path == path }?.shape.name ?? ""
    self.whole = whole
    self.numbers = { record, members in numbers(record, members.map { Member($0) }) }
  }
}

/// A record's own numbers beside those of its list.
public struct RosterNumbers: Sendable, Hashable {
  /// One number, told twice.
  public struct Part: Sendable, Hashable {
    /// The key in JSON.
    public var name: String
    /// What people read.
    public var title: Text
    /// What the record says; nil where it says nothing.
    public var own: Int64?
    /// What its list comes to.
    public var listed: Int64

    /// A number as the record and as its list has it.
    public init(_ name: String, zh: String, en: String, _ own: Int?, _ listed: Int) {
      self.name = name
      title = Text(zh, en)
      self.own = own.map { Int64($0) }
      self.listed = Int64(listed)
    }
  }

  /// The day as of which they count; nil where it is not known yet.
  public var day: Day?
  /// The code of the indicator that they count for; nil where that is not known yet.
  public var indicator: String?
  /// Whether the list counts, and the record's own numbers do not.
  public var isByList: Bool
  /// The numbers side by side; the last is what counts for the indicator.
  public var parts: [Part]

  /// Numbers side by side.
  public init(day: Day?, indicator: IndicatorDeclaration?, isByList: Bool, parts: [Part]) {
    self.day = day
    self.indicator = indicator?.code
    self.isByList = isByList
    self.parts = parts
  }

  /// Whether list and record say different things.
  public var differ: Bool { parts.contains { $0.own != nil && $0.own != $0.listed } }
}

/// A roster without its register's type.
public struct RosterShape: Sendable {
  /// The register of the list, by id.
  public let register: String
  /// The field by which its records name the one that they belong to.
  public let field: String
  /// The index of the field that declares the list whole.
  public let whole: Int
  private let make: @Sendable (RecordState, [RecordState]) -> RosterNumbers

  init?<Record: RegisterRecord>(
    _ roster: Roster<Record>?, _ index: (PartialKeyPath<Record>) -> Int?
  ) {
    guard let roster, let whole = index(roster.whole) else { return nil }
    (register, field, self.whole) = (roster.register, roster.field, whole)
    make = { roster.numbers(Record($0), $1) }
  }

  /// The numbers of a record beside those of its list; nil where nobody is listed yet.
  public func numbers(of state: RecordState, _ members: [RecordState]) -> RosterNumbers? {
    members.isEmpty ? nil : make(state, members)
  }
}
