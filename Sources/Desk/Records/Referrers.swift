public import Registers
internal import Storage
public import TargetEngine

/// What names a record: others that refer to it, or rest on it when it is a document.
public struct Referrers: Sendable {
  /// By register, the first few of each, with how many there are.
  public var records: [(shape: RegisterShape, states: [RecordState], count: Int)] = []
  /// Targets that rest on the document.
  public var targets: [(target: Target, indicator: Indicator, unit: Unit)] = []
}

extension Desk {
  /// The records that name a record, by register.
  public func referrers(of state: RecordState, in shape: RegisterShape) throws -> Referrers {
    var referrers = Referrers()
    for other in ledger.allShapes() {
      for mention in other.mentions(of: shape.id) {
        let value = mention.value(of: state, in: shape)
        if value.isEmpty { continue }
        var query = RecordQuery()
        query.conditions = [RecordQuery.Condition(.field(mention.field), .equal, value)]
        query.limit = Desk.shownReferrers
        let states = try ledger.records(query, in: other)
        guard !states.isEmpty else { continue }
        let count =
          states.count < Desk.shownReferrers ? states.count : try ledger.count(query, in: other)
        referrers.records.append((other, states, count))
      }
    }
    if let number = shape.documentNumber(of: state) {
      referrers.targets = try targets(document: number)
    }
    return referrers
  }

  /// A record's own numbers beside those of its list; nil where it has none, or nobody is listed.
  public func roster(of state: RecordState, in shape: RegisterShape) throws -> RosterNumbers? {
    try ledger.roster(of: state, in: shape)
  }

  private static let shownReferrers = 50

  private func targets(
    document number: String
  ) throws -> [(target: Target, indicator: Indicator, unit: Unit)] {
    let targets = try ledger.targets(document: number)
    guard !targets.isEmpty else { return [] }
    let catalogue = try ledger.indicators()
    return try targets.compactMap { target in
      guard let indicator = catalogue.first(where: { $0.id == target.indicator }),
        let unit = try ledger.unit(id: target.unit)?.unit
      else { return nil }
      return (target, indicator, unit)
    }
  }

  /// The names among those in some fields that no record of the named register has, with the
  /// nearest that are borne; none of a register that the office does not keep.
  public func unknownNames(
    _ names: [FieldShape: Set<String>]
  ) throws -> [UnknownName] {
    try names.sorted { $0.key.name < $1.key.name }.flatMap { field, texts -> [UnknownName] in
      guard !texts.isEmpty, let shape = field.names.flatMap({ ledger.shape($0) }) else {
        return []
      }
      let known = try ledger.keys(of: shape)
      if known.isEmpty { return [] }
      let forms = Set(known.map(\.compared))
      return texts.filter { !forms.contains($0.compared) }.sorted().map {
        UnknownName(
          register: shape.name.title, text: $0,
          suggestions: Suggestions.nearest(to: $0, in: known))
      }
    }
  }

  /// What the records of a register name by key.
  public func names(in shape: RegisterShape) throws -> [FieldShape: Set<String>] {
    var names: [FieldShape: Set<String>] = [:]
    for field in shape.namingFields {
      // What nobody keeps is not looked for among all records.
      guard let named = shape.fields[field].names.flatMap({ ledger.shape($0) }),
        try ledger.count(RecordQuery(), in: named) > 0
      else { continue }
      let groups = try ledger.groups(RecordQuery(), in: shape, by: [.field(field)], sums: [])
      names[shape.fields[field]] = Set(groups.compactMap(\.values.first).compactMap(\.text))
    }
    return names
  }

  /// What records name by key in those of their fields that were set.
  public func names(
    of states: [RecordState], in shape: RegisterShape, set assignments: [Assignment]
  ) -> [FieldShape: Set<String>] {
    var names: [FieldShape: Set<String>] = [:]
    for field in shape.namingFields
    where assignments.contains(where: { shape.fields[field].isNamed($0.name) }) {
      names[shape.fields[field]] = Set(states.flatMap { $0.data[field].values }.compactMap(\.text))
    }
    return names
  }
}

/// A text that should name a record by its key, and names none.
public struct UnknownName: Sendable, Equatable {
  /// The register of the records that were looked for.
  public var register: Text
  /// What was asked for.
  public var text: String
  /// The names that are near to it.
  public var suggestions: [String]
}
