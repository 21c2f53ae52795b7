internal import Glibc
public import StorageSQLite
public import TargetEngine

extension CopyFault: Explained {
  /// The error in words.
  public func complaint(_ language: Language) -> Complaint {
    switch self {
    case .exists(let path):
      return Complaint(
        Text(
          "文件已存在：\(path)。如要覆盖，请加 --force。",
          "\(path) exists already; add --force to replace it.")(language), cause: .cannotWrite)
    case .notFile(let path):
      return Complaint(
        Text(
          "\(path) 是文件夹、管道或设备，数据库不能写在那里，未作改动。请另选一个文件名。",
          "\(path) is a folder, a pipe or a device, where no database can be written; it was left"
            + " as it is. Choose the name of a file.")(language), cause: .cannotWrite)
    case .isLog(let path):
      return Complaint(
        Text(
          "\(path) 是另一个台账的日志文件所在，写在那里会丢失它的数据，未作改动。请另选一个文件名。",
          "\(path) is where another ledger keeps its log: nothing was written, since that would lose"
            + " what the log holds. Choose another name.")(language), cause: .cannotWrite)
    case .strayLog(let path):
      return Complaint(
        Text(
          "\(path) 是一个台账的日志文件，可能还有未并入的数据，而台账文件已不在旁边，未作改动。"
            + "台账移走了的，请把这个文件移到它旁边；确已无用的，请移开后重试。",
          "\(path) is the log of a ledger that is no longer beside it and may hold what is nowhere else;"
            + " nothing was written. If the ledger was moved, move the log beside it; else move it away."
        )(
          language), cause: .cannotWrite)
    case .isSource(let path):
      return Complaint(
        Text(
          "\(path) 就是正在使用的数据库，未作改动。请另选一个文件名。",
          "\(path) is the database itself and was left as it is. Choose another name.")(language),
        cause: .cannotWrite)
    case .unsound(let findings):
      let lines = findings.map { $0.sentence(language) }
      let head = Text(
        "数据未通过验证，没有写入任何文件：", "The data does not verify; no file was written:")(language)
      return Complaint(lines: [head] + lines, cause: .io)
    case .cannotWrite(let path, let code):
      let why = String(cString: strerror(code))
      return Complaint(
        Text("无法写入 \(path)：\(why)。", "\(path) cannot be written: \(why).")(language),
        cause: .cannotWrite)
    }
  }
}
