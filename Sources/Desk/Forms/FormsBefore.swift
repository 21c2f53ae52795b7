internal import Forms
internal import Storage
internal import TargetEngine

/// How rules, units and forms stood before a transaction, by which it is told what it changes of forms. In a ledger
/// without forms nothing is read.
struct FormsBefore {
  let rules: EntryRules
  /// Nil where there are no forms.
  let units: UnitsOfLists?
  /// Who owed each form, by its code.
  let owing: [String: OwedForm]

  init(_ desk: Desk) throws {
    rules = try EntryRules(desk.ledger)
    guard try desk.ledger.hasForms() else {
      (units, owing) = (nil, [:])
      return
    }
    units = try UnitsOfLists(desk.ledger)
    owing = try desk.owedForms()
  }
}
