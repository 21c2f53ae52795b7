public import Registers
public import Storage
public import TargetEngine

/// What names a record: others that refer to it, or rest on it when it is a document.
public struct Referrers: Sendable {
  /// By register, at most so many of each, with how many there are.
  public var records: [(shape: RegisterShape, states: [RecordState], count: Int)] = []
  /// Targets that rest on the document.
  public var targets: [(target: Target, indicator: Indicator, unit: Unit)] = []
}

extension Desk {
  public func referrers(of state: RecordState, in shape: RegisterShape) throws -> Referrers {
    let number = documentNumber(of: state, in: shape)
    var referrers = Referrers()
    for other in ledger.allShapes() {
      for (field, kind) in other.fields.enumerated() {
        let value: Datum? =
          if kind.kind == .reference(shape.id) {
            .record(state.id)
          } else if let number, kind.roles.contains(.basis), other.id != shape.id {
            .text(number)
          } else {
            nil
          }
        guard let value else { continue }
        var query = RecordQuery()
        query.conditions = [RecordQuery.Condition(.field(field), .equal, value)]
        query.limit = Desk.shownReferrers
        let states = try ledger.records(query, in: other)
        guard !states.isEmpty else { continue }
        let count =
          states.count < Desk.shownReferrers ? states.count : try ledger.count(query, in: other)
        referrers.records.append((other, states, count))
      }
    }
    if let number { referrers.targets = try targets(document: number) }
    return referrers
  }

  private static let shownReferrers = 50

  private func documentNumber(of state: RecordState, in shape: RegisterShape) -> String? {
    guard shape.id == ledger.documents?.id, let key = shape.keyFields.first,
      case .text(let number) = state.data[key]
    else { return nil }
    return number
  }

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

  /// The numbers among some that no document of the register bears, with the nearest that are;
  /// none while the office keeps no documents there.
  public func unknownDocuments(
    _ numbers: Set<String>
  ) throws -> [(number: String, suggestions: [String])] {
    guard !numbers.isEmpty else { return [] }
    let known = try ledger.documentNumbers()
    guard !known.isEmpty else { return [] }
    return numbers.subtracting(known).sorted().map {
      ($0, Suggestions.nearest(to: $0, in: known))
    }
  }

  /// Every number of a document that the records of a register rest on.
  public func documentNumbers(in shape: RegisterShape) throws -> Set<String> {
    let subjects = shape.basisFields.map { RecordQuery.Subject.field($0) }
    if subjects.isEmpty { return [] }
    let groups = try ledger.groups(RecordQuery(), in: shape, by: subjects, sums: [])
    return Set(
      groups.flatMap(\.values).compactMap { if case .text(let number) = $0 { number } else { nil } }
    )
  }

  /// The numbers of documents in some fields of records.
  public func documentNumbers(of states: [RecordState], in fields: [Int]) -> Set<String> {
    Set(
      states.flatMap { state in
        fields.compactMap { field in
          if case .text(let number) = state.data[field] { number } else { nil }
        }
      })
  }
}
