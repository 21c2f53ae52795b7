internal import Sentences
internal import TargetEngine

/// Files that are not written.
extension Wording {
  func outputExists(_ path: String) -> String {
    self(
      "\(self.path(path))已经存在，未作改动。如需覆盖，请加 --force。",
      "\(self.path(path)) exists already and was left as it is. Add --force to replace it.")
  }

  func foreignKeyFile(_ path: String) -> String {
    self(
      "\(self.path(path))已经存在，但不是本数据库的密钥，未作改动。请先把它移到别处，"
        + "或用环境变量 TAIZHANG_KEY_FILE 另指定密钥文件。",
      "\(self.path(path)) exists already, is not the key of this database and was left as it is. Move"
        + " it away, or name another key file in TAIZHANG_KEY_FILE.")
  }

  func keyFileBusy(_ path: String) -> String {
    self(
      "另一个程序正占用\(self.path(path))所在的文件夹（如正在更换密钥、备份或恢复），未作改动。请稍后再试。",
      "Another program is changing what lies in the folder of \(self.path(path)); nothing was changed. Try"
        + " again.")
  }

  func outputIsDatabase(_ path: String) -> String {
    self(
      "\(self.path(path))是正在使用的数据库（或它的日志文件），未作改动。请另选一个文件名。",
      "\(self.path(path)) is the database in use, or lies beside it as its log, and was left as it"
        + " is. Choose another name.")
  }

  func outputIsLedger(_ path: String) -> String {
    self(
      "\(self.path(path))是台账数据库、它的备份或它的日志文件，未作改动。请另选一个文件名。",
      "\(self.path(path)) is a ledger, a copy of one or the place of its log, and was left as it is."
        + " Choose another name.")
  }

  func outputIsKey(_ path: String) -> String {
    self(
      "\(self.path(path))是密钥文件，没有它，加密的内容无法恢复，因此未作改动。请另选一个文件名。",
      "\(self.path(path)) is a key file, without which secrets are lost, and was left as it is. Choose"
        + " another name.")
  }

  func writtenUnsaid(_ head: String, _ reason: String) -> String {
    self(
      "已写入数据库（校验码：\(head)），但结果未能输出（系统提示：\(reason)）。请不要重复操作。",
      "This is written (ledger head: \(head)), but the answer could not be printed (\(reason))."
        + " Do not do it again.")
  }

  func revealUnsaid(_ head: String, _ reason: String) -> String {
    self(
      "查看保密内容已记入流水（校验码：\(head)），但文件未能写入（系统提示：\(reason)）。"
        + "请换一个输出文件再运行一次。",
      "The reveal was recorded (ledger head: \(head)), but the file could not be written"
        + " (\(reason)). Run it again with another output.")
  }

  func cannotPrint(_ reason: String) -> String {
    self(
      "无法输出结果（系统提示：\(reason)）。请检查接收输出的程序或文件。",
      "The result could not be printed (\(reason)). Check where the output goes.")
  }

  func cannotWrite(_ path: String, _ reason: String) -> String {
    self(
      "无法写入\(self.path(path))（系统提示：\(reason)）。请检查文件夹是否存在、能否写入。",
      "\(self.path(path)) could not be written (\(reason)). Check that its folder exists and may be"
        + " written to.")
  }

  func noSeeds(_ places: [String]) -> String {
    let list = list(places)
    return self(
      "找不到示例数据 seeds（已找过：\(list)）。请在程序源码文件夹中运行。",
      "The sample data (seeds) was not found in \(list). Run this in the project's folder.")
  }
}
