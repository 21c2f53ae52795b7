public import OfficeFiles
public import TargetEngine

/// One thing wrong in a file, and where. Nothing of the file is written.
public struct ImportFault: Sendable, Equatable {
  /// The cell that it is about.
  public var place: TablePlace
  /// What is wrong.
  public var kind: Kind
  /// How many more rows than those that are listed have the same fault in the same column.
  public internal(set) var more = 0

  /// What can be wrong with a cell, a row or a file.
  public enum Kind: Error, Equatable {
    case csv(CSVFault.Kind)
    /// The header fits no kind of file.
    case unknownHeader([String], near: [NearRegister])
    case missingColumns([Text], of: FileKind)
    /// A column of the history of a target, which is no list of targets.
    case isHistory(String)
    case repeatedColumn(String)
    /// A title that gives numbers in a unit of many, such as 万元.
    case scaledColumn(String, String)
    /// A row above the header that says so of the whole table.
    case scaledTable(String)
    /// A title that gives numbers in another unit than what they are of.
    case otherMeasure(String, of: Text, measure: String)
    case missingValue(Text)
    case badDay(String)
    case badChoice(String, allowed: [Text])
    case badPace(String)
    case amount(AmountFault, text: String)
    /// A rule that the value breaks.
    case rule(DeskError)
    case repeatedCode(String, firstLine: Int)
    /// A record that has a row already, in this file or another of the same import.
    case repeatedRecord(String, first: RowPlace)
    case parentCycle([String])
    case repeatedDay(Day, firstLine: Int)
    /// An entry that one of these files brought before, imported by a transaction.
    case sameRow(of: [String], transaction: Int64)
    /// The same of a file that is imported together with this one.
    case sameRowOf(RowPlace)
    /// A level of a unit and day of which a row before said another.
    case otherLevel(file: String, line: Int)
    /// Another amount of the same target from the same day, or other terms.
    case otherTarget(at: RowPlace)
    /// A day that would make up for a holiday, but is worked as it is.
    case workedAnyway(Day)
    /// A year that lacks the holidays which every year has.
    case holidaysNotWhole(Int)
  }
}

/// The faults of an import: a hundred of them, and how many there are in all. One fault of very many rows hides none of
/// another kind.
public struct ImportFaults: Error, Sendable, Equatable {
  public private(set) var listed: [ImportFault] = []
  public private(set) var count = 0
  private static let limit = 100
  /// After so many faults no suggestions are looked for.
  private static let many = 1000
  /// How many are listed that are one and the same in one column of a file.
  private static let mostAlike = 5

  var isEmpty: Bool { count == 0 }

  /// Whether the wording of another fault is worth some work.
  var suggests: Bool { listed.count < ImportFaults.limit && count < ImportFaults.many }

  /// Whether there may be more rows with the same fault than `more` says.
  public private(set) var isRoughlyCounted = false

  init() {}

  init(_ fault: ImportFault) { add(fault) }

  init(_ fault: CSVFault, in file: String) {
    add(.csv(fault.kind), at: TablePlace(file: file, line: fault.line, column: fault.column))
  }

  init(_ fault: CSVFault, in table: any TableSource) {
    add(.csv(fault.kind), at: table.place(row: fault.line, column: fault.column))
  }

  /// The same faults, each listed one put in other words.
  func mapped(_ transform: (ImportFault) throws -> ImportFault) rethrows -> ImportFaults {
    var faults = self
    faults.listed = try listed.map(transform)
    return faults
  }

  mutating func add(_ other: ImportFaults) {
    for fault in other.listed { list(fault) }
    isRoughlyCounted = isRoughlyCounted || other.isRoughlyCounted
    count += other.count
  }

  /// Puts listed ones into the order of files, as these were read, of rows and of columns.
  ///
  /// - Parameters:
  ///   - start: the first of them.
  ///   - files: none where they are of one file.
  mutating func putInOrder(from start: Int = 0, by files: [String] = []) {
    guard listed.count > start + 1 else { return }
    let order = Dictionary(files.enumerated().map { ($1, $0) }) { first, _ in first }
    let sorted = listed[start...].enumerated().map { offset, fault in
      (key: (order[fault.place.file] ?? -1, fault.place.line, fault.place.column, offset), fault)
    }.sorted { $0.key < $1.key }
    listed.replaceSubrange(start..., with: sorted.map(\.1))
  }

  mutating func add(_ kind: ImportFault.Kind, at place: TablePlace) {
    add(ImportFault(place: place, kind: kind))
  }

  /// Counts more that are not listed.
  mutating func add(_ more: Int) {
    count += more
    isRoughlyCounted = isRoughlyCounted || more > 0
  }

  mutating func add(_ fault: ImportFault) {
    list(fault)
    count += 1
  }

  private mutating func list(_ fault: ImportFault) {
    let alike = listed.indices.filter { listed[$0].isSame(as: fault) }
    if let last = alike.last, alike.count >= ImportFaults.mostAlike {
      listed[last].more += 1 + fault.more
    } else if listed.count < ImportFaults.limit || makeRoom(for: fault) {
      listed.append(fault)
    }
  }

  /// Takes the last of those that are many of a kind off the full list, where none of this kind is on it.
  private mutating func makeRoom(for fault: ImportFault) -> Bool {
    if listed.contains(where: fault.isLike) { return false }
    let crowds = listed.indices.map { place in (place, listed.count { $0.isLike(listed[place]) }) }
    guard let most = crowds.max(by: { $0.1 < $1.1 }), most.1 > 1,
      let last = listed.lastIndex(where: listed[most.0].isLike)
    else { return false }
    listed.remove(at: last)
    return true
  }
}

/// A register that a header may have been meant for.
public struct NearRegister: Sendable, Equatable {
  /// What it is called.
  public var name: Text
  /// The fields that it needs and the header does not have.
  public var missing: [Text]
  /// The columns of the header that it does not know.
  public var unknown: [String]
}
