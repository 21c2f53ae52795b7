internal import Sentences
internal import TargetEngine

/// Records that a command is about, its grounds, and whether it is meant.
extension Wording {
  var noRecord: String {
    self(
      "请写明是哪条记录（记录号或关键字段）。", "Say which record, by its id or key.")
  }

  var recordsTwice: String {
    self(
      "记录号和筛选条件只能用一样。", "Give records or a filter, not both.")
  }

  var noneFound: String {
    self("没有符合条件的记录，未作改动。", "No record meets that; nothing was changed.")
  }

  func notForRemove(_ word: String) -> String {
    self(
      "作废只需写 理由=……，不用\(quote(word))。筛选请用 --where、--unit 或 阶段=……。",
      "Removing takes reason=WHY and no \(quote(word)). Filter with --where, --unit or stage=.")
  }

  var noFields: String {
    self("请写明要填的字段，如 名称=防汛演练。", "Give fields, such as title=Drill.")
  }

  func noAssignment(_ word: String) -> String {
    self(
      "\(quote(word))不是“字段=内容”的写法，如 名称=防汛演练。",
      "\(quote(word)) is not written as field=value.")
  }

  var needsReason: String {
    self("须写明理由，如 理由=重复录入。", "This needs a reason: reason=WHY.")
  }

  var mergesTwo: String {
    self(
      "合并须写两条记录：先写要作废的，再写保留的。",
      "Merging takes two records: the one that goes, then the one that stays.")
  }

  var needsDocument: String {
    self(
      "销毁须写明依据的文号，如 文号=卫健办〔\(ExampleYear.current)〕77号。",
      "Erasing needs the document that orders it: document-no=NUMBER.")
  }

  func needsYes(_ what: String) -> String {
    self("\(what)如确要继续，请加 --yes。", "\(what) Add --yes to go on.")
  }

  var declined: String {
    self("未作改动。", "Nothing was changed.")
  }

  var passphrasesDiffer: String {
    self(
      "两次输入的口令不一致，未作改动。请重新运行。",
      "The two passphrases differ; nothing was changed. Run it again.")
  }

  func needsPassphrase(_ variable: String) -> String {
    self(
      "请在终端中运行以输入口令，或用环境变量 \(variable) 给出；也可加 --file 改用密钥文件。",
      "Run this on a terminal to type the passphrase, give it in \(variable), or use a key file"
        + " with --file.")
  }
}
