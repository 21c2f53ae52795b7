public import TargetEngine

/// What measures, rules and defaults may look at besides their own record: other records, units,
/// the rule table and the calendar. Removed records are not found.
public protocol RecordReader {
  /// A record; nil when there is none, or when it was removed.
  func state(_ id: RecordID) throws -> RecordState?
  /// The id of the register that a record belongs to.
  func register(of id: RecordID) throws -> String?
  /// The unit that a record belongs to.
  func place(of id: RecordID) throws -> UnitID?
  /// The records of a register whose field has a value.
  func states(of register: String, where field: String, is value: Datum) throws -> [RecordState]
  /// The version of a rule that is in force on a day.
  func version(of rule: Rule, on day: Day) throws -> RuleVersion?
  /// The working days, with the holidays that the office has set.
  func calendar() throws -> WorkCalendar
  /// The units of a kind, the unit itself or below it, that exist on a day.
  func units(of kind: UnitKind, within unit: UnitID, on day: Day) throws -> [UnitID]
  /// The unit that a unit is on a day: itself, after its closing the one that it was merged into, else none.
  func unit(standingFor unit: UnitID, on day: Day) throws -> UnitID?
  /// The month in which an indicator's plan years begin.
  func firstMonth(of indicator: IndicatorDeclaration) throws -> Int
  /// Whether something holds of a record that follows from many others. While nothing changes it is
  /// found once, however many records ask for it.
  func fact(_ name: String, of id: RecordID, _ find: () throws -> Bool) throws -> Bool
}

/// Where no office has set anything.
extension RecordReader {
  /// The version that the program ships.
  public func version(of rule: Rule, on day: Day) throws -> RuleVersion? { rule.version(on: day) }
  /// The calendar that the program ships.
  public func calendar() throws -> WorkCalendar { .shipped }
  /// The unit itself.
  public func unit(standingFor unit: UnitID, on day: Day) throws -> UnitID? { unit }
  /// No units.
  public func units(of kind: UnitKind, within unit: UnitID, on day: Day) throws -> [UnitID] { [] }
  /// The first month that the module declares.
  public func firstMonth(of indicator: IndicatorDeclaration) throws -> Int {
    indicator.firstMonth
  }
  /// What is found, each time.
  public func fact(_ name: String, of id: RecordID, _ find: () throws -> Bool) throws -> Bool {
    try find()
  }
}

extension RecordReader {
  /// The last day of a rule's term after a day, moved past holidays as the law has it; nil when the
  /// rule is a number of anything but time.
  public func deadline(of rule: Rule, after day: Day) throws -> Day? {
    guard let term = try version(of: rule, on: day)?.term else { return nil }
    return try DueRule.lawfully(term, after: day).day(try calendar())
  }

  /// The label of the plan year of an indicator that contains a day.
  ///
  ///     Measure(.evaluated) { drill, _, others in
  ///       .each(
  ///         [drill.evaluatedOn].compactMap(\.self),
  ///         year: try drill.heldOn.map { try others.planYear(of: .drillsHeld, on: $0) })
  ///     }
  public func planYear(of indicator: IndicatorDeclaration, on day: Day) throws -> Int {
    PlanYear(containing: day.month, firstMonth: try firstMonth(of: indicator)).label
  }

  /// The last day of a rule's term after a day, holiday or not; nil when the rule is a number of
  /// anything but time.
  public func end(of rule: Rule, after day: Day) throws -> Day? {
    guard let term = try version(of: rule, on: day)?.term else { return nil }
    return try DueRule.within(term, after: day).day(try calendar())
  }

  /// The record that a reference names; nil without a reference, or when it was removed.
  ///
  ///     let employer = try others.record(contract.employer)
  public func record<Target>(_ reference: Reference<Target>?) throws -> Target? {
    guard let reference, let state = try state(reference.id) else { return nil }
    return Target(state)
  }

  /// The record of whichever register the reference names; the other one is nil.
  ///
  ///     let (body, employer) = try others.record(dues.payer)
  public func record<One, Other>(
    _ reference: EitherReference<One, Other>?
  ) throws -> (first: One?, second: Other?) {
    guard let reference, let state = try state(reference.id) else { return (nil, nil) }
    return switch try register(of: reference.id) {
    case One.id: (One(state), nil)
    case Other.id: (nil, Other(state))
    default: (nil, nil)
    }
  }

  /// The records in force of a register whose field has a value.
  ///
  ///     let contracts = try others.records(Contract.self, where: \.employer, is: .record(id))
  ///
  /// - Parameter path: a declared field of `Target`; any other finds nothing.
  public func records<Target: RegisterRecord>(
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
