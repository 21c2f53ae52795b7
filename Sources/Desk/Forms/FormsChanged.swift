internal import Forms
internal import Storage

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

extension Written {
  /// Tells what became of forms.
  mutating func tell(_ changes: FormsChanged) {
    leftToNoLists = changes.leftToNoLists
    movedForms = changes.moved
    owedAnew = changes.owedAnew
  }
}
