internal import Database
internal import Sentences

extension Lingering {
  /// Why deleted content may still be found beside the database.
  func sentence(_ w: Wording) -> String {
    switch self {
    case .isRead:
      w(
        "有人正在读取修改前的数据，数据库旁的日志文件里可能还留有旧内容；等其读完，下一条命令运行后才会清除。",
        "Somebody still reads the state before this, so that the log beside the database may keep"
          + " the old content. It goes with the next command after they have finished.")
    case .failed:
      w(
        "已写入；但日志文件未能清理（磁盘读写失败），其中可能还留有旧内容。请检查磁盘；下一条命令会再次清理。",
        "This is written, but the log beside the database could not be cleared (the disk failed) and"
          + " may keep the old content. Check the disk; the next command tries again.")
    }
  }
}
