public import Desk
internal import OfficeFiles
public import TargetEngine

extension ImportFaults: Explained {
  /// A line for each listed fault, and at the end how many there are in all.
  /// The error in words.
  public func complaint(_ language: Language) -> Complaint {
    let told = listed.reduce(0) { $0 + 1 + $1.more }
    let total =
      told < count
      ? Text(
        "共 \(count) 处错误，以上列出 \(told) 处；未写入任何数据。",
        "\(count) faults in all, \(told) of them listed above; nothing was written.")
      : Text(
        "共 \(count) 处错误，未写入任何数据。",
        count == 1 ? "1 fault; nothing was written." : "\(count) faults; nothing was written.")
    return Complaint(lines: lines(language) + [total(language)], cause: cause)
  }

  /// One and the same fault of many rows stands once, with how many there are and the first of them.
  private func lines(_ language: Language) -> [String] {
    var told: [ImportFault] = []
    return listed.compactMap { fault in
      if told.contains(where: fault.isSame) { return nil }
      let alike = listed.filter(fault.isSame)
      let more = alike.reduce(0) { $0 + $1.more }
      let sentence = fault.sentence(language)
      guard alike.count + more > ImportFaults.fewAlike else { return sentence }
      told.append(fault)
      return sentence + rows(alike.map(\.place.line), alike.count + more, language)
    }
  }

  /// So few of them stand each for itself.
  private static let fewAlike = 3

  private func rows(_ first: [Int], _ count: Int, _ language: Language) -> String {
    let rows = first.map { "\($0)" }
    let (least, atLeast) = isRoughlyCounted ? ("至少", "at least ") : ("", "")
    let (rest, others) = count > first.count ? ("等", ", …") : ("", "")
    return Text(
      "（同样的错误\(least)有 \(count) 行：第 \(rows.joined(separator: "、")) 行\(rest)）",
      " (the same on \(atLeast)\(count) rows: \(rows.joined(separator: ", "))\(others))")(language)
  }

  /// Bad data, unless a file failed while it was read: then trying again may help.
  private var cause: Complaint.Cause {
    for fault in listed {
      if case .csv(.unreadable(let fault)) = fault.kind { return fault.cause }
    }
    return .badData
  }
}
