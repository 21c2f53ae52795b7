public import TargetEngine

/// How a rule of a register looks at other records, at rules and at the calendar. A removed record
/// is not found.
public protocol RecordReader {
  func state(_ id: RecordID) throws -> RecordState?
  /// The id of the register that a record belongs to.
  func register(of id: RecordID) throws -> String?
  /// The unit that a record belongs to.
  func place(of id: RecordID) throws -> UnitID?
  /// The records of a register whose field has a value.
  func states(of register: String, where field: String, is value: Datum) throws -> [RecordState]
  /// The version of a rule that is in force on a day.
  func version(of rule: Rule, on day: Day) throws -> RuleVersion?
  func calendar() throws -> WorkCalendar
  /// The units of a kind, the unit itself or below it, that exist on a day.
  func units(of kind: UnitKind, within unit: UnitID, on day: Day) throws -> [UnitID]
  /// Whether something holds of a record that follows from many others. While nothing changes it is
  /// found once, however many records ask for it.
  func fact(_ name: String, of id: RecordID, _ find: () throws -> Bool) throws -> Bool
}

/// Where no office has set anything.
extension RecordReader {
  public func version(of rule: Rule, on day: Day) throws -> RuleVersion? { rule.version(on: day) }
  public func calendar() throws -> WorkCalendar { .shipped }
  public func units(of kind: UnitKind, within unit: UnitID, on day: Day) throws -> [UnitID] { [] }
  public func fact(_ name: String, of id: RecordID, _ find: () throws -> Bool) throws -> Bool {
    try find()
  }
}

extension RecordReader {
  /// The day by which the law wants something after a day, past holidays; nil when the rule is no
  /// term.
  public func deadline(of rule: Rule, after day: Day) throws -> Day? {
    guard let term = try version(of: rule, on: day)?.term else { return nil }
    return try DueRule.lawfully(term, after: day).day(try calendar())
  }

  /// The last day of a rule's term after a day, which does not move; nil when it is no term.
  public func end(of rule: Rule, after day: Day) throws -> Day? {
    guard let term = try version(of: rule, on: day)?.term else { return nil }
    return try DueRule.within(term, after: day).day(try calendar())
  }

  public func record<Target>(_ reference: Reference<Target>?) throws -> Target? {
    guard let reference, let state = try state(reference.id) else { return nil }
    return Target(state)
  }

  /// The record of whichever register the reference names; the other one is nil.
  public func record<First, Second>(
    _ reference: EitherReference<First, Second>?
  ) throws -> (first: First?, second: Second?) {
    guard let reference, let state = try state(reference.id) else { return (nil, nil) }
    return switch try register(of: reference.id) {
    case First.id: (First(state), nil)
    case Second.id: (nil, Second(state))
    default: (nil, nil)
    }
  }

  /// - Parameter field: a field of `Target` by its name's declaration.
  public func records<Target: Register>(
    _ type: Target.Type, where path: PartialKeyPath<Target>, is value: Datum
  ) throws -> [(id: RecordID, record: Target)] {
    // Nothing names a record that has no number yet.
    if case .record(0) = value { return [] }
    guard let field = Target.fields.first(where: { $0.path == path }) else { return [] }
    return try states(of: Target.id, where: field.shape.name, is: value).map {
      ($0.id, Target($0))
    }
  }
}
