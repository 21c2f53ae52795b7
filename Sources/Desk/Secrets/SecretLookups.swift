public import Registers
internal import Storage
internal import TargetEngine

/// A secret field with a value that someone looks for.
public struct SecretLookup: Sendable {
  let field: Int
  let value: Datum
}

/// What looks for records by secrets found.
public struct SecretsSought: Sendable {
  /// How many lookups found nobody.
  public var misses: Int
  /// How many seconds the answer is to be held back: by trying, the rest of a masked number would be
  /// found in minutes.
  public var delay: Int
}

extension Desk {
  /// How many misses of a day are answered at once, and the longest that the answer to another waits.
  private static let (freeMisses, longestDelay) = (5, 10)

  /// The secrets that a search compares with values.
  public func lookups(of search: RecordSearch, in shape: RegisterShape) throws -> [SecretLookup] {
    guard shape.fields.contains(where: \.isSecret) else { return [] }
    return try query(search, in: shape).conditions.compactMap { condition in
      guard case .field(let field) = condition.subject, shape.fields[field].isSecret,
        !condition.value.isEmpty
      else { return nil }
      return SecretLookup(field: field, value: condition.value)
    }
  }

  /// The secrets among names of records: the numbers that tell people apart.
  public func lookups(named names: [String], in shape: RegisterShape) throws -> [SecretLookup] {
    guard let field = shape.identityFields.first, shape.identityFields.count == 1,
      case .secret(let form) = shape.fields[field].kind
    else { return [] }
    return try names.compactMap { name in
      guard let value = try? form.normalized(name, today: context.today) else { return nil }
      let datum = try ledger.blinded(
        .secret(Secret(open: value)), shape.fields[field].kind)
      return SecretLookup(field: field, value: datum)
    }
  }

  /// Notes in the journal that someone looked for records by secrets and whom they found, never for
  /// what. To be called before anything is shown.
  public func note(_ lookups: [SecretLookup], in shape: RegisterShape) throws -> SecretsSought {
    try write { transaction in
      var misses = 0
      for lookup in lookups {
        var query = RecordQuery()
        query.conditions = [RecordQuery.Condition(.field(lookup.field), .equal, lookup.value)]
        let found = try ledger.numbers(query, in: shape)
        if found.isEmpty { misses += 1 }
        try transaction.noteSearch(by: shape.fields[lookup.field], found: found)
      }
      let before = misses == 0 ? 0 : try ledger.missedSearches(on: context.now)
      // Doubling from one second on.
      let step = min(max(before - Desk.freeMisses, 0), 8)
      let delay = step == 0 ? 0 : min(1 << (step - 1), Desk.longestDelay)
      return SecretsSought(misses: misses, delay: delay)
    }.result
  }
}
