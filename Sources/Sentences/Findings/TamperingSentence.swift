internal import Journal
public import Storage
public import TargetEngine

extension Tampering {
  /// What `verify` found, on one line.
  public func sentence(_ language: Language) -> String {
    let w = Wording(language)
    switch self {
    case .content(let number):
      return w(
        "\(w.transaction(number)) 的内容与记账时的校验值不符：事后被改动，或文件损坏。请与最近的备份核对。",
        "The content of \(w.transaction(number)) is not what its hash was made from: it was changed"
          + " later or the file is damaged. Compare it with your latest backup.")
    case .missing(let numbers):
      let last =
        numbers.lowerBound == numbers.upperBound
        ? "" : w(" 至 #\(numbers.upperBound)", " to #\(numbers.upperBound)")
      return w(
        "缺少\(w.transaction(numbers.lowerBound))\(last)：事后被删除，或文件损坏。请与最近的备份核对。",
        "There is no \(w.transaction(numbers.lowerBound))\(last): removed later, or the file is"
          + " damaged. Compare with your latest backup.")
    case .stray(let table):
      return w(
        "数据表 \(table) 中有不属于任何流水的数据，不是经记账写入的。请与最近的备份核对。",
        "The table \(table) has rows that no transaction wrote. Compare with your latest backup.")
    case .state(let subject, transaction: 0):
      return w(
        "\(subject.title(language))中有未经任何流水记载的内容。请与最近的备份核对。",
        "The \(subject.title(language)) hold something that no transaction recorded. Compare with"
          + " your latest backup.")
    case .state(let subject, let number):
      return w(
        "\(subject.title(language))的现有内容与\(w.transaction(number)) 记载的不一致。"
          + "请与最近的备份核对。",
        "The \(subject.title(language)) differ from what \(w.transaction(number)) recorded."
          + " Compare with your latest backup.")
    case .unexpected(let head):
      return w(
        "账中没有校验码 \(head.spoken)：末尾的流水被删去，或整本账被重新生成过。请核对该校验码的出处，"
          + "并与当时的备份比较。",
        "The ledger does not contain the head \(head.spoken): its tail was cut or it was rewritten. Check"
          + " where that head was printed, and compare with a backup of that time.")
    }
  }
}

extension Change.Subject {
  /// The things of a kind, in the middle of a sentence.
  fileprivate var title: Text {
    switch self {
    case .unit: Text("单位", "units")
    case .indicator: Text("指标", "indicators")
    case .setting: Text("设置", "settings")
    case .sourcing: Text("报数方式", "ways of reporting")
    case .imported: Text("导入记录", "records of imports")
    case .target: Text("任务", "targets")
    case .closing: Text("结账", "closings")
    case .record, .list: Text("台账记录", "records")
    case .key: Text("密钥", "key of secrets")
    case .reveal: Text("保密内容的查看", "looks at secrets")
    case .erasure: Text("内容的销毁", "erasures")
    case .merger: Text("记录的合并", "mergers of records")
    case .passedOver: Text("导入时跳过的行数", "numbers of rows left out")
    case .form: Text("报表", "forms")
    case .exemption: Text("报表的免报", "exemptions from forms")
    case .asking: Text("报表的布置", "askings for forms")
    case .submission: Text("报表的报送", "submissions of forms")
    }
  }
}
