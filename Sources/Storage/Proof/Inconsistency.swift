internal import Database
public import Registers
public import TargetEngine

/// What `check` found: something derived that does not follow from what it is derived from.
public enum Inconsistency: Sendable, Hashable {
  case total(unit: UnitID, indicator: IndicatorID, planYear: Int, year: Int)
  case plan(unit: UnitID, indicator: IndicatorID, year: Int)
  /// The index by which a unit's entries are found is wrong.
  case run(unit: UnitID)
  /// The index by which entries after a day are found is wrong.
  case span
  case unitNames
  /// A unit's parent does not exist or lies below it.
  case tree(unit: UnitID)
  /// An entry of a unit or indicator that does not exist, of a ratio, or outside of the unit's
  /// time.
  case entry(seq: Int64)
  /// A number stands where records have posted.
  case countedTwice(unit: UnitID, indicator: IndicatorID)
  /// It is noted wrongly whether the figures of a place come by list.
  case listed(unit: UnitID, indicator: IndicatorID)
  /// What a record posted is not what it calls for.
  case record(RecordID)
  /// A record is found by a stage or a value that it does not have.
  case columns(RecordID)
  /// A record's secrets lie without their key, the key without secrets, or it does not open them.
  case secrets(RecordID)
  /// What a group of records posted, by its source, is not what it calls for.
  case group(String)
  /// An entry of a level has not what belongs to its statement.
  case level(unit: UnitID, indicator: IndicatorID)
  /// What a submission of a form posted, by its source without the line, is not what it calls for; or it is judged by
  /// another version than its period's.
  case form(String)
  /// A table, index, view or trigger that the program did not make, made otherwise, or lacks.
  case schema(object: String, SchemaDifference)
  /// The database's own words for damage to its file.
  case file(String)

  /// The unit that it is about; nil for none.
  public var unit: UnitID? {
    switch self {
    case .total(let unit, _, _, _), .plan(let unit, _, _), .run(let unit), .tree(let unit),
      .countedTwice(let unit, _), .listed(let unit, _), .level(let unit, _):
      unit
    case .span, .unitNames, .entry, .record, .columns, .secrets, .group, .form, .schema, .file: nil
    }
  }

  /// Whether it is of what is derived, which `Ledger.rebuild` derives again.
  public var isDerived: Bool {
    switch self {
    case .total, .plan, .run, .span, .unitNames, .columns, .listed: true
    case .tree, .entry, .countedTwice, .record, .secrets, .group, .level, .form, .schema, .file:
      false
    }
  }
}

/// How what a database consists of differs from what the program makes.
public enum SchemaDifference: Sendable, Hashable {
  case foreign, missing, other
}
