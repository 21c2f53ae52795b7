internal import OfficeFiles
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
  var place: TablePlace
  var names: TargetNames
  var yearStart: Day?
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
            line: row.place.line, yearStart: row.yearStart, isLast: true)
          if outcome == .changed { batch.append(row.target, document: document, reason: reason) }
          return outcome
        }
      }
      if case .contradicts(let other, let line) = outcome {
        let place = RowPlace(file: name(of: other, seenFrom: row.file), line: line)
        faults.add(.otherTarget(at: place), at: row.place)
      }
      count(outcome, row.target, row.names, of: row.file, row.place.line)
    }
    waiting = []
  }
}
