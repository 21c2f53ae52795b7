internal import Storage
internal import TargetEngine

/// A row that says what the year's first target says, without its day: a row of the same target with a day
/// tells that it means that one.
struct WaitingTarget: Sendable {
  var target: Target
  var draft: TargetDraft
  var document: String
  var reason: String
  var file: Int
  var line: Int
  var column: Int
  var yearStart: Day?
}

/// What the files before leave to the next one of the same import.
struct EarlierTargets: Sendable {
  var revisions: TargetRevisions
  var waiting: [WaitingTarget] = []
}

extension TargetReader {
  /// Takes the rows that waited for one with a day, once all files are read.
  mutating func takeWaiting() {
    for row in waiting {
      var (document, reason) = (DocumentNumber.normalized(row.document), row.reason)
      let outcome = document.withUTF8 { document in
        reason.withUTF8 { reason in
          let outcome = revisions.take(
            row.target, row.draft, document: document, reason: reason, file: row.file,
            line: row.line, yearStart: row.yearStart, isLast: true)
          if outcome == .changed { batch.append(row.target, document: document, reason: reason) }
          return outcome
        }
      }
      if case .contradicts(let other, let line) = outcome {
        let place = RowPlace(file: other == row.file ? nil : paths[other], line: line)
        faults.add(
          ImportFault(
            file: paths[row.file], line: row.line, column: row.column + 1,
            kind: .otherTarget(at: place)))
      }
      counts.count(outcome)
    }
    waiting = []
  }
}
