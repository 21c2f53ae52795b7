public import Database
public import TargetEngine

extension StorageError: Explained {
  /// The error in words.
  public func complaint(_ language: Language) -> Complaint {
    Complaint(sentence(language), cause: cause)
  }

  func sentence(_ language: Language) -> String {
    let w = Wording(language)
    switch self {
    case .notFound(let path):
      return w(
        "找不到数据库\(w.path(path))。请运行 taizhang init 新建，或运行 taizhang demo 载入示例，"
          + "或用 --db 指明数据库文件。",
        "There is no database at \(w.path(path)). Make one with 'taizhang init', load the example"
          + " with 'taizhang demo', or name yours with --db.")
    case .alreadyExists(let path):
      return w(
        "\(w.path(path))已经存在，未作改动。请另选一个文件名。",
        "\(w.path(path)) exists already and was left as it is. Choose another name.")
    case .hasSeveralNames(let path):
      return w(
        "\(w.path(path))不止一个文件名（硬链接），或者正由别的程序以别的文件名打开着（改了名、单独挂载了这个文件）："
          + "各有各的日志，互相看不到，还会互相覆盖。未读写任何内容。请结束别的程序，留下旁边有 -wal 文件的那个名字，删去其余的；要留副本，请用 taizhang backup。",
        "\(w.path(path)) has another name (a hard link), or a program has it open by another name (it was"
          + " renamed, or the file itself is mounted): each has a log of its own, which the other does not"
          + " see and would overwrite. Nothing was read or written. End that program, keep the name beside"
          + " which a '-wal' file lies and remove the others; for a copy use 'taizhang backup'.")
    case .foreignLog(let path):
      return w(
        "\(w.path(path))不是旁边这个数据库的日志：数据库文件改过名，或者被别的文件替换过，而程序那时没有正常结束。未读写任何内容。"
          + "里面可能有尚未写入原数据库的流水：请把它移到原数据库旁边，文件名与原数据库相同、末尾加 -wal，再打开原数据库；确实不要了，就把它移走。",
        "\(w.path(path)) is not the log of the database beside it: that was renamed, or another file took its place,"
          + " while a program did not end as it should. Nothing was read or written. It may hold transactions"
          + " that are not yet in its own database: put it beside that one, by that one's name with '-wal' at"
          + " the end, and open that. If it is not wanted, move it away.")
    case .foreignJournal(let path):
      return w(
        "\(w.path(path))是别的程序改动数据库、中途被终止时留下的，里面是改动以前的内容，不一定属于旁边这个数据库。未读写任何内容。"
          + "如果正是那个程序改动过这个数据库，请用它打开一次；否则请把这个文件移走。",
        "\(w.path(path)) was left by another program that was ended while it changed a database: it holds what was"
          + " there before, and may not be of the database beside it. Nothing was read or written. If that"
          + " program changed this database, open it once with that; otherwise move the file away.")
    case .inTheWay(let path):
      return w(
        "\(w.path(path))不是普通文件，占了数据库放日志的位置。未读写任何内容。请把它移走。",
        "\(w.path(path)) is no ordinary file and lies where the database keeps its log. Nothing was read or written."
          + " Move it away.")
    case .foreign(let path):
      return w(
        "\(w.path(path))不是台账的数据库。请用 --db 指明正确的文件。",
        "\(w.path(path)) is not a database of Taizhang. Name the right file with --db.")
    case .damaged(let detail):
      return w(
        "数据库文件已损坏（\(Wording.plain(detail))）。请停止使用，"
          + "用 taizhang restore 从最近的备份恢复。",
        "The database file is damaged (\(Wording.plain(detail))). Stop using it and bring back the"
          + " latest backup with 'taizhang restore'.")
    case .contradictory(let place):
      let named = place.isEmpty ? "" : w("（\(Wording.plain(place))）", " (\(Wording.plain(place)))")
      return w(
        "数据库中的内容自相矛盾\(named)，未写入任何数据。请运行 taizhang verify 和 check，并与最近的备份核对。",
        "What the database holds contradicts itself\(named); nothing was written. Run"
          + " 'taizhang verify' and 'check', and compare with your latest backup.")
    case .newerSchema(let step):
      return w(
        "数据库由更新版本的台账建立（结构 \(step)），本版本无法打开。请升级后再用。",
        "The database was made by a newer version of Taizhang (step \(step)). Upgrade to open it.")
    case .busy:
      return w(
        "有人正在写入数据库，本次操作未进行，数据库未作改动。请稍后再试。",
        "Somebody else is writing to the database; this was not done. Try again in a moment.")
    case .replaced:
      return w(
        "数据库刚被恢复或替换，本次操作未进行。请核对后再试一次。",
        "The database was just restored or replaced; this was not done. Look at it and try again.")
    case .readOnly:
      return w(
        "数据库不能写入，未写入任何数据。请检查文件及所在文件夹的写入权限。",
        "The database cannot be written to; nothing was written. Check the permissions of the file"
          + " and of its folder.")
    case .diskFull:
      return w(
        "磁盘空间不足，本次操作未完成，数据库未作改动（只是查看也需要少量空间）。请清理磁盘后重试。",
        "The disk is full: this was not done and the database is as it was. Even reading needs a"
          + " little room. Make room and try again.")
    case .overflow: return OverflowFault().sentence(language)
    case .unsettled(let code, let detail):
      return w(
        "写入的最后一步出错（代码 \(code)：\(Wording.plain(detail))），本次操作是否已经写入还不能确定。"
          + "请检查磁盘，再运行 taizhang journal list 查看：确实没有写入，才重做。",
        "The last step of writing failed (code \(code): \(Wording.plain(detail))), and it is not known"
          + " whether this was written. Check the disk and look with 'taizhang journal list': do it"
          + " again only if it is not there.")
    case .failed(let code, let detail):
      return w(
        "数据库读写失败（代码 \(code)：\(Wording.plain(detail))）。"
          + "请检查磁盘以及文件和文件夹的权限后重试。",
        "The database could not be used (code \(code): \(Wording.plain(detail))). Check the disk"
          + " and the permissions of the file and its folder, then try again.")
    }
  }

  private var cause: Complaint.Cause {
    switch self {
    case .notFound: .noInput
    case .alreadyExists: .cannotWrite
    case .busy, .replaced: .busy
    case .overflow: .badData
    case .foreign, .foreignLog, .foreignJournal, .inTheWay, .hasSeveralNames, .damaged,
      .contradictory, .newerSchema, .readOnly,
      .diskFull,
      .failed, .unsettled:
      .io
    }
  }
}
