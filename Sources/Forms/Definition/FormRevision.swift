public import TargetEngine

/// What a definition says of one line or check from a day on: a row of its files. Source: `forms.md`, "Files".
public struct FormRevision<Item: Sendable & Hashable>: Sendable, Hashable {
  /// The line or check; of one that ends what it was.
  public let item: Item
  /// The first day from which on it holds; nil where that is not told.
  public let from: Day?
  /// Whether it is asked for no more.
  public let ends: Bool

  public init(_ item: Item, from: Day? = nil, ends: Bool = false) {
    (self.item, self.from, self.ends) = (item, from, ends)
  }
}

extension FormDefinition {
  /// Whether rows of its files have to say from when they hold.
  public var isDated: Bool { from != nil || !changes.isEmpty }

  /// The form as it is at first. What changes before it begins is part of that.
  public var beginning: FormVersion { from.map { version(on: $0) } ?? first }

  /// The form as rows of forms.csv tell it: at first, and after each change of what such a row says.
  public var editions: [FormEdition] {
    let first = FormEdition(form: self, version: beginning, from: from)
    return changedDays.reduce(into: [first]) { editions, day in
      let version = version(on: day)
      // What is told again, or told back on the same day, changes nothing.
      guard let last = editions.last, !version.isAsked(as: last.version) else { return }
      editions.append(FormEdition(form: self, version: version, from: day))
    }
  }

  /// The rows of form-lines.csv: the lines at first, and what changes of them day by day.
  public var lineRevisions: [FormRevision<FormLine>] { revisions(of: \.lines, by: \.lines) }

  /// The rows of form-checks.csv, likewise.
  public var checkRevisions: [FormRevision<FormCheck>] { revisions(of: \.checks, by: \.checks) }

  /// The days after the beginning on which something changes, each once.
  private var changedDays: [Day] {
    let later = changes.map(\.from).filter { day in from.map { $0 < day } ?? true }
    return Set(later).sorted()
  }

  private func revisions<Item>(
    of items: (FormVersion) -> [Item], by revisions: (FormChange) -> [Revision<Item>]
  ) -> [FormRevision<Item>] {
    var before = items(beginning)
    var rows = before.map { FormRevision($0, from: from) }
    for day in changedDays {
      let told = changes.filter { $0.from == day }.flatMap(revisions)
      rows += told.toldOnce(of: before).compactMap { revision in
        switch revision {
        case .set(let item): FormRevision(item, from: day)
        case .end(let id):
          before.first { $0.id == id }.map { FormRevision($0, from: day, ends: true) }
        }
      }
      before = items(version(on: day))
    }
    return rows
  }
}

extension FormVersion {
  /// Whether a row of forms.csv says the same of both.
  fileprivate func isAsked(as other: FormVersion) -> Bool {
    title == other.title && due == other.due && owing == other.owing && document == other.document
  }
}
