internal import Database
internal import Desk
internal import Journal
internal import Reports
internal import Storage

extension Output {
  /// Says what a command wrote, with the ledger's new head, which paper may keep.
  ///
  /// - Throws: `UsageFault.writtenUnsaid` where it cannot be said.
  func receipt<Result>(
    _ written: Written<Result>, _ message: String, _ fields: [(String, JSONValue)] = []
  ) throws {
    let head = written.head.description
    let traces = written.lingering.map { "\n" + $0.sentence } ?? ""
    let levels: [(String, JSONValue)] =
      written.levels.isEmpty ? [] : [("levels", written.levels.json)]
    let isDone: [(String, JSONValue)] =
      (written.lingering == nil ? [] : [("traces", .bool(true))])
      + (written.isEmpty ? [("written", .bool(false))] : [])
    try afterWriting(written.head) {
      try tell(
        "\(message)\(written.levels.sentences)\(written.notices.sentences)"
          + "\(written.late.map { "\n" + $0.sentence } ?? "")\(traces)\n"
          + say("校验码：\(written.head.spoken)", "Ledger head: \(written.head.spoken)"),
        json: .object(
          [("transaction", .integer(written.head.transaction)), ("head", .string(head))] + fields
            + levels + written.notices.json + (written.late?.json ?? []) + isDone))
    }
  }

  /// Prints what is written already, with this head; should that fail, it is said that it is.
  ///
  /// - Parameter isReveal: whether only a look at secrets was written, which may be repeated.
  func afterWriting(_ head: Head, isReveal: Bool = false, _ print: () throws -> Void) throws {
    let reason: String
    do {
      return try print()
    } catch UsageFault.cannotWrite(_, let why) {
      reason = why
    } catch UsageFault.outputExists {
      reason = say("文件已经存在", "the file exists already")
    }
    throw isReveal
      ? UsageFault.revealUnsaid(head.spoken, reason: reason)
      : UsageFault.writtenUnsaid(head.spoken, reason: reason)
  }
}

extension Lingering {
  fileprivate var sentence: String {
    switch self {
    case .isRead:
      say(
        "有人正在读取修改前的数据，数据库旁的日志文件里可能还留有旧内容；等其读完，下一条命令运行后才会清除。",
        "Somebody still reads the state before this, so that the log beside the database may keep"
          + " the old content. It goes with the next command after they have finished.")
    case .failed:
      say(
        "已写入；但日志文件未能清理（磁盘读写失败），其中可能还留有旧内容。请检查磁盘；下一条命令会再次清理。",
        "This is written, but the log beside the database could not be cleared (the disk failed) and"
          + " may keep the old content. Check the disk; the next command tries again.")
    }
  }
}
