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
}
