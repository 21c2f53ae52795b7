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

extension Written {
  /// Tells what became of forms.
  mutating func tell(_ changes: FormsChanged) {
    leftToNoLists = changes.leftToNoLists
    movedForms = changes.moved
    owedAnew = changes.owedAnew
  }
}

/// What a transaction changes of forms.
struct FormsChanged {
  var leftToNoLists: [LeftToNoList] = []
  var moved: [MovedForm] = []
  var owedAnew: [OwedAnew] = []

  init() {}

  /// Asked once all is written.
  init(_ desk: Desk, since before: FormsBefore) throws {
    leftToNoLists = try desk.leftToNoLists(since: before)
    moved = try desk.movedForms(since: before)
    owedAnew = try desk.owedAnew(since: before)
  }
}
