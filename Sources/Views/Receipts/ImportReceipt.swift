public import Desk
public import Journal
internal import Reports
internal import Sentences
public import TargetEngine

extension Imported {
  /// What an import did, or would do, file by file.
  ///
  /// - Parameters:
  ///   - isRehearsal: whether nothing of it was written.
  ///   - noted: the head with the note of the secrets that were compared, where nothing else was written.
  ///   - whole: the command that shows all that it wrote.
  public func receipt(
    _ language: Language, isRehearsal: Bool = false, noted: Head? = nil, whole: String? = nil
  ) -> Receipt {
    let w = Wording(language, whole: whole)
    var lines = files.map { $0.sentence(w, isRehearsal) }
    if !files.contains(where: \.isTaken), !isRehearsal {
      lines.append(
        noted.map { w.notedAlone($0) }
          ?? w("没有需要写入的内容，没有记流水。", "There was nothing to write, and no transaction."))
    }
    let statement: [(String, JSONValue)] = [
      ("report", "import"), ("dryRun", .bool(isRehearsal)), ("files", .array(files.map(\.json))),
    ]
    return Receipt(
      lines.joined(separator: "\n"), statement + (isRehearsal ? [] : counts))
  }

  /// What receipts counted before they named files.
  private var counts: [(String, JSONValue)] {
    let count = { (kind: FileKind, part: KeyPath<ImportedFile, Int>) in
      JSONValue(files(of: kind).map { $0[keyPath: part] }.reduce(0, +))
    }
    let records = files.filter { if case .records = $0.content { true } else { false } }
    let targets = files(of: .targets)
    return [
      ("units", count(.units, \.new)), ("unchangedUnits", count(.units, \.unchanged)),
      ("indicators", count(.indicators, \.new)),
      ("targets", JSONValue(targets.map { $0.new + $0.changed + $0.unchanged }.reduce(0, +))),
      ("changedTargets", count(.targets, \.changed)),
      ("unchangedTargets", count(.targets, \.unchanged)),
      ("entries", JSONValue(files(of: .entries).map { $0.new + $0.changed }.reduce(0, +))),
      ("changedLevels", count(.entries, \.changed)),
      ("unchangedLevels", count(.entries, \.unchanged)),
      ("holidays", JSONValue(files.map(\.years.count).reduce(0, +))),
      ("records", JSONValue(records.map { $0.new + $0.changed + $0.unchanged }.reduce(0, +))),
      ("added", JSONValue(new)), ("changed", JSONValue(changed)),
      ("unchanged", JSONValue(unchanged)),
      (
        "behind",
        .array(files.flatMap(\.passed).filter { $0.reason == .behind }.map { JSONValue($0.row) })
      ),
    ]
  }
}
