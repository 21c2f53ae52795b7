/// A value that an empty field gets from the rest of the record, from rules or from other records.
///
///     static let defaults: [Default<Drill>] = [
///       Default(\.evaluateBy) { drill, others in
///         try drill.heldOn.flatMap { try others.end(of: .evaluation, after: $0) }
///       }
///     ]
///
/// It follows what it was computed from until somebody types another value.
public struct Default<Record: Register>: Sendable {
  let path: any PartialKeyPath<Record> & Sendable
  let value: @Sendable (Record, any RecordReader) throws -> Datum

  /// - Parameters:
  ///   - path: an optional property that is a field of the register.
  ///   - value: nil to leave the field empty.
  public init<Value: FieldValue>(
    _ path: any KeyPath<Record, Value?> & Sendable,
    _ value: @escaping @Sendable (Record, any RecordReader) throws -> Value?
  ) {
    self.path = path
    self.value = { try value($0, $1).datum }
  }

  /// - Parameters:
  ///   - path: a text that is a field of the register.
  ///   - value: an empty text to leave the field empty.
  public init(
    _ path: any KeyPath<Record, String> & Sendable,
    _ value: @escaping @Sendable (Record, any RecordReader) throws -> String
  ) {
    self.path = path
    self.value = { try value($0, $1).datum }
  }
}

extension RegisterShape {
  /// Whether any field has a default.
  public var hasDefaults: Bool { !defaults.isEmpty }

  /// Whether a field of the natural key has a default.
  public var hasKeyDefaults: Bool { defaults.contains { keyFields.contains($0.field) } }

  /// The fields of the natural key that no new record lacks.
  public var filledKeyFields: [Int] {
    keyFields.filter { field in
      fields[field].roles.contains(.required) || defaults.contains { $0.field == field }
    }
  }

  /// Fills in empty fields that have a default. A value that still equals the default of the old
  /// record is computed again; any other value stays.
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
