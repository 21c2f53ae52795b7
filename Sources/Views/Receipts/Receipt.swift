public import Desk
internal import Journal
public import Reports
internal import Sentences
public import TargetEngine

/// What a use case wrote, as a sentence and as members of a JSON object.
///
/// ```swift
/// let written = try desk.log("clinics.accepted", "3", unit: nil, on: nil, year: nil, note: "", isLevel: false)
/// print(written.result.receipt(.en).of(written, .en).sentence)
/// ```
public struct Receipt: Sendable {
  /// What people read; of several lines where much is to be said.
  public var sentence: String
  /// What machines read.
  public var members: [(String, JSONValue)]

  /// - Parameters:
  ///   - sentence: what was done.
  ///   - members: the same for machines.
  public init(_ sentence: String, _ members: [(String, JSONValue)] = []) {
    self.sentence = sentence
    self.members = members
  }

  /// The receipt with the ledger's new head, which paper may keep, and with all that must be said of a
  /// transaction: levels that moved, what became of records, what may linger.
  public func of<Result>(_ written: Written<Result>, _ language: Language) -> Receipt {
    let w = Wording(language, whole: written.whole)
    let head = written.head
    let levels: [(String, JSONValue)] =
      written.levels.isEmpty ? [] : [("levels", written.levels.json)]
    let isDone: [(String, JSONValue)] =
      (written.lingering == nil ? [] : [("traces", .bool(true))])
      + (written.isEmpty && !written.isRehearsal ? [("written", .bool(false))] : [])
    let end =
      written.isRehearsal
      ? written.noted.map { w.rehearsalNoted($0) }
        ?? w(
          "试运行：什么也没有写入。", "Dry run: nothing was written.")
      : w("校验码：\(head.spoken)", "Ledger head: \(head.spoken)")
    let proof: [(String, JSONValue)] =
      written.isRehearsal
      ? written.noted.map { [("noted", .integer($0.transaction))] } ?? []
      : [("transaction", .integer(head.transaction)), ("head", .string(head.description))]
    return Receipt(
      sentence + written.levels.sentences(w) + written.notices.sentences(w)
        + written.replaced.sentences(w) + written.doubles.sentences(w)
        + written.leftToNoLists.sentences(w) + written.movedForms.sentences(w)
        + written.owedAnew.sentences(w)
        + written.late.sentences(w)
        + (written.lingering.map { "\n" + $0.sentence(w) } ?? "")
        + (written.laterTime.map { "\n" + w.laterTime($0) } ?? "") + "\n" + end,
      proof + members + levels + written.notices.json + written.replaced.json
        + written.doubles.json + written.leftToNoLists.json + written.movedForms.json
        + written.owedAnew.json
        + written.late.json
        + (written.laterTime.map { [("laterTime", .string($0))] } ?? []) + isDone)
  }
}

extension Written {
  /// The command that shows all that was written; nil where nothing was.
  public var whole: String? {
    isRehearsal || isEmpty ? nil : "taizhang journal show \(head.transaction)"
  }
}

extension Wording {
  fileprivate func rehearsalNoted(_ head: Head) -> String {
    self(
      "试运行：台账数据没有变动。哪些保密内容台账里已有，看得出来，所以记入了流水 #\(head.transaction)。",
      "Dry run: the ledger's data are as before. It tells which secrets are known, which was noted in #\(head.transaction)."
    )
  }

  /// - Parameter head: with the note of what was compared.
  func notedAlone(_ head: Head) -> String {
    self(
      "没有需要写入的内容。哪些保密内容台账里已有，看得出来，所以记入了流水 #\(head.transaction)。",
      "There was nothing to write. It tells which secrets are known, which was noted in #\(head.transaction)."
    )
  }

  /// - Parameter time: of the transaction before, in UTC.
  fileprivate func laterTime(_ time: String) -> String {
    let text = ShanghaiTime.text(time)
    return self(
      "注意：上一笔流水记于 \(text)，晚于这台电脑现在的时间。请核对电脑的日期和时间。",
      "Note: the transaction before was recorded at \(text), which is later than this machine's clock"
        + " has now. Check its date and time.")
  }
}
