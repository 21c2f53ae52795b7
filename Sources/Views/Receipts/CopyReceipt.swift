internal import Journal
internal import Reports
internal import Sentences
internal import Storage
public import StorageSQLite
public import TargetEngine

extension ProvenCopy {
  /// Whether a check finds nothing in it.
  public var isRight: Bool { findings.isEmpty }

  /// What was proven of a copy, and what it took the place of.
  ///
  /// - Parameters:
  ///   - verb: what was done.
  ///   - notes: what else its user has to know.
  public func receipt(
    _ verb: Text, to path: String, notes: [String] = [], _ language: Language
  ) -> Receipt {
    let w = Wording(language)
    let proven =
      isRight
      ? w("，历史已验证，汇总已核对：", "; history verified, totals checked: ")
      : w("，历史已验证：", "; history verified: ")
    let lines =
      ["\(verb(language))\(proven)\(path)"] + advice(w) + notes
      + (replaced.sentence(w).map { [$0] } ?? [])
      + [w("校验码：\(head.spoken)", "Ledger head: \(head.spoken)")]
    return Receipt(
      lines.joined(separator: "\n"),
      [("file", .string(path)), ("head", .string("\(head)")), ("checked", .bool(isRight))]
        + replaced.members)
  }

  /// What to do about the findings, by what mends them.
  private func advice(_ w: Wording) -> [String] {
    let derived = findings.count { $0.isDerived }
    let others = findings.count - derived
    let totals = w(
      "其中汇总有 \(derived) 处与明细不一致，请运行 taizhang check --rebuild 重新汇总。",
      "Its totals do not follow from the entries (\(derived) findings): run"
        + " 'taizhang check --rebuild'.")
    let rest = w(
      "另有 \(others) 处不是重新汇总所能改正的，请运行 taizhang check 逐项查看。",
      "What deriving totals again does not mend (\(others) findings) is shown by"
        + " 'taizhang check'.")
    return (derived > 0 ? [totals] : []) + (others > 0 ? [rest] : [])
  }
}

extension ProvenCopy.Replaced {
  fileprivate func sentence(_ w: Wording) -> String? {
    switch self {
    case .nothing: nil
    case .history(let head):
      w(
        "被替换的台账到 \(head.spoken) 为止，其中有此备份没有的内容，已不在该文件中。",
        "The ledger that was replaced ended at \(head.spoken) and held what this copy does not: it is"
          + " no longer in that file.")
    case .unreadable:
      w(
        "被替换的文件读不出是哪个台账、到哪一笔为止：其中如有此备份没有的内容，已不在该文件中。",
        "The file that was replaced could not be read as a ledger, so that nobody knows where it ended:"
          + " what it held that this copy does not is no longer there.")
    }
  }

  fileprivate var members: [(String, JSONValue)] {
    switch self {
    case .nothing: [("replaced", .null)]
    case .history(let head): [("replaced", .string("\(head)"))]
    case .unreadable: [("replaced", .null), ("replacedUnread", .bool(true))]
    }
  }
}
