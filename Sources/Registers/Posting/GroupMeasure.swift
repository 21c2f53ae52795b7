internal import TargetEngine

/// What several records of a register post together: an employer is covered once, by however many
/// contracts.
///
///     static let groups: [GroupMeasure<Contract>] = [
///       GroupMeasure(.employersCovered, by: \.employer) { contracts, _ in
///         var spans = Spans()
///         for contract in contracts { spans.add(from: contract.starts, through: contract.ends) }
///         return try spans.coverage
///       }
///     ]
///
/// The source of a group's entries is the register, the measure and the group's key. A change posts
/// only the groups that it touches: in a list field, those of members that were added or removed.
public struct GroupMeasure<Record: RegisterRecord>: Sendable {
  /// What the records in force of one group call for.
  public typealias Postings = @Sendable ([Record], any RecordReader) throws -> [Posting]

  /// An indicator with the records that count for it.
  struct Part: Sendable {
    var indicator: String
    var isCounted: @Sendable (Record) -> Bool = { _ in true }
  }

  let parts: [Part]
  let name: String?
  let former: String?
  let path: any PartialKeyPath<Record> & Sendable
  let postings: Postings

  /// - Parameters:
  ///   - indicator: what the group posts to.
  ///   - path: the field whose value makes the group; in a list field each member makes one. A
  ///     group that is a unit posts at that unit.
  ///   - name: distinguishes it from another measure of the register with the same indicator.
  ///   - former: the code by which versions before 0.3 named it; entries under that name are taken
  ///     over.
  ///   - postings: gets the records in force of one group, and may read the records that drive
  ///     them.
  public init(
    _ indicator: IndicatorDeclaration, by path: any PartialKeyPath<Record> & Sendable,
    named name: String? = nil, formerly former: String? = nil,
    _ postings: @escaping Postings
  ) {
    self.init([Part(indicator: indicator.code)], path, name, former, postings)
  }

  /// Posts for each value of a choice what its records come to, and for the total what all of them
  /// do: an employer with two contracts counts once for each kind and once in the total.
  ///
  /// - Parameter kind: the field that decides which of the family a record counts for.
  public init<Kind>(
    _ family: IndicatorFamily<Kind>, of kind: any KeyPath<Record, Kind?> & Sendable,
    by path: any PartialKeyPath<Record> & Sendable, named name: String? = nil,
    _ postings: @escaping Postings
  ) {
    let members = family.codes.map { code in
      Part(indicator: code) { family.code(of: $0[keyPath: kind]) == code }
    }
    let total = [family.total].compactMap { $0 }.map { Part(indicator: $0.code) }
    self.init(total + members, path, name, nil, postings)
  }

  private init(
    _ parts: [Part], _ path: any PartialKeyPath<Record> & Sendable, _ name: String?,
    _ former: String?, _ postings: @escaping Postings
  ) {
    (self.parts, self.path, self.name) = (parts, path, name)
    (self.former, self.postings) = (former, postings)
  }
}

/// One indicator of a group measure without its register's type.
public struct GroupShape: Sendable {
  /// The code of the indicator.
  public let indicator: String
  /// The index of the field whose value makes the group.
  public let field: Int
  /// How its entries are identified, beside the group's key: the register and the measure.
  public let source: String
  /// The same as versions before 0.3 wrote it.
  public let formerSource: String?
  private let postings: @Sendable ([RecordState], any RecordReader) throws -> [Posting]

  /// A measure's indicators; none when its field is not declared.
  static func shapes<Record: RegisterRecord>(
    _ group: GroupMeasure<Record>, _ index: (PartialKeyPath<Record>) -> Int?
  ) -> [GroupShape] {
    guard let field = index(group.path) else { return [] }
    return group.parts.map { part in
      GroupShape(
        indicator: part.indicator, field: field,
        source:
          "\(Record.id)/\([group.name, part.indicator].compactMap(\.self).joined(separator: "/"))",
        formerSource: group.former
      ) { states, others in
        let records = states.map { Record($0) }.filter(part.isCounted)
        return records.isEmpty ? [] : try group.postings(records, others)
      }
    }
  }

  private init(
    indicator: String, field: Int, source: String, formerSource: String?,
    _ postings: @escaping @Sendable ([RecordState], any RecordReader) throws -> [Posting]
  ) {
    (self.indicator, self.field, self.source) = (indicator, field, source)
    (self.formerSource, self.postings) = (formerSource, postings)
  }

  /// The groups that a record belongs to, by their keys.
  public func keys(of state: RecordState) -> [Datum] { state.data[field].values }

  /// The groups that a change of a record touches. A change of the list of its groups alone leaves
  /// the others as they are.
  public func keys(of old: RecordState?, and new: RecordState?) -> Set<Datum> {
    guard let old, var other = new else { return Set([old, new].compactMap(\.self).flatMap(keys)) }
    let changed = other.data[field].changes(from: old.data[field])
    other.data[field] = old.data[field]
    other.note = old.note
    return other == old ? changed : Set(keys(of: old)).union(changed)
  }

  /// What the records of one group post together, where the group is a unit there.
  public func wanted(
    _ group: Datum, _ states: [RecordState], _ others: any RecordReader
  ) throws -> [Wanted] {
    let place: UnitID? = if case .unit(let unit) = group { unit } else { nil }
    return try postings(states.filter { !$0.isRemoved }, others).map { posting in
      var posting = posting
      posting.unit = posting.unit ?? place
      return Wanted(indicator: indicator, posting: posting)
    }
  }
}
