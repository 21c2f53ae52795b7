internal import Storage
internal import Synchronization
internal import TargetEngine

/// Units by paths of names, for a thread that reads a large file without a ledger. What finds them is
/// made when a file first names a unit by a path.
final class UnitPaths: Sendable {
  /// All units with their names as bytes, those that were merged into others last.
  struct Listed: Sendable {
    fileprivate var bytes: [UInt8] = []
    fileprivate var ends: [Int] = []
    fileprivate var ids: [UnitID] = []
    fileprivate var parents: [UnitID?] = []
    fileprivate var standing = 0

    /// - Parameter names: the code first.
    mutating func add(
      _ unit: UnitID, names: [UnsafeBufferPointer<UInt8>], parent: UnitID?, isMerged: Bool
    ) {
      for name in names {
        bytes += name
        bytes.append(Listed.separator)
      }
      end(unit, parent: parent, isMerged: isMerged)
    }

    mutating func add(_ stored: StoredUnit) {
      for name in [stored.unit.code, stored.unit.name] + stored.aliases {
        bytes += name.utf8
        bytes.append(Listed.separator)
      }
      end(stored.unit.id, parent: stored.unit.parent, isMerged: stored.merged != nil)
    }

    private mutating func end(_ unit: UnitID, parent: UnitID?, isMerged: Bool) {
      ends.append(bytes.count)
      ids.append(unit)
      parents.append(parent)
      if !isMerged { standing = ids.count }
    }

    // Names stand on one line.
    fileprivate static let separator = UInt8(ascii: "\n")
  }

  private struct Name: Hashable {
    var text: String
    /// The place of the unit above; -1 for wherever.
    var above: Int
  }

  private struct Index {
    /// The units that have a name, as it is compared.
    var places: [Name: [Int]] = [:]
    var known: [String: Int32?] = [:]

    init(_ listed: Listed) {
      var byID: [UnitID: Int] = [:]
      for (place, id) in listed.ids.enumerated() { byID[id] = place }
      var start = 0
      for (place, end) in listed.ends.enumerated() {
        // The code is no name.
        let names = listed.bytes[start..<end].split(separator: Listed.separator).dropFirst().map {
          String(decoding: $0, as: UTF8.self).compared
        }
        start = end
        let above = listed.parents[place].flatMap { byID[$0] }
        for text in Set(names) {
          places[Name(text: text, above: -1), default: []].append(place)
          if let above { places[Name(text: text, above: above), default: []].append(place) }
        }
      }
    }
  }

  private let listed: Listed
  private let index = Mutex<Index?>(nil)

  init(_ listed: Listed) { self.listed = listed }

  /// The place in the list of the unit that a path leads to, `ByteTable.ambiguous` where it leads to
  /// several, nil for none.
  func place(_ text: UnsafeBufferPointer<UInt8>) -> Int32? {
    let form = String(decoding: text, as: UTF8.self).compared
    return index.withLock { kept in
      // Taken out while it is changed: two owners would make each change a copy.
      var index = kept ?? Index(listed)
      kept = nil
      defer { kept = index }
      if let known = index.known[form] { return known }
      let found = units(form, index)
      let place: Int32? = found.count > 1 ? ByteTable.ambiguous : found.first.map { Int32($0) }
      index.known[form] = .some(place)
      return place
    }
  }

  private func units(_ form: String, _ index: Index) -> [Int] {
    let all: [Int] = UnitPath.units(form) { names, above in
      names.flatMap { name in
        (index.places[Name(text: name, above: above ?? -1)] ?? []).map { (name, $0) }
      }
    }
    let standing = all.filter { $0 < listed.standing }
    return standing.isEmpty ? all : standing
  }
}
