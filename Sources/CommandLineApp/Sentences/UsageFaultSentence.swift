internal import Sentences
internal import TargetEngine

extension UsageFault: Explained {
  func complaint(_ language: Language) -> Complaint {
    Complaint(sentence(language), cause: cause)
  }

  private func sentence(_ language: Language) -> String {
    let w = Wording(language)
    switch self {
    case .noClock:
      return w(
        "读不出本机的日期。请用 --today 写明，如 --today 2021-06-28。",
        "The date of this machine cannot be read. Give it, as in --today 2021-06-28.")
    case .notText(let place): return notText(place, w)
    case .noWords:
      return w(
        "系统没有交来命令的内容（/proc 读不到），未作改动。",
        "The words of the command could not be read from /proc; nothing was done.")
    case .badToday(let text, let source):
      return w.join([
        w(
          "\(source) 的值\(w.quote(text))不是日期。",
          "\(source) is \(w.quote(text)), which is no day."),
        Day.fault(of: text).sentence(language),
      ])
    case .badYear(let text): return w.badYear(text)
    case .badCount(let option, let most):
      return w(
        "\(option) 须为 0 至 \(most) 的整数。", "\(option) is a whole number from 0 to \(most).")
    case .directionMark(let text):
      return w(
        "\(w.quote(text))里有改变文字方向的隐藏字符（如 U+202E），未作改动。请删掉重新输入。",
        "\(w.quote(text)) has a hidden mark that turns the direction of writing (such as U+202E);"
          + " nothing was done. Type it again.")
    case .givenTwice(let option, let values):
      return w(
        "\(option) 只能写一次，这里写了 \(values.count) 次：\(w.list(values.map(w.quote)))，未作改动。",
        "\(option) is given more than once, as \(w.list(values.map(w.quote))); nothing was done. Give it"
          + " once.")
    case .notTogether(let option, let other):
      return w(
        "\(option) 和 \(other) 不能同时使用。请去掉一个。",
        "\(option) and \(other) do not go together. Leave one out.")
    case .badChoice(let value, let option, let choices):
      return w(
        "\(w.quote(value))不能用于 \(option)。可选：\(w.list(choices))。",
        "\(option) does not take \(w.quote(value)). Give one of \(w.list(choices)).")
    case .unknownCommand(let word, let suggestions):
      let advice = w(
        "请运行 taizhang --help 查看全部命令。", "Run 'taizhang --help' for all commands.")
      return w.join([
        w("没有\(w.quote(word))这个命令。", "There is no command \(w.quote(word))."),
        w.guess(suggestions, otherwise: advice),
      ])
    case .notOneIndicator:
      return w(
        "请写明一个指标，或用 --all 查看全部指标，两者选一。",
        "Name one indicator, or give --all for every one, but not both.")
    case .takesNoYear(let question, let year):
      return w(
        "\(question) 看的是某一天的情况，不分年度，请去掉 \(year)；看别的日子用 --on。",
        "\(question) is about a day and takes no year: leave \(year) out, or say --on DAY.")
    case .noRecord:
      return w(
        "请写明是哪条记录（记录号或关键字段）。", "Say which record, by its id or key.")
    case .recordsTwice:
      return w(
        "记录号和筛选条件只能用一样。", "Give records or a filter, not both.")
    case .noneFound:
      return w("没有符合条件的记录，未作改动。", "No record meets that; nothing was changed.")
    case .notForRemove(let word):
      return w(
        "作废只需写 reason=理由，不用\(w.quote(word))。筛选请用 --where、--unit 或 stage=。",
        "Removing takes reason=WHY and no \(w.quote(word)). Filter with --where, --unit or stage=.")
    case .noAssignment(""):
      return w("请写明要填的字段，如 名称=防汛演练。", "Give fields, such as title=Drill.")
    case .noAssignment(let word):
      return w(
        "\(w.quote(word))不是“字段=内容”的写法，如 名称=防汛演练。",
        "\(w.quote(word)) is not written as field=value.")
    case .needsDay(let text):
      return w(
        "\(w.quote(text))不是日期。请最后写日期，如 redate 记录 阶段 2021-02-08。",
        "\(w.quote(text)) is no day. End with the day, as in redate RECORD STAGE 2021-02-08.")
    case .needsReason:
      return w("须写明理由，如 reason=重复录入。", "This needs a reason: reason=WHY.")
    case .mergesTwo:
      return w(
        "合并须写两条记录：先写要作废的，再写保留的。",
        "Merging takes two records: the one that goes, then the one that stays.")
    case .needsDocument:
      return w(
        "销毁须写明依据的文号，如 document-no=卫健办〔2021〕77号。",
        "Erasing needs the document that orders it: document-no=NUMBER.")
    case .needsYes(let what):
      return w("\(what)如确要继续，请加 --yes。", "\(what) Add --yes to go on.")
    case .declined: return w("未作改动。", "Nothing was changed.")
    case .passphrasesDiffer:
      return w(
        "两次输入的口令不一致，未作改动。请重新运行。",
        "The two passphrases differ; nothing was changed. Run it again.")
    case .needsPassphrase(let variable):
      return w(
        "请在终端中运行以输入口令，或用环境变量 \(variable) 给出；也可加 --file 改用密钥文件。",
        "Run this on a terminal to type the passphrase, give it in \(variable), or use a key file"
          + " with --file.")
    case .outputExists(let path):
      return w(
        "\(w.path(path))已经存在，未作改动。如需覆盖，请加 --force。",
        "\(w.path(path)) exists already and was left as it is. Add --force to replace it.")
    case .foreignKeyFile(let path):
      return w(
        "\(w.path(path))已经存在，但不是本数据库的密钥，未作改动。请先把它移到别处，"
          + "或用环境变量 TAIZHANG_KEY_FILE 另指定密钥文件。",
        "\(w.path(path)) exists already, is not the key of this database and was left as it is. Move"
          + " it away, or name another key file in TAIZHANG_KEY_FILE.")
    case .outputIsDatabase(let path):
      return w(
        "\(w.path(path))是正在使用的数据库（或它的日志文件），未作改动。请另选一个文件名。",
        "\(w.path(path)) is the database in use, or lies beside it as its log, and was left as it"
          + " is. Choose another name.")
    case .outputIsLedger(let path):
      return w(
        "\(w.path(path))是台账数据库、它的备份或它的日志文件，未作改动。请另选一个文件名。",
        "\(w.path(path)) is a ledger, a copy of one or the place of its log, and was left as it is."
          + " Choose another name.")
    case .outputIsKey(let path):
      return w(
        "\(w.path(path))是密钥文件，没有它，加密的内容无法恢复，因此未作改动。请另选一个文件名。",
        "\(w.path(path)) is a key file, without which secrets are lost, and was left as it is. Choose"
          + " another name.")
    case .writtenUnsaid(let head, let reason):
      return w(
        "已写入数据库（校验码：\(head)），但结果未能输出（系统提示：\(reason)）。请不要重复操作。",
        "This is written (ledger head: \(head)), but the answer could not be printed (\(reason))."
          + " Do not do it again.")
    case .revealUnsaid(let head, let reason):
      return w(
        "查看保密内容已记入流水（校验码：\(head)），但文件未能写入（系统提示：\(reason)）。"
          + "请换一个输出文件再运行一次。",
        "The reveal was recorded (ledger head: \(head)), but the file could not be written"
          + " (\(reason)). Run it again with another output.")
    case .cannotWrite("-", let reason):
      return w(
        "无法输出结果（系统提示：\(reason)）。请检查接收输出的程序或文件。",
        "The result could not be printed (\(reason)). Check where the output goes.")
    case .cannotWrite(let path, let reason):
      return w(
        "无法写入\(w.path(path))（系统提示：\(reason)）。请检查文件夹是否存在、能否写入。",
        "\(w.path(path)) could not be written (\(reason)). Check that its folder exists and may be"
          + " written to.")
    case .noSeeds(let places):
      let list = w.list(places)
      return w(
        "找不到示例数据 seeds（已找过：\(list)）。请在程序源码文件夹中运行。",
        "The sample data (seeds) was not found in \(list). Run this in the project's folder.")
    }
  }

  private func notText(_ place: Place, _ w: Wording) -> String {
    let what =
      switch place {
      case .word(let number): w("命令的第 \(number) 个词", "Word \(number) of the command")
      case .variable(let name): w("环境变量 \(name) 的值", "The variable \(name)")
      case .line(let number): w("标准输入的第 \(number) 行", "Line \(number) of standard input")
      }
    return w(
      "\(what)不是 UTF-8 编码的文字，未作改动。请把终端或脚本的编码改为 UTF-8 后重试。",
      "\(what) is no text in UTF-8; nothing was changed. Let the terminal or script use UTF-8 and try"
        + " again.")
  }

  private var cause: Complaint.Cause {
    switch self {
    case .noneFound, .badCount, .notText(.line): .badData
    case .noSeeds: .noInput
    case .noWords: .io
    case .outputExists, .foreignKeyFile, .outputIsDatabase, .outputIsLedger, .outputIsKey,
      .writtenUnsaid, .revealUnsaid, .cannotWrite:
      .cannotWrite
    default: .usage
    }
  }
}
