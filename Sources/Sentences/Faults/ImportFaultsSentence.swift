public import Desk
internal import OfficeFiles
public import TargetEngine

extension ImportFaults: Explained {
  /// A line for each listed fault, and at the end how many there are in all.
  /// The error in words.
  public func complaint(_ language: Language) -> Complaint {
    let rest = count - listed.count
    let total =
      rest > 0
      ? Text(
        "共 \(count) 处错误，以上为前 \(listed.count) 处；未写入任何数据。",
        "\(count) faults in all, the first \(listed.count) listed above; nothing was written.")
      : Text(
        "共 \(count) 处错误，未写入任何数据。",
        count == 1 ? "1 fault; nothing was written." : "\(count) faults; nothing was written.")
    return Complaint(
      lines: listed.map { $0.sentence(language) } + [total(language)], cause: cause)
  }

  /// Bad data, unless a file failed while it was read: then trying again may help.
  private var cause: Complaint.Cause {
    for fault in listed {
      if case .csv(.unreadable(let fault)) = fault.kind { return fault.cause }
    }
    return .badData
  }
}
