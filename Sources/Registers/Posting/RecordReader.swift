/// How a rule of a register looks at other records. A removed record is not found.
public protocol RecordReader {
  func state(_ id: RecordID) throws -> RecordState?
  /// The records of a register whose field has a value.
  func states(of register: String, where field: String, is value: Datum) throws -> [RecordState]
}

extension RecordReader {
  public func record<Target>(_ reference: Reference<Target>?) throws -> Target? {
    guard let reference, let state = try state(reference.id) else { return nil }
    return Target(state)
  }

  /// - Parameter field: a field of `Target` by its name's declaration.
  public func records<Target: Register>(
    _ type: Target.Type, where path: PartialKeyPath<Target>, is value: Datum
  ) throws -> [(id: RecordID, record: Target)] {
    guard let field = Target.fields.first(where: { $0.path == path }) else { return [] }
    return try states(of: Target.id, where: field.shape.name, is: value).map {
      ($0.id, Target($0))
    }
  }
}
