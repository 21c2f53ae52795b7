internal import Cryptography
internal import Database

/// Changes on their way into the journal: what lies in the chain, and beside it what is hidden.
public struct ChangeBatch: Sendable {
  /// Each is about one thing, or about as many as its extent says.
  private(set) var bodies = TextColumn()
  private(set) var extents: [Int] = []
  /// One for each thing, empty where nothing is hidden.
  private(set) var hidden = TextColumn()
  /// One after the other, for each hidden text that is not empty.
  private(set) var salts: [UInt8] = []
  /// What each body of a list begins with; nil when each thing has a body of its own.
  private let heading: [UInt8]?
  private var beside: [UInt8] = []
  /// Random bytes for the next salts.
  private var randomness: [UInt8] = []

  /// - Parameter heading: of a `ListBody`, to write many things into one body.
  public init(list heading: String? = nil) { self.heading = heading.map { Array($0.utf8) } }

  /// One change.
  public init(_ change: Change) {
    self.init()
    append { open, hidden in
      open.append(contentsOf: change.body.utf8)
      hidden.append(contentsOf: change.hidden.utf8)
    }
  }

  /// Whether one body has many things, as those of a list of records do.
  public var isList: Bool { heading != nil }

  /// For about as many other changes.
  public var emptied: ChangeBatch {
    var batch = self
    batch.bodies = bodies.emptied
    batch.extents.removeAll()
    batch.hidden = hidden.emptied
    batch.salts = []
    batch.salts.reserveCapacity(salts.count)
    return batch
  }

  /// Adds a thing: its open lines, or its line in a list, and its hidden lines.
  public mutating func append(_ write: (_ open: inout [UInt8], _ hidden: inout [UInt8]) -> Void) {
    let isNext = isList && extents.last.map { $0 < ListBody.limit } ?? false
    if isNext { bodies.reopenLast() } else { extents.append(0) }
    extents[extents.count - 1] += 1
    if let heading {
      if !isNext { bodies.bytes.append(contentsOf: heading) }
      bodies.bytes.append(UInt8(ascii: "\n"))
    }
    beside.removeAll(keepingCapacity: true)
    write(&bodies.bytes, &beside)
    if isList { bodies.bytes.append(UInt8(ascii: "\t")) }
    if !beside.isEmpty {
      if !isList { bodies.bytes.append(contentsOf: HiddenText.lineBreakAndMark) }
      addSalt()
      HiddenText.writeDigest(
        salts.suffix(HiddenText.saltLength), beside[...], to: &bodies.bytes)
    }
    bodies.end()
    beside.withUnsafeBufferPointer { hidden.append($0) }
  }

  private mutating func addSalt() {
    let length = HiddenText.saltLength
    // As many bytes as the system gives at once.
    if randomness.count < length { randomness = randomBytes(16 * length) }
    salts.append(contentsOf: randomness.suffix(length))
    randomness.removeLast(length)
  }
}
