internal import Database
internal import Dispatch
internal import Journal

/// All entries in the order of their numbers, once.
///
/// Reading rows is nearly all of a proof's work, so that a second thread, with a connection of its
/// own, reads every other stretch. Entries are only ever added: what another process writes
/// meanwhile changes nothing before `end`.
final class EntryStream {
  private static let stretch: Int64 = 1 << 14

  private let connection: any Connection
  /// The number after the last.
  private let after: Int64
  /// Up to here entries are read.
  private let end: Int64
  private var forms: EntryForms
  private var next: Int64 = 1
  /// Whether there are entries before the first number.
  private let hasEarlier: Bool
  private var ahead: Channel<Result<EntryForms, StorageError>>?

  init(_ connection: any Connection) throws(StorageError) {
    self.connection = connection
    // Asked for together, they would be looked for in all rows.
    let range = try connection.first(
      "SELECT (SELECT MIN(seq) FROM entry), (SELECT MAX(seq) FROM entry), (SELECT COUNT(*) FROM entry)"
    ) { (first: $0.optionalInt(0) ?? 1, last: $0.int(1), count: $0.int(2)) }
    hasEarlier = (range?.first ?? 1) < 1
    after = max(1, JournalRow.Rows(first: range?.last ?? 0, count: 1).end)
    // A number far beyond the number of rows is no transaction's; on the way there is nothing to read.
    end = min(after, 2 * (range?.count ?? 0) + EntryStream.stretch)
    forms = try EntryForms(connection, 1, min(end, 1 + EntryStream.stretch))
    if end > forms.end, let opener = connection.opener { ahead = readAhead(opener) }
  }

  deinit { ahead?.cancel() }

  /// Whether there are entries that were not taken.
  var hasMore: Bool { hasEarlier || next < after }

  /// Adds the entries of a stretch to a form; false when one is missing or was passed over.
  func take(_ rows: JournalRow.Rows, into form: inout Canonical) throws(StorageError) -> Bool {
    guard rows.count > 0 else { return true }
    var whole = rows.first == next && rows.end <= end
    next = max(next, min(rows.first, end))
    while next < min(rows.end, end) {
      while next >= forms.end { try advance() }
      let part = next..<min(rows.end, forms.end)
      whole = forms.add(part, to: &form) && whole
      next = part.upperBound
    }
    return whole
  }

  private func advance() throws(StorageError) {
    let first = forms.end
    let isAhead = (first - 1) / EntryStream.stretch % 2 == 1
    if isAhead, let ahead {
      forms = try ahead.receive().get()
    } else {
      forms = try EntryForms(connection, first, min(end, first + EntryStream.stretch))
    }
  }

  private func readAhead(
    _ opener: @escaping ConnectionOpener
  ) -> Channel<Result<EntryForms, StorageError>> {
    let channel = Channel<Result<EntryForms, StorageError>>(capacity: 2)
    let (end, stretch) = (end, EntryStream.stretch)
    DispatchQueue.global().async {
      do throws(StorageError) {
        let connection = try opener()
        for first in Swift.stride(from: 1 + stretch, to: end, by: Int(2 * stretch)) {
          let forms = try EntryForms(connection, first, min(end, first + stretch))
          guard channel.send(.success(forms)) else { return }
        }
      } catch {
        _ = channel.send(.failure(error))
      }
    }
    return channel
  }
}
