public import TargetEngine

/// A field that keeps the first day ever put into another, so that a deadline which is moved later
/// still tells what was promised. A typing error is corrected in both.
public struct First<Record: Register>: Sendable {
  let kept: any PartialKeyPath<Record> & Sendable
  let path: any PartialKeyPath<Record> & Sendable

  public init(
    _ kept: any KeyPath<Record, Day?> & Sendable, of path: any KeyPath<Record, Day?> & Sendable
  ) {
    self.kept = kept
    self.path = path
  }
}

/// A field's value as long as nobody gives another: the end of a probation that a rule tells.
public struct Default<Record: Register>: Sendable {
  let path: any PartialKeyPath<Record> & Sendable
  let value: @Sendable (Record, any RecordReader) throws -> Datum

  public init<Value: FieldValue>(
    _ path: any KeyPath<Record, Value?> & Sendable,
    _ value: @escaping @Sendable (Record, any RecordReader) throws -> Value?
  ) {
    self.path = path
    self.value = { try value($0, $1).datum }
  }
}

extension RegisterShape {
  public var hasDefaults: Bool { !defaults.isEmpty }

  /// Fills in the fields that have a default. One that was reckoned follows what it was reckoned
  /// from; one that was given stays.
  public func fillDefaults(
    _ state: inout RecordState, after old: RecordState?, _ others: any RecordReader
  ) throws {
    for (field, value) in defaults {
      let isReckoned =
        try state.data[field].isEmpty || old.map { try value($0, others) } == state.data[field]
      if isReckoned { state.data[field] = try value(state, others) }
    }
  }

  /// Keeps the first days of the fields that have such a keeper.
  ///
  /// - Parameter isTypo: the fields never had another value.
  public func keepFirsts(_ state: inout RecordState, after old: RecordState, isTypo: Bool) {
    for (kept, field) in firsts {
      let isFirst = state.data[kept].isEmpty
      let isCorrected =
        isTypo && state.data[field] != old.data[field] && old.data[kept] == old.data[field]
      guard isFirst || isCorrected else { continue }
      // A record from before there was a first day had the one that it has now.
      state.data[kept] = isTypo || old.data[field].isEmpty ? state.data[field] : old.data[field]
    }
  }
}
