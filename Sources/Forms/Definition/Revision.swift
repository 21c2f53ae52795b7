/// What a change says of one line or check; what it does not name goes on.
public enum Revision<Item: Sendable & Hashable & Identifiable>: Sendable, Hashable
where Item.ID: Sendable {
  /// It is added, or takes the place of the one with its identity.
  case set(Item)
  /// It is asked for no more: the content `-` of a line.
  case end(Item.ID)

  var id: Item.ID {
    switch self {
    case .set(let item): item.id
    case .end(let id): id
    }
  }
}

extension Array where Element: Sendable & Hashable & Identifiable, Element.ID: Sendable {
  /// The items after a change: those that it sets keep their place.
  ///
  /// - Parameter place: where a new one is put.
  /// - Throws: for the first of what it ends that is not there.
  func revised(
    by revisions: [Revision<Element>], placing place: (Element, [Element]) -> Int
  ) throws(Missing<Element.ID>) -> [Element] {
    var items = self
    for revision in revisions {
      let index = items.firstIndex { $0.id == revision.id }
      switch (revision, index) {
      case (.set(let item), let index?): items[index] = item
      case (.set(let item), nil): items.insert(item, at: Swift.min(place(item, items), items.count))
      case (.end, let index?): items.remove(at: index)
      case (.end(let id), nil): throw Missing(id: id)
      }
    }
    return items
  }
}

/// What a change ends and was not there.
struct Missing<ID: Sendable>: Error { let id: ID }

extension Array {
  /// What several changes of one day say, as one change says it: of each item the last, and nothing of what comes and
  /// goes on that day.
  ///
  /// - Parameter items: those before it.
  func toldOnce<Item>(of items: [Item]) -> [Revision<Item>] where Element == Revision<Item> {
    var told: [Revision<Item>] = []
    for revision in self {
      if let place = told.firstIndex(where: { $0.id == revision.id }) {
        told[place] = revision
      } else {
        told.append(revision)
      }
    }
    return told.filter { revision in
      if case .end(let id) = revision { items.contains { $0.id == id } } else { true }
    }
  }
}
