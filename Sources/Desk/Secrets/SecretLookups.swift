public import Registers
internal import Storage
internal import TargetEngine

/// A secret field with a value that someone looks for.
public struct SecretLookup: Sendable {
  let shape: RegisterShape
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

  /// The secrets that a search compares with values: those of its register, and the numbers by which it
  /// names people of another.
  public func lookups(of search: RecordSearch, in shape: RegisterShape) throws -> [SecretLookup] {
    try RecordSearch.check(parts: search.conditions.count + search.sort.count)
    return try search.conditions.flatMap { text -> [SecretLookup] in
      let (subject, _, _, value) = try parts(of: text, shape)
      guard case .field(let index) = subject else { return [] }
      let field = shape.fields[index]
      guard field.isSecret else {
        return try field.kind.element.registers.compactMap(ledger.shape).flatMap {
          try lookups(named: [value.trimmed], in: $0)
        }
      }
      let datum = try condition(text, shape).value
      return datum.isEmpty ? [] : [SecretLookup(shape: shape, field: index, value: datum)]
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
      return SecretLookup(shape: shape, field: field, value: datum)
    }
  }

  /// Notes in the journal that someone searched by secrets, and which records were found. The values
  /// searched for are never kept. Call it before anything is shown.
  public func note(_ lookups: [SecretLookup]) throws -> SecretsSought {
    try write { transaction in
      var misses = 0
      for lookup in lookups {
        var query = RecordQuery()
        query.conditions = [RecordQuery.Condition(.field(lookup.field), .equal, lookup.value)]
        let found = try ledger.numbers(query, in: lookup.shape)
        if found.isEmpty { misses += 1 }
        try transaction.noteSearch(by: lookup.shape.fields[lookup.field], found: found)
      }
      let before = misses == 0 ? 0 : try ledger.missedSearches(on: context.now, atMost: misses + 20)
      // Doubling from one second on; several wait as long as one after another.
      let delays = (0..<misses).map { miss in
        let step = min(max(before - miss - Desk.freeMisses, 0), 8)
        return step == 0 ? 0 : min(1 << (step - 1), Desk.longestDelay)
      }
      let delay = delays.reduce(0, +)
      return SecretsSought(misses: misses, delay: delay)
    }.result
  }
}
