internal import Registers
public import Storage
public import TargetEngine

extension SecretsFault: Explained {
  /// The error in words.
  public func complaint(_ language: Language) -> Complaint {
    Complaint(sentence(language), cause: cause)
  }

  private var cause: Complaint.Cause {
    switch self {
    case .damaged, .unreadableKey: .io
    default: .badData
    }
  }

  private func sentence(_ language: Language) -> String {
    let w = Wording(language)
    return switch self {
    case .noKey:
      w(
        "还没有密钥，不能录入身份证号、电话等保密内容。请先运行 taizhang key create。",
        "There is no key yet, so that no secrets can be kept. Run 'taizhang key create' first.")
    case .keyExists:
      w(
        "已有密钥。如需更换，请运行 taizhang key change。",
        "There is a key already. To change it, run 'taizhang key change'.")
    case .locked(.passphrase):
      w(
        "需要口令才能读写保密内容。请在终端中运行，或用环境变量 TAIZHANG_PASSPHRASE 给出。",
        "Secrets need the passphrase. Run this on a terminal, or give it in TAIZHANG_PASSPHRASE.")
    case .locked(.file):
      w(
        "找不到可用的密钥文件，不能读写保密内容。请用环境变量 TAIZHANG_KEY_FILE 指明它的位置。",
        "A usable key file, which secrets need, was not found. Name it in TAIZHANG_KEY_FILE.")
    case .wrongKey(.passphrase):
      w(
        "口令不对，未写入任何内容。请重新输入。",
        "This is not the passphrase; nothing was written. Try again.")
    case .wrongKey(.file):
      w(
        "密钥文件不是这个数据库的，未写入任何内容。请用环境变量 TAIZHANG_KEY_FILE 指明正确的文件。",
        "The key file is not this database's; nothing was written. Name the right one in"
          + " TAIZHANG_KEY_FILE.")
    case .exposed(let path):
      w(
        "密钥文件\(w.path(path))别人也能读写，不能使用。请运行 chmod 600 改为只有本人可读；"
          + "如已被他人看到，请再运行 taizhang key change --file 更换。",
        "Others may read or write the key file \(w.path(path)), so it is not used. Make it yours"
          + " alone with 'chmod 600', and if others saw it, change it with 'taizhang key change"
          + " --file'.")
    case .unreadableKey(let path):
      w(
        "写入的密钥文件\(w.path(path))读不回来，未作改动。请检查磁盘。",
        "The key file \(w.path(path)) does not hold what was written; nothing was changed. Check"
          + " the disk.")
    case .shortPassphrase(let minimum):
      w(
        "口令至少要有 \(minimum) 个字符（汉字一个算两个）。请换一个更长的。",
        "A passphrase has at least \(minimum) characters (a Chinese one counts as two). Choose a longer one."
      )
    case .damaged:
      w(
        "有保密内容无法解密：事后被改动，或文件损坏。请运行 taizhang verify，并与最近的备份核对。",
        "A secret cannot be opened: it was changed later or the file is damaged. Run"
          + " 'taizhang verify' and compare with your latest backup.")
    case .historyInClear:
      w(
        "这条记录的历史由较早的版本写入，文字在校验链内，不能销毁。",
        "The history of this record was written by an earlier version, with its texts in the chain"
          + " itself; it cannot be destroyed.")
    case .alreadyErased:
      w("这条记录的内容已经销毁。", "What this record said was destroyed already.")
    }
  }
}

extension SecretFault {
  /// Why a text is no such value, and how it would be right; the text itself is not repeated.
  func sentence(_ language: Language) -> String {
    let w = Wording(language)
    return switch self {
    case .length(let count):
      w("应为 18 位，现为 \(count) 位", "it has 18 characters, not \(count)")
    case .notDigits:
      w("前 17 位应为数字", "its first 17 characters are digits")
    case .birthday:
      w("第 7 至 14 位不是可能的出生日期", "its digits 7 to 14 are no day of birth")
    case .checkCharacter:
      w("末位校验码不符，可能有一位录错", "its last character does not fit, so that one was mistyped")
    case .phone:
      w("应为 7 至 15 位数字，可带 + 号", "it has 7 to 15 digits, with or without a plus")
    }
  }
}
