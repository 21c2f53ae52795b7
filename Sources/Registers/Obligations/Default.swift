/// A value that an empty field gets from the rest of the record, from rules or from other records.
///
///     static let defaults: [Default<Drill>] = [
///       Default(\.evaluateBy) { drill, others in
///         try drill.heldOn.flatMap { try others.end(of: .evaluation, after: $0) }
///       }
///     ]
///
/// It follows what it was computed from until somebody types another value.
public struct Default<Record: RegisterRecord>: Sendable {
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
